import { useCallback, useState } from 'react';
import { ResidentSearch } from '#modules/registers/web';
import { Failed, Loading, Page, useAddressValue, useCall, useLanguage } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { getEntryForm, listActivities, type RecordView } from '../contract.ts';
import { EntryFields } from './EntryFields.tsx';
import { Saved } from './Saved.tsx';
import './records.css';

const activity = 'home_visit';

interface FormProps {
  resident: string;
  onSaved: (record: RecordView, cellsSaved: number) => void;
  onOther: () => void;
}

const Form = ({ resident, ...rest }: FormProps) => {
  const form = useCall(getEntryForm, { params: { activity }, query: { resident } });
  if (form.isPending) return <Loading lines={5} />;
  if (form.isError) return <Failed error={form.error} retry={form.refetch} />;
  return <EntryFields key={resident} form={form.data} {...rest} />;
};

const useActivityName = (): string => {
  const t = useText();
  const language = useLanguage();
  const one = useCall(listActivities).data?.find(({ code }) => code === activity);
  return one?.[language] ?? t('records.record');
};

/** Who, what, saved: one act of work entered once. */
const EntryPage = () => {
  const t = useText();
  const name = useActivityName();
  const [resident, setResident] = useAddressValue('resident');
  const [saved, setSaved] = useState<{ record: RecordView; cellsSaved: number } | null>(null);
  const keep = useCallback((record: RecordView, cellsSaved: number) => setSaved({ record, cellsSaved }), []);
  const next = () => {
    setSaved(null);
    setResident('');
  };
  return (
    <Page title={saved ? t('records.done') : name} width="phone">
      {saved ? (
        <Saved {...saved} onNext={next} />
      ) : resident ? (
        <Form resident={resident} onSaved={keep} onOther={next} />
      ) : (
        <ResidentSearch focus onPick={({ id }) => setResident(id)}>
          <p className="qz-detail">{t('records.who')}</p>
        </ResidentSearch>
      )}
    </Page>
  );
};

export default EntryPage;
