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
import type { Activity, Element } from '../../contract.ts';
import { seal } from '../../domain/seal.ts';
import { usualActivity } from '../../domain/usual.ts';
import { useValues } from '../use-values.ts';
import { type AskedElement, ValueFields } from '../ValueFields.tsx';
import { allWaiting, keepWaiting, type OfflineFacts, readFacts } from './store.ts';
import '../records.css';

const askedOf = (activity: Activity, elements: readonly Element[]): AskedElement[] =>
  activity.elements.flatMap(({ element: code, need }) => {
    const element = elements.find((one) => one.code === code);
    return element ? [{ element, need }] : [];
  });

const Form = ({
  facts,
  activity,
  onKept,
}: {
  facts: OfflineFacts;
  activity: Activity;
  onKept: () => void;
}) => {
  const t = useText();
  const fields = askedOf(activity, facts.elements);
  const must = fields.filter(({ need }) => need === 'must').map(({ element }) => element.code);
  const filling = useValues(
    fields.map(({ element }) => element),
    must,
    {},
  );
  const ofPerson = activity.subjectKind === 'resident';
  const [whom, setWhom] = useState('');
  const [day, setDay] = useState(officeToday());
  const [noWhom, setNoWhom] = useState(false);
  const [failed, setFailed] = useState(false);
  const keep = async () => {
    const missing = ofPerson && whom.trim() === '';
    setNoWhom(missing);
    if (!filling.check() || missing) return;
    const clientId = newId();
    const draft = {
      activity: activity.code,
      subject: null,
      whom: whom.trim(),
      occurredOn: day,
      occurredAt: null,
      values: filling.values,
      confirmUnusual: Object.fromEntries(
        Object.entries(filling.reasons).filter(([element]) => filling.unusual.includes(element)),
      ),
    };
    try {
      const sealed = await seal(clientId, draft, facts.publicKey);
      await keepWaiting({ ...sealed, account: facts.account, madeAt: new Date().toISOString() });
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
          <Form key={`${code} ${kept}`} facts={facts} activity={activity} onKept={() => setKept(kept + 1)} />
        </>
      )}
      <p>
        <a href="/">{t('records.offline.back')}</a>
      </p>
    </main>
  );
};
