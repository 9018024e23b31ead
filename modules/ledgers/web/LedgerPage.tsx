import { useState } from 'react';
import {
  Button,
  ButtonLink,
  Empty,
  Failed,
  Loading,
  Page,
  useAddressValue,
  useLive,
  useMay,
  useMe,
  useParam,
  useText,
} from '#platform/ui/index.ts';
import type { LedgerFilter, LedgerPage as Shown } from '../contract.ts';
import { Filters } from './Filters.tsx';
import { Issues, SignMonth } from './Issues.tsx';
import { Narrowing } from './Narrowing.tsx';
import { PageTurner } from './PageTurner.tsx';
import { Paper } from './Paper.tsx';
import { RowCards } from './RowCards.tsx';
import { RowTable } from './RowTable.tsx';
import { SummaryTable } from './SummaryTable.tsx';
import { TakeOut } from './TakeOut.tsx';
import { type Asked, useAsked } from './use-asked.ts';
import { useNarrow } from './use-narrow.ts';
import { useRows, useTotal } from './use-rows.ts';
import { rowsText } from './words.ts';
import './ledgers.css';

const RowsOf = ({ shown, asked }: { shown: Shown; asked: Asked }) => {
  const t = useText();
  const narrow = useNarrow();
  if (shown.ledger.grain === 'summary') return <SummaryTable shown={shown} />;
  if (shown.total === 0)
    return <Empty>{t(shown.ledger.grain === 'resident' ? 'ledgers.no-people' : 'ledgers.no-rows')}</Empty>;
  return (
    <>
      {narrow ? <RowCards shown={shown} /> : <RowTable shown={shown} asked={asked} />}
      <PageTurner
        page={shown.page}
        pages={shown.total === null ? null : Math.ceil(shown.total / shown.pageSize)}
        more={shown.more}
        onPage={asked.setPage}
      />
    </>
  );
};

/** On a phone the paper comes when it is asked for; on a PC it lies beside the rows. */
const PaperPlace = ({ shown, asked }: { shown: Shown; asked: Asked }) => {
  const t = useText();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  return (
    <div className="lg-paper-place">
      {narrow && (
        <Button onClick={() => setOpen(!open)}>
          {t(open ? 'ledgers.hide-paper' : 'ledgers.show-paper')}
        </Button>
      )}
      {(!narrow || open) && <Paper shown={shown} asked={asked} />}
    </div>
  );
};

/** A ledger: what was done on the left, the paper it prints on at the right. */
const LedgerPage = () => {
  const t = useText();
  const me = useMe();
  const id = useParam('id');
  const asked = useAsked();
  const [filters, setFilters] = useState<readonly LedgerFilter[]>([]);
  const page = useRows(id, asked, filters);
  const total = useTotal(id, asked, filters, page.data);
  useLive([me.committee ? `committee:${me.committee.id}` : null]);
  const [, setMonth] = useAddressValue('month');
  const mayDesign = useMay('ledgers.design');
  if (page.isPending) return <Loading lines={6} />;
  if (page.isError)
    return (
      <Page title={t('ledgers.one')} back={{ to: '/ledgers', label: t('ledgers.ledgers') }}>
        <Failed error={page.error} retry={page.refetch}>
          <Button onClick={() => setMonth('')}>{t('ui.back')}</Button>
        </Failed>
      </Page>
    );
  const shown = { ...page.data, total };
  const { ledger } = shown;
  const where = shown.committee?.name ?? t('ledgers.all');
  return (
    <Page
      title={ledger.name}
      subtitle={[
        ledger.department.name,
        where,
        shown.period,
        `${total === null ? t('ledgers.counting') : rowsText(t, ledger.grain, total)}，${t('ledgers.generated')}`,
      ].join(' · ')}
      back={{ to: `/ledgers?month=${shown.month}`, label: t('ledgers.ledgers') }}
      actions={
        <>
          {mayDesign && me.department?.id === ledger.department.id && (
            <>
              <ButtonLink to={`/ledgers/${ledger.id}/design`}>{t('ledgers.design')}</ButtonLink>
              <ButtonLink to={`/ledgers/${ledger.id}/file`}>{t('ledgers.own')}</ButtonLink>
            </>
          )}
          {!asked.until && <SignMonth shown={shown} />}
          <TakeOut shown={shown} asked={asked} />
        </>
      }
    >
      <div className="lg-two">
        <div className="lg-rows">
          <Filters shown={shown} asked={asked} />
          {ledger.grain !== 'summary' && (
            <Narrowing
              shown={shown}
              filters={filters}
              onFilters={(next) => {
                setFilters(next);
                asked.setPage(1);
              }}
            />
          )}
          <RowsOf shown={shown} asked={asked} />
          {!asked.until && <Issues shown={shown} />}
        </div>
        <PaperPlace
          shown={shown}
          asked={asked}
          key={`${shown.committee?.id} ${shown.month} ${asked.until}`}
        />
      </div>
    </Page>
  );
};

export default LedgerPage;
