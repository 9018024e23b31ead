import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { LedgerColumn, LedgerPage, LedgerRow } from '../contract.ts';
import { type Column, isReadable } from '../domain/definition.ts';
import { type SummaryRow, summaryTotals } from '../domain/summary.ts';
import type { Vocabulary } from '../domain/typing.ts';
import { problems } from '../problems.ts';
import { rowTexts, summaryTexts } from './cells.ts';
import { committeeName, ledgerView, periodText } from './ledger-facts.ts';
import type { Opened } from './reader.ts';
import { countRows, isLong, type Row, readPage, readRows } from './rows.ts';
import { behindCount, readSummary } from './summary.ts';
import type { View } from './views.ts';

/** Rows a screen shows at once. */
export const pageSize = 50;

const columnView = (column: Column, words: Vocabulary): LedgerColumn => {
  const { key, path, align, shows, brief } = column;
  return {
    key,
    path: [...path],
    align: align ?? 'center',
    opens: 'count' in shows,
    blank: 'blank' in shows,
    brief: brief ?? false,
    filters: isReadable(column, words),
  };
};

const rowView = (row: Row, texts: readonly string[], columns: readonly Column[]): LedgerRow => ({
  key: row.key,
  record: row.record,
  committee: row.committee,
  month: null,
  cells: texts.map((text, index) => ({
    text,
    flag: row.flags[index] ? (columns[index]?.flag?.say ?? null) : null,
  })),
  source: row.source as LedgerRow['source'],
  corrected: (row.revision ?? 1) > 1,
});

const frame = ({ ledger, words, scope, month, today, view }: Opened, columns: readonly Column[]) => ({
  ledger: ledgerView(ledger),
  committee: scope.committee ? { id: scope.committee, name: committeeName(words, scope.committee) } : null,
  month,
  period: periodText(ledger, scope, today),
  columns: columns.map((column) => columnView(column, view.words)),
  behind: null,
  pageSize,
});

interface Read {
  readonly rows: readonly Row[];
  /** Null: not counted. */
  readonly total: number | null;
  readonly more: boolean;
}

/** The rows of a page. Of very many the number is left out (`countRows`): the first rows do not wait for it. */
const readRowsOf = async (
  tx: Db,
  { order }: Opened,
  columns: readonly Column[],
  view: View,
  offset: number,
): Promise<Read> => {
  if (!view.acts) {
    const { rows, total } = await readPage(tx, view, columns, order, pageSize, offset);
    return { rows, total, more: offset + rows.length < total };
  }
  const found = await readRows(tx, view, columns, order, pageSize + 1, offset);
  const rows = found.slice(0, pageSize);
  const more = found.length > pageSize;
  if (!more && (rows.length > 0 || offset === 0)) return { rows, total: offset + rows.length, more };
  return { rows, total: (await isLong(tx, view)) ? null : await countRows(tx, view), more };
};

/** One page of rows of acts or people, masked. */
export const rowsPage = async (
  tx: Db,
  opened: Opened,
  columns: readonly Column[],
  view: View,
  page: number,
  secrets: Secrets,
): Promise<LedgerPage> => {
  const offset = (page - 1) * pageSize;
  const { rows, total, more } = await readRowsOf(tx, opened, columns, view, offset);
  const { dictionary } = opened.words;
  return {
    ...frame(opened, columns),
    rows: rows.map((row, index) =>
      rowView(row, rowTexts(row, offset + index + 1, columns, dictionary, 'screen', secrets), columns),
    ),
    totals: null,
    total,
    more,
    page,
  };
};

/** Counts can be sorted by too; the numbers keep their rows. */
const sortedSummary = (
  rows: SummaryRow[],
  columns: readonly Column[],
  sort: string | undefined,
  descending: boolean,
) => {
  if (sort === undefined) return rows;
  const at = columns.findIndex(({ key }) => key === sort);
  if (at < 0) throw new Refusal(problems.noColumn);
  const sign = descending ? -1 : 1;
  const weight = (row: SummaryRow) => row.values[at] ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(a) < weight(b) ? -sign : sign));
};

export const readSummaryRows = (tx: Db, { ledger, view, scope, words }: Opened): Promise<SummaryRow[]> =>
  readSummary(tx, view, ledger.definition, scope, words.committees);

/** A summary is small: committees or months of one year, all on one page. */
export const summaryPage = async (
  tx: Db,
  opened: Opened,
  sort: string | undefined,
  descending: boolean,
): Promise<LedgerPage> => {
  const { columns } = opened.ledger.definition;
  const rows = await readSummaryRows(tx, opened);
  return {
    ...frame(opened, columns),
    rows: sortedSummary(rows, columns, sort, descending).map(({ committee, month, values }, index) => ({
      key: `${committee}:${month}`,
      record: null,
      committee,
      month,
      cells: summaryTexts(values, index + 1, columns).map((text) => ({ text, flag: null })),
      source: null,
      corrected: false,
    })),
    totals: summaryTexts(summaryTotals(columns, rows), null, columns),
    total: rows.length,
    more: false,
    page: 1,
  };
};

/**
 * The rows behind a number of a summary.
 * @throws {Refusal} noColumn when the column counts nothing
 */
export const cellPage = async (
  tx: Db,
  opened: Opened,
  key: string,
  page: number,
  secrets: Secrets,
): Promise<LedgerPage> => {
  const { columns, detail } = opened.ledger.definition;
  const column = columns.find((one) => one.key === key);
  if (!column || !('count' in column.shows)) throw new Refusal(problems.noColumn);
  const rows = await rowsPage(tx, opened, detail, behindCount(opened.view, column), page, secrets);
  return { ...rows, behind: column.path.slice(-2).join(' ') };
};
