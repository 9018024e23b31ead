import { Go, useText } from '#platform/ui/index.ts';
import type { LedgerColumn, LedgerPage, LedgerRow } from '../contract.ts';
import { headerTree } from '../domain/header.ts';
import { labelOf, longLabelOf } from './words.ts';

/** Address of the rows behind a number; of the totals, behind the whole page. */
const cellAddress = (shown: LedgerPage, column: LedgerColumn, row: LedgerRow | null): string => {
  const query = new URLSearchParams({ month: row?.month ?? shown.month });
  const committee = row ? row.committee : shown.committee?.id;
  if (committee) query.set('committee', committee);
  if (!row) query.set('total', 'true');
  return `/ledgers/${shown.ledger.id}/cells/${column.key}?${query}`;
};

interface NumberProps {
  shown: LedgerPage;
  column: LedgerColumn;
  row: LedgerRow | null;
  text: string;
}

/** A number that counts something leads to what it counts. */
const Figure = ({ shown, column, row, text }: NumberProps) => {
  const t = useText();
  if (!column.opens || text === '0' || text === '') return text;
  return (
    <Go
      to={cellAddress(shown, column, row)}
      className="lg-figure"
      aria-label={`${longLabelOf(column)} ${t('ledgers.to-rows', { n: text })}`}
    >
      {text}
    </Go>
  );
};

const alignOf = (column: LedgerColumn) => (column.opens || column.key === 'rate' ? 'qz-figures' : undefined);

/** Two lines: what stands over several columns, and each column's own label. */
const Head = ({ columns }: { columns: readonly LedgerColumn[] }) => {
  const groups = headerTree(columns.map(({ path }) => path.slice(-2)));
  return (
    <thead>
      <tr>
        {groups.map(({ label, children, column }) =>
          column === null ? (
            <th key={label} scope="colgroup" colSpan={children.length} className="lg-group">
              {label}
            </th>
          ) : (
            <th key={label} scope="col" rowSpan={2}>
              {label}
            </th>
          ),
        )}
      </tr>
      <tr>
        {columns
          .filter(({ path }) => path.length > 1)
          .map((column) => (
            <th key={column.key} scope="col" className={alignOf(column)}>
              {labelOf(column)}
            </th>
          ))}
      </tr>
    </thead>
  );
};

/** Counts by committee and month. */
export const SummaryTable = ({ shown }: { shown: LedgerPage }) => {
  const t = useText();
  const columns = shown.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.brief);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="qz-table lg-summary" aria-label={shown.ledger.name} tabIndex={0}>
      <table>
        <Head columns={columns.map(({ column }) => column)} />
        <tbody>
          {shown.rows.map((row) => (
            <tr key={row.key}>
              {columns.map(({ column, at }) => (
                <td key={column.key} className={alignOf(column)}>
                  <Figure shown={shown} column={column} row={row} text={row.cells[at]?.text ?? ''} />
                </td>
              ))}
            </tr>
          ))}
          {shown.totals && (
            <tr className="lg-totals">
              {columns.map(({ column, at }, place) => (
                <td key={column.key} className={alignOf(column)}>
                  {place === 0 ? (
                    t('ledgers.total')
                  ) : (
                    <Figure shown={shown} column={column} row={null} text={shown.totals?.[at] ?? ''} />
                  )}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};
