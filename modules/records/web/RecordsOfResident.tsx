import type { ResidentPartProps } from '#modules/registers/web';
import { Card, Failed, Loading, Rows, useCall, useMay } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listRecords } from '../contract.ts';
import { RecordRow } from './RecordRow.tsx';

const List = ({ resident }: ResidentPartProps) => {
  const t = useText();
  const list = useCall(listRecords, { query: { resident } });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { records, total } = list.data;
  return (
    <Card
      title={t('records.of-resident')}
      extra={<span className="qz-detail">{t('records.count', { n: total })}</span>}
    >
      {records.length === 0 && <p className="qz-detail">{t('records.none-of-resident')}</p>}
      <Rows>
        {records.map((record) => (
          <RecordRow key={record.id} record={record} named={false} />
        ))}
      </Rows>
    </Card>
  );
};

/** Every act of work about a resident, on the resident's page. */
const RecordsOfResident = (props: ResidentPartProps) =>
  useMay('records.enter') ? <List {...props} /> : null;

export default RecordsOfResident;
