import { useEffect, useState } from 'react';
import { ResidentSearch } from '#modules/registers/web';
import {
  ButtonLink,
  Failed,
  Loading,
  Page,
  useAddressValue,
  useCall,
  useLanguage,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type Activity, getEntryForm, listActivities } from '../contract.ts';
import { usualActivity } from '../domain/usual.ts';
import { ActivityChoice } from './ActivityChoice.tsx';
import { EntryFields } from './EntryFields.tsx';
import OutboxCard from './outbox/OutboxCard.tsx';
import { prepareOffline } from './outbox/prepare.ts';
import { Saved, type SavedProps } from './Saved.tsx';
import './records.css';

interface FormProps {
  activity: string;
  /** Empty: about the committee itself. */
  resident: string;
  clientId: string;
  onSaved: (saved: SavedEntry) => void;
  onOther: () => void;
}

type SavedEntry = Pick<SavedProps, 'record' | 'cellsSaved' | 'notIn'>;

const Form = ({ activity, resident, clientId, onSaved, onOther }: FormProps) => {
  const query = resident ? { resident } : {};
  const form = useCall(getEntryForm, { params: { activity }, query });
  if (form.isPending) return <Loading lines={5} />;
  if (form.isError) return <Failed error={form.error} retry={form.refetch} />;
  const { ledgers } = form.data;
  return (
    <EntryFields
      key={`${activity} ${resident}`}
      form={form.data}
      {...(clientId ? { clientId } : {})}
      onSaved={(record, cellsSaved) => {
        const stands = new Set(record.ledgers.map(({ id }) => id));
        const notIn = ledgers.filter(({ id }) => !stands.has(id)).map(({ name }) => name);
        onSaved({ record, cellsSaved, notIn });
      }}
      onOther={onOther}
    />
  );
};

const useActivity = (code: string): { activity: Activity | undefined; name: string } => {
  const t = useText();
  const language = useLanguage();
  const activity = useCall(listActivities).data?.find((one) => one.code === code);
  return { activity, name: activity?.[language] ?? t('records.record') };
};

/** What was done, with whom, saved: one act of work entered once. */
const EntryPage = () => {
  const t = useText();
  const [code, setCode] = useAddressValue('activity', usualActivity);
  const [resident, setResident] = useAddressValue('resident');
  const { activity, name } = useActivity(code);
  // An entry that was put aside without a network and is entered anew keeps its id: it is stored once.
  const [clientId, setClientId] = useAddressValue('client');
  const [saved, setSaved] = useState<SavedEntry | null>(null);
  const next = () => {
    setSaved(null);
    setClientId('');
    setResident('');
  };
  const language = useLanguage();
  useEffect(() => void prepareOffline(language), [language]);
  const ofCommittee = activity?.subjectKind === 'committee';
  return (
    <Page title={saved ? t('records.done') : name} width="phone">
      {!resident && !saved && <OutboxCard />}
      {saved ? (
        <Saved {...saved} onNext={next} />
      ) : resident || ofCommittee ? (
        <>
          {ofCommittee && <ActivityChoice code={code} onCode={setCode} />}
          <Form
            activity={code}
            resident={ofCommittee ? '' : resident}
            clientId={clientId}
            onSaved={setSaved}
            onOther={next}
          />
        </>
      ) : (
        <>
          <ActivityChoice code={code} onCode={setCode} />
          <ResidentSearch focus onPick={({ id }) => setResident(id)}>
            <p className="qz-detail">{t('records.who')}</p>
            <ButtonLink to="/record/batch" kind="quiet">
              {t('records.batch')}
            </ButtonLink>
          </ResidentSearch>
        </>
      )}
    </Page>
  );
};

export default EntryPage;
