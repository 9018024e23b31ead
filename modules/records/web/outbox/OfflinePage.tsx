import { type FormEvent, useEffect, useState } from 'react';
import { v7 as newId } from 'uuid';
import {
  BigButton,
  DateField,
  Field,
  Notice,
  officeToday,
  useLanguage,
  useText,
} from '#platform/ui/index.ts';
import type { Activity } from '../../contract.ts';
import { usualActivity } from '../../domain/usual.ts';
import { askedOf } from '../asked.ts';
import { useValues } from '../use-values.ts';
import { ValueFields } from '../ValueFields.tsx';
import { allWaiting, keepSealed, type OfflineFacts, readFacts } from './store.ts';
import { useNetworkBack } from './use-network-back.ts';
import '../records.css';

const Form = ({
  facts,
  activity,
  onKept,
  onTyped,
}: {
  facts: OfflineFacts;
  activity: Activity;
  onKept: () => void;
  /** Whether anything is typed that would be lost with the page. */
  onTyped: (typed: boolean) => void;
}) => {
  const t = useText();
  const fields = askedOf(activity, facts.elements);
  const filling = useValues(fields, {});
  const ofPerson = activity.subjectKind === 'resident';
  const [whom, setWhom] = useState('');
  const [day, setDay] = useState(officeToday());
  const [noWhom, setNoWhom] = useState(false);
  const [failed, setFailed] = useState(false);
  const typed = whom !== '' || Object.keys(filling.values).length > 0;
  useEffect(() => onTyped(typed), [typed, onTyped]);
  const keep = async () => {
    const missing = ofPerson && whom.trim() === '';
    setNoWhom(missing);
    if (!filling.check() || missing) return;
    const draft = {
      activity: activity.code,
      subject: null,
      whom: whom.trim(),
      occurredOn: day,
      occurredAt: null,
      values: filling.values,
      confirmUnusual: filling.confirmUnusual,
    };
    try {
      await keepSealed(newId(), draft, facts);
      onKept();
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      className="qz-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void keep();
      }}
    >
      {ofPerson && (
        <Field
          label={t('records.offline.whom')}
          hint={t('records.offline.whom-hint')}
          error={noWhom ? t('records.offline.whom-missing') : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={60}
              autoComplete="off"
              value={whom}
              onChange={({ target }) => setWhom(target.value)}
            />
          )}
        </Field>
      )}
      <ValueFields fields={fields} filling={filling} />
      <DateField label={t('records.day')} value={day} onValue={setDay} max={officeToday()} required />
      {failed && <Notice tone="bad">{t('records.offline.failed')}</Notice>}
      <div className="qz-foot rec-foot">
        <BigButton type="submit">{t('records.offline.keep')}</BigButton>
      </div>
    </form>
  );
};

/** The page that opens without a network: takes entries and keeps them sealed until there is one. */
export const OfflinePage = () => {
  const t = useText();
  const language = useLanguage();
  const [facts, setFacts] = useState<OfflineFacts | null | undefined>(undefined);
  const [code, setCode] = useState(usualActivity);
  const [kept, setKept] = useState(0);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    readFacts().then(
      (found) => setFacts(found ?? null),
      () => setFacts(null),
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew after each that is kept
  useEffect(() => {
    void allWaiting().then((all) => setWaiting(all.length));
  }, [kept]);
  const [typed, setTyped] = useState(false);
  const back = useNetworkBack();
  // What is half typed is kept first: leaving would lose it.
  useEffect(() => {
    if (back && !typed) location.reload();
  }, [back, typed]);
  const activity = facts?.activities.find((one) => one.code === code);
  return (
    <main className="rec-offline">
      <h1>{t('records.offline')}</h1>
      <p className="qz-detail">{t('records.offline.means')}</p>
      {kept > 0 && <Notice tone="good">{t('records.offline.kept')}</Notice>}
      {waiting > 0 && <p>{t('records.outbox.waiting', { n: waiting })}</p>}
      {facts === null && <Notice>{t('records.offline.not-ready')}</Notice>}
      {facts && activity && (
        <>
          <Field label={t('records.what')}>
            {(control) => (
              <select {...control} value={code} onChange={({ target }) => setCode(target.value)}>
                {facts.activities.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one[language]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {back && typed && <Notice tone="good">{t('records.offline.network-back')}</Notice>}
          <Form
            key={`${code} ${kept}`}
            {...{ facts, activity }}
            onKept={() => setKept(kept + 1)}
            onTyped={setTyped}
          />
        </>
      )}
      <p>
        <a href="/">{t('records.offline.back')}</a>
      </p>
    </main>
  );
};
