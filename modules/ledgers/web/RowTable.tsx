import { Fragment, useState } from 'react';
import { Tag, useText } from '#platform/ui/index.ts';
import type { LedgerColumn, LedgerPage, LedgerRow } from '../contract.ts';
import { RowStory } from './RowStory.tsx';
import type { Asked } from './use-asked.ts';
import { labelOf } from './words.ts';

/** The columns of the short list, with their places in a row. */
export const briefColumns = (columns: readonly LedgerColumn[]) =>
  columns.map((column, at) => ({ column, at })).filter(({ column }) => column.brief);

const SortButton = ({ column, asked }: { column: LedgerColumn; asked: Asked }) => {
  const t = useText();
  const label = labelOf(column);
  const on = asked.sort === column.key;
  return (
    <button
      type="button"
      className="lg-sort"
      aria-label={t(on ? 'ledgers.sorted' : 'ledgers.sort', { label })}
      onClick={() => asked.setSort(column.key)}
    >
      {label}
      {on && <span aria-hidden="true">{asked.descending ? ' ↓' : ' ↑'}</span>}
    </button>
  );
};

export const CellText = ({ cell }: { cell: LedgerRow['cells'][number] | undefined }) => (
  <>
    {cell?.text || '—'}
    {cell?.flag && <Tag tone="look">{cell.flag}</Tag>}
  </>
);

/** How a row came to be, where it is not plainly typed. */
export const RowTags = ({ row }: { row: LedgerRow }) => {
  const t = useText();
  return (
    <>
      {row.source && row.source !== 'typed' && <Tag tone="good">{t(`ledgers.source.${row.source}`)}</Tag>}
      {row.corrected && <Tag>{t('ledgers.corrected')}</Tag>}
    </>
  );
};

const sortState = (asked: Asked, key: string) =>
  asked.sort === key ? (asked.descending ? 'descending' : 'ascending') : undefined;

export interface RowTableProps {
  shown: LedgerPage;
  /** Without it the rows keep their order. */
  asked?: Asked;
}

/** Rows as a table; one can be opened to tell its story. */
export const RowTable = ({ shown, asked }: RowTableProps) => {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const brief = briefColumns(shown.columns);
  const name = shown.columns.findIndex(({ key }) => key === 'name');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="qz-table" aria-label={shown.ledger.name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {brief.map(({ column }) => (
              <th key={column.key} scope="col" aria-sort={asked && sortState(asked, column.key)}>
                {asked ? <SortButton column={column} asked={asked} /> : labelOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row) => (
            <Fragment key={row.key}>
              <tr
                className={open === row.key ? 'qz-chosen' : 'lg-row'}
                onClick={() => setOpen(open === row.key ? null : row.key)}
              >
                {brief.map(({ column, at }, place) => (
                  <td key={column.key}>
                    {place === 0 ? (
                      <button
                        type="button"
                        className="qz-cell"
                        aria-expanded={open === row.key}
                        aria-label={t('ledgers.open-row', {
                          name: `${row.cells[name]?.text ?? ''} ${row.cells[at]?.text ?? ''}`,
                        })}
                      >
                        <CellText cell={row.cells[at]} />
                      </button>
                    ) : (
                      <CellText cell={row.cells[at]} />
                    )}
                    {place === brief.length - 1 && <RowTags row={row} />}
                  </td>
                ))}
              </tr>
              {open === row.key && (
                <tr className="lg-opened">
                  <td colSpan={brief.length}>
                    <RowStory shown={shown} row={row} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
};
