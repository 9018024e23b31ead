import type { Column } from './definition.ts';

/** Counts of one committee's month; in the order of the columns, 0 where a column counts nothing. */
export interface SummaryGroup {
  readonly committee: string;
  readonly month: string;
  readonly counts: readonly number[];
}

export interface SummaryRow {
  readonly committee: string;
  readonly month: string;
  /** Numbers and texts in the order of the columns; null for a percentage of nothing. */
  readonly values: readonly (string | number | null)[];
}

const percentage = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

const cellOf = (
  { shows }: Column,
  index: number,
  counts: readonly number[],
  columns: readonly Column[],
  words: { committee: string; month: string },
): string | number | null => {
  if ('dimension' in shows) return words[shows.dimension];
  if ('count' in shows) return counts[index] ?? 0;
  if (!('percent' in shows)) return null;
  const countOf = (key: string) => counts[columns.findIndex((column) => column.key === key)] ?? 0;
  return percentage(countOf(shows.percent), countOf(shows.of));
};

const rowValues = (
  columns: readonly Column[],
  counts: readonly number[],
  words: { committee: string; month: string },
) => columns.map((column, index) => cellOf(column, index, counts, columns, words));

/** A row for every committee and month, also where nothing was done: a form with a gap looks forgotten. */
export const summaryRows = (
  columns: readonly Column[],
  groups: readonly SummaryGroup[],
  committees: readonly { id: string; shortName: string }[],
  months: readonly string[],
): SummaryRow[] => {
  const found = new Map(groups.map((group) => [`${group.committee} ${group.month}`, group.counts]));
  return committees.flatMap(({ id, shortName }) =>
    months.map((month) => ({
      committee: id,
      month,
      values: rowValues(columns, found.get(`${id} ${month}`) ?? [], { committee: shortName, month }),
    })),
  );
};

/** The line under the rows (合计): sums of what is counted, percentages of the sums. */
export const summaryTotals = (
  columns: readonly Column[],
  rows: readonly SummaryRow[],
): (string | number | null)[] => {
  const counts = columns.map(({ shows }, index) =>
    'count' in shows ? rows.reduce((sum, { values }) => sum + Number(values[index]), 0) : 0,
  );
  const values = rowValues(columns, counts, { committee: '', month: '' });
  const first = columns.findIndex(({ shows }) => !('count' in shows || 'percent' in shows));
  return values.map((value, index) => (index === first ? '合计' : value === '' ? null : value));
};
