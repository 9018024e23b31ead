import {
  ButtonLink,
  DateField,
  Empty,
  Failed,
  Loading,
  officeToday,
  Page,
  Rows,
  useAddressValue,
  useCall,
  useLive,
  useMe,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listRecords } from '../contract.ts';
import { RecordRow } from './RecordRow.tsx';

const List = ({ day }: { day: string }) => {
  const t = useText();
  const list = useCall(listRecords, { query: { day } }, { keep: true });
  if (list.isPending) return <Loading lines={5} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { records, total } = list.data;
  if (total === 0)
    return (
      <Empty
        action={
          <ButtonLink to="/record" kind="main">
            {t('records.record')}
          </ButtonLink>
        }
      >
        {t('records.none')}
      </Empty>
    );
  return (
    <>
      <p className="qz-detail">{t('records.count', { n: total })}</p>
      <Rows label={t('records.records')}>
        {records.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </Rows>
    </>
  );
};

/** What the committee recorded on a day. */
const RecordsPage = () => {
  const t = useText();
  const me = useMe();
  const today = officeToday();
  const [day, setDay] = useAddressValue('day', today);
  useLive(me.committee ? [`committee:${me.committee.id}`] : []);
  return (
    <Page title={t('records.records')} subtitle={me.committee?.name} width="narrow">
      <DateField label={t('records.day')} value={day} onValue={(next) => setDay(next || today)} max={today} />
      <List day={day} />
    </Page>
  );
};

export default RecordsPage;
