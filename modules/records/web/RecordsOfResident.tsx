import { useState } from 'react';
import type { ResidentPartProps } from '#modules/registers/web';
import { Button, Card, Failed, Loading, Rows, useCall, useMay } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listRecords } from '../contract.ts';
import { RecordRow } from './RecordRow.tsx';

const List = ({ resident }: ResidentPartProps) => {
  const t = useText();
  const [page, setPage] = useState(1);
  const list = useCall(listRecords, { query: { resident, page } }, { keep: true });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { records, total, pageSize } = list.data;
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
      {total > pageSize && (
        <div className="qz-actions">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('records.newer')}
          </Button>
          <Button disabled={page * pageSize >= total} onClick={() => setPage(page + 1)}>
            {t('records.older')}
          </Button>
        </div>
      )}
    </Card>
  );
};

/** Every act of work about a resident, on the resident's page. */
const RecordsOfResident = (props: ResidentPartProps) =>
  useMay('records.enter') ? <List {...props} /> : null;

export default RecordsOfResident;
