import { useEffect } from 'react';
import {
  BigButton,
  Button,
  DateField,
  Failed,
  formatLongDay,
  Go,
  Notice,
  useCall,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type EntryForm, listRecords, type RecordView } from '../contract.ts';
import { SentDifferently } from './SentDifferently.tsx';
import { useEntry } from './use-entry.ts';
import { toldAtFields } from './use-values.ts';
import { ValueFields } from './ValueFields.tsx';

export interface EntryFieldsProps {
  form: EntryForm;
  /** The same through every try, also one made without a network. */
  clientId?: string;
  /** Set for a whole round; else asked. */
  day?: string;
  /** Words of the two buttons: what saves, and what goes on without saving. */
  words?: { readonly save: string; readonly other: string };
  onSaved: (record: RecordView, cellsSaved: number) => void;
  onOther: () => void;
}

const usualWords = { save: 'records.save', other: 'records.other-person' };

/** More names than these hide the form from whoever fills it in; all are named once it is saved. */
const namedAtOnce = 3;

const Goes = ({ ledgers }: Pick<EntryForm, 'ledgers'>) => {
  const t = useText();
  const some = ledgers.slice(0, namedAtOnce).map(({ name }) => name);
  const names = [...some, ...(ledgers.length > namedAtOnce ? ['…'] : [])].join('、');
  return (
    <p className="rec-goes">
      {ledgers.length === 0 && t('records.goes-nowhere')}
      {ledgers.length > 0 && t('records.goes', { n: ledgers.length })}
      {ledgers.length > 0 && <span className="rec-names">{t('records.goes-names', { names })}</span>}
    </p>
  );
};

/** Somebody else may have noted it already: said before it is noted twice. */
const Already = ({ form, day }: { form: EntryForm; day: string }) => {
  const t = useText();
  const { kind, id } = form.subject;
  const list = useCall(
    listRecords,
    { query: { day, ...(kind === 'resident' ? { resident: id } : {}) } },
    { enabled: kind === 'resident' && day !== '' },
  );
  const found = list.data?.records.find((one) => !one.voided && one.activity === form.activity.code);
  if (!found) return null;
  return (
    <Notice>
      <p>
        {t('records.already', { what: found.summary || found.activityName, author: found.author })}{' '}
        <Go to={`/records/${found.id}`}>{t('records.look')}</Go>
      </p>
    </Notice>
  );
};

const Who = ({ form, other, onOther }: Pick<EntryFieldsProps, 'form' | 'onOther'> & { other: string }) => {
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
        {t(other)}
      </Button>
    </div>
  );
};

/** What is asked for one person, from empty to saved. */
export const EntryFields = ({ form, words = usualWords, onSaved, onOther, ...given }: EntryFieldsProps) => {
  const t = useText();
  const { day, setDay, filling, action, cutOff, save, putAside } = useEntry(form, given);
  const { leftOn } = form.subject;
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
      <Who form={form} other={words.other} onOther={onOther} />
      {leftOn && <Notice>{t('records.left-on', { day: formatLongDay(leftOn) })}</Notice>}
      <Already form={form} day={day} />
      <ValueFields fields={form.fields} filling={filling} focus />
      {given.day === undefined && (
        <DateField
          label={t('records.day')}
          value={day}
          onValue={setDay}
          max={leftOn ?? form.today}
          required
        />
      )}
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
          {t(cutOff ? 'records.try-again' : words.save)}
        </BigButton>
      </div>
    </form>
  );
};
