import { useEffect } from 'react';
import { BigButton, Button, DateField, Failed, Notice } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { EntryForm, RecordView } from '../contract.ts';
import { SentDifferently } from './SentDifferently.tsx';
import { useEntry } from './use-entry.ts';
import { toldAtFields } from './use-values.ts';
import { ValueFields } from './ValueFields.tsx';

export interface EntryFieldsProps {
  form: EntryForm;
  onSaved: (record: RecordView, cellsSaved: number) => void;
  onOther: () => void;
}

const Goes = ({ ledgers }: Pick<EntryForm, 'ledgers'>) => {
  const t = useText();
  const names = ledgers.map(({ name }) => name).join('、');
  return (
    <p className="rec-goes">
      {ledgers.length === 0 && t('records.goes-nowhere')}
      {ledgers.length > 0 && t('records.goes', { n: ledgers.length })}
      {ledgers.length > 0 && <span className="rec-names">{t('records.goes-names', { names })}</span>}
    </p>
  );
};

const Who = ({ form, onOther }: Pick<EntryFieldsProps, 'form' | 'onOther'>) => {
  const t = useText();
  const { kind, name, door, age } = form.subject;
  if (kind === 'committee')
    return (
      <p className="rec-who">
        <strong>{t('records.own-committee')}</strong>
      </p>
    );
  return (
    <div className="rec-who">
      <span>
        <strong>
          {name}　{door}
        </strong>
        {age !== null && <span className="qz-detail">　{t('records.age', { n: age })}</span>}
      </span>
      <Button kind="quiet" onClick={onOther}>
        {t('records.other-person')}
      </Button>
    </div>
  );
};

/** What is asked for one person, from empty to saved. */
export const EntryFields = ({ form, onSaved, onOther }: EntryFieldsProps) => {
  const t = useText();
  const { day, setDay, filling, action, cutOff, save, putAside } = useEntry(form);
  const { error, data } = action;
  useEffect(() => {
    if (data) onSaved(data.record, data.cellsSaved);
  }, [data, onSaved]);
  const refused = error && !cutOff && !toldAtFields.has(error.code);
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Who form={form} onOther={onOther} />
      <ValueFields fields={form.fields} filling={filling} focus />
      <DateField label={t('records.day')} value={day} onValue={setDay} max={form.today} required />
      <div className="qz-foot rec-foot">
        {cutOff && (
          <Notice>
            <p>{t('records.kept')}</p>
            <Button onClick={() => void putAside().then((done) => done && onOther())}>
              {t('records.keep-on-phone')}
            </Button>
          </Notice>
        )}
        {refused &&
          (error.code === 'records.sentDifferently' ? (
            <SentDifferently
              error={error}
              elements={form.fields.map(({ element }) => element)}
              values={filling.values}
            />
          ) : (
            <Failed error={error} />
          ))}
        {!error && <Goes ledgers={form.ledgers} />}
        <BigButton type="submit" busy={action.isPending}>
          {t(cutOff ? 'records.try-again' : 'records.save')}
        </BigButton>
      </div>
    </form>
  );
};
