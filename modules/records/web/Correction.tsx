import { useState } from 'react';
import type { CallError } from '#platform/contract/call.ts';
import {
  Button,
  Card,
  DateField,
  Failed,
  Notice,
  officeToday,
  TextArea,
  useAction,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { correctRecord, type RecordView } from '../contract.ts';
import type { AskedElement } from './asked.ts';
import { useValues } from './use-values.ts';
import { ValueFields } from './ValueFields.tsx';

/** What is filled in stays in sight; what never was is folded away. */
const fieldsOf = ({ fields, values }: RecordView): AskedElement[] =>
  fields.map((element) => ({ element, need: element.code in values ? 'main' : 'more' }));

const Refused = ({ error, onAgain }: { error: CallError; onAgain: () => void }) => {
  const t = useText();
  if (error.code !== 'records.changedMeanwhile') return <Failed error={error} />;
  return (
    <Notice>
      <p>{error.message}</p>
      <Button onClick={onAgain}>{t('records.see-now')}</Button>
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
  const save = () => {
    setPressed(true);
    if (!filling.check() || noReason) return;
    const body = {
      revision: record.revision,
      occurredOn: day,
      values: filling.values,
      reason,
      confirmUnusual: filling.confirmUnusual,
    };
    action.mutate({ params: { id: record.id }, body }, { onError: filling.take });
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
        {action.error && <Refused error={action.error} onAgain={onDone} />}
        <div className="qz-actions">
          <Button onClick={onDone}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="main" busy={action.isPending}>
            {t('records.save-correction')}
          </Button>
        </div>
      </form>
    </Card>
  );
};
