import {
  ButtonLink,
  Card,
  Empty,
  Failed,
  formatMonth,
  Loading,
  MonthField,
  officeToday,
  Page,
  Row,
  Rows,
  useAddressValue,
  useCall,
  useMay,
  useMe,
  useText,
} from '#platform/ui/index.ts';
import { type LedgerBrief, listLedgers } from '../contract.ts';
import { rowsText } from './words.ts';

/** Ledgers under the department that keeps them, in the order they come. */
const byDepartment = (ledgers: readonly LedgerBrief[]): [string, LedgerBrief[]][] => {
  const groups = new Map<string, LedgerBrief[]>();
  for (const ledger of ledgers)
    groups.set(ledger.department.name, [...(groups.get(ledger.department.name) ?? []), ledger]);
  return [...groups];
};

const List = ({ ledgers, month }: { ledgers: readonly LedgerBrief[]; month: string }) => {
  const t = useText();
  return (
    <Rows>
      {ledgers.map((ledger) => (
        <Row
          key={ledger.id}
          to={`/ledgers/${ledger.id}?month=${month}`}
          title={ledger.name}
          detail={`${t(`ledgers.level.${ledger.level}`)}　${t(`ledgers.frequency.${ledger.frequency}`)}`}
          extra={rowsText(t, ledger.grain, ledger.rows)}
        />
      ))}
    </Rows>
  );
};

/** A committee: every department's ledgers. A department: its own. */
const LedgersPage = () => {
  const t = useText();
  const me = useMe();
  const mayDesign = useMay('ledgers.design');
  const now = officeToday().slice(0, 7);
  const [month, setMonth] = useAddressValue('month', now);
  const ledgers = useCall(listLedgers, { query: { month } }, { keep: true });
  const shown = () => {
    if (ledgers.isPending) return <Loading lines={4} />;
    if (ledgers.isError) return <Failed error={ledgers.error} retry={ledgers.refetch} />;
    if (ledgers.data.length === 0) return <Empty>{t('ledgers.none')}</Empty>;
    return byDepartment(ledgers.data).map(([department, own]) => (
      <Card key={department} title={department}>
        <List ledgers={own} month={month} />
      </Card>
    ));
  };
  return (
    <Page
      title={t('ledgers.ledgers')}
      subtitle={`${(me.committee ?? me.department)?.name ?? ''}　${formatMonth(month)}　${t('ledgers.mine')}`}
      width="narrow"
      actions={
        <>
          {mayDesign && <ButtonLink to="/ledgers/forms">{t('ledgers.forms.link')}</ButtonLink>}
          {mayDesign && <ButtonLink to="/ledgers/new">{t('ledgers.design.new')}</ButtonLink>}
          <ButtonLink to="/ledgers/exports" kind="quiet">
            {t('ledgers.export.link')}
          </ButtonLink>
          <MonthField
            label={t('ledgers.month')}
            value={month}
            max={now}
            onValue={(value) => setMonth(value || now)}
          />
        </>
      }
    >
      {shown()}
    </Page>
  );
};

export default LedgersPage;
