import {
  Empty,
  Failed,
  Loading,
  Page,
  useAddressValue,
  useCall,
  useParam,
  useText,
} from '#platform/ui/index.ts';
import { openSummaryCell } from '../contract.ts';
import { PageTurner } from './PageTurner.tsx';
import { RowCards } from './RowCards.tsx';
import { RowTable } from './RowTable.tsx';
import { useNarrow } from './use-narrow.ts';
import { rowsText } from './words.ts';
import './ledgers.css';

/** The rows behind one number of a summary. */
const CellPage = () => {
  const t = useText();
  const narrow = useNarrow();
  const [id, column] = [useParam('id'), useParam('column')];
  const [committee] = useAddressValue('committee');
  const [month] = useAddressValue('month');
  const [total] = useAddressValue('total', 'false');
  const [page, setPage] = useAddressValue('page', '1');
  const query = {
    page,
    total: total === 'true' ? ('true' as const) : ('false' as const),
    ...(committee ? { committee } : {}),
    ...(month ? { month } : {}),
  };
  const rows = useCall(openSummaryCell, { params: { id, column }, query }, { keep: true });
  const back = { to: `/ledgers/${id}?month=${month}`, label: rows.data?.ledger.name ?? t('ledgers.ledgers') };
  if (rows.isPending) return <Loading lines={5} />;
  if (rows.isError)
    return (
      <Page title={t('ledgers.cell')} back={back}>
        <Failed error={rows.error} retry={rows.refetch} />
      </Page>
    );
  const shown = rows.data;
  return (
    <Page
      title={shown.behind ?? t('ledgers.cell')}
      subtitle={[
        shown.ledger.name,
        shown.committee?.name ?? t('ledgers.all'),
        shown.period,
        ...(shown.total === null ? [] : [rowsText(t, 'event', shown.total)]),
      ].join(' · ')}
      back={back}
    >
      {shown.total === 0 && <Empty>{t('ledgers.no-rows')}</Empty>}
      <div className="lg-rows">
        {shown.total !== 0 && (narrow ? <RowCards shown={shown} /> : <RowTable shown={shown} />)}
      </div>
      <PageTurner
        page={shown.page}
        pages={shown.total === null ? null : Math.ceil(shown.total / shown.pageSize)}
        more={shown.more}
        onPage={(next) => setPage(String(next))}
      />
    </Page>
  );
};

export default CellPage;
