import { useState } from 'react';
import type { CallError } from '#platform/contract/call.ts';
import {
  Button,
  Card,
  DateField,
  Facts,
  Failed,
  Notice,
  officeToday,
  TextArea,
  useAction,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { correctRecord, type Element, type RecordValues, type RecordView } from '../contract.ts';
import { clashes, rebase } from '../domain/rebase.ts';
import { sayValue } from '../domain/say-values.ts';
import type { AskedElement } from './asked.ts';
import { toldAtFields, useValues } from './use-values.ts';
import { ValueFields } from './ValueFields.tsx';

/** What is filled in stays in sight; what never was is folded away. */
const fieldsOf = ({ fields, values }: RecordView): AskedElement[] =>
  fields.map((element) => ({ element, need: element.code in values ? 'main' : 'more' }));

type Version = Pick<RecordView, 'revision' | 'occurredOn' | 'values'>;

/** What another has made of the record meanwhile, as the refusal tells it. */
const standingOf = (error: CallError | null): Version | null =>
  error?.code === 'records.changedMeanwhile' ? ((error.facts.standing as Version | undefined) ?? null) : null;

interface ConflictProps {
  fields: readonly AskedElement[];
  codes: readonly string[];
  standing: Version;
  mine: RecordValues;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two corrected one record: both values beside each other, and a person decides. Nothing typed is lost. */
const Conflict = ({ fields, codes, standing, mine, onMine, onTheirs }: ConflictProps) => {
  const t = useText();
  const language = useLanguage();
  const say = (element: Element, { [element.code]: value }: RecordValues) =>
    value === undefined ? '—' : sayValue(element, value, language);
  return (
    <Notice>
      <p>{t('records.changed-now')}</p>
      <Facts
        facts={fields
          .filter(({ element }) => codes.includes(element.code))
          .map(({ element }) => [
            element[language],
            `${t('records.stands')} ${say(element, standing.values)}　${t('records.yours')} ${say(element, mine)}`,
          ])}
      />
      <div className="qz-actions">
        <Button onClick={onTheirs}>{t('records.keep-theirs')}</Button>
        <Button onClick={onMine}>{t('records.keep-mine')}</Button>
      </div>
    </Notice>
  );
};

export interface CorrectionProps {
  record: RecordView;
  onDone: () => void;
}

/** Puts a record right; what it said stays below it. */
export const Correction = ({ record, onDone }: CorrectionProps) => {
  const t = useText();
  const [day, setDay] = useState(record.occurredOn);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const noReason = reason.trim() === '';
  const fields = fieldsOf(record);
  const filling = useValues(fields, record.values);
  const action = useAction(correctRecord, { onDone });
  const send = (revision: number, occurredOn: string, values: RecordValues) =>
    action.mutate(
      {
        params: { id: record.id },
        body: { revision, occurredOn, values, reason, confirmUnusual: filling.confirmUnusual },
      },
      { onError: filling.take },
    );
  const save = () => {
    setPressed(true);
    if (filling.check() && !noReason) send(record.revision, day, filling.values);
  };
  const standing = standingOf(action.error);
  const overIt = () => {
    if (!standing || !filling.check() || noReason) return;
    const mixed = rebase(record.values, filling.values, standing.values);
    send(standing.revision, day === record.occurredOn ? standing.occurredOn : day, mixed);
  };
  return (
    <Card title={t('records.correct')}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ValueFields fields={fields} filling={filling} />
        <DateField label={t('records.day')} value={day} onValue={setDay} max={officeToday()} required />
        <TextArea
          label={t('records.why')}
          value={reason}
          onValue={setReason}
          rows={2}
          maxLength={200}
          error={pressed && noReason ? t('records.why-missing') : undefined}
          aria-required
        />
        {action.error && !standing && !toldAtFields.has(action.error.code) && <Failed error={action.error} />}
        {standing ? (
          <Conflict
            fields={fields}
            codes={clashes(record.values, filling.values, standing.values)}
            standing={standing}
            mine={filling.values}
            onMine={overIt}
            onTheirs={onDone}
          />
        ) : (
          <div className="qz-actions">
            <Button onClick={onDone}>{t('ui.cancel')}</Button>
            <Button type="submit" kind="main" busy={action.isPending}>
              {t('records.save-correction')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
};
