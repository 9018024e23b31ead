import type { RawValue } from '../cells.ts';
import { type ColumnKind, columnKind, isBirthLike } from './column-type.ts';
import type { FormColumn } from './columns.ts';
import type { NotUnderstood } from './form.ts';
import type { HeaderBlock } from './header-block.ts';
import { type NamedYear, type YearFor, yearFinder, yearsIn } from './named-years.ts';
import { notUnderstood } from './not-understood.ts';
import { type FormValue, isDitto, readValue } from './read-value.ts';
import type { FormRecord } from './records.ts';

export interface ListColumn extends FormColumn {
  readonly kind: ColumnKind;
}

const rawOf = (record: FormRecord, column: number): RawValue => {
  const others = record.more.get(column);
  const cell = record.cells[column];
  return others && cell ? [cell, ...others].map(({ text }) => text).join(' ') : (cell?.raw ?? null);
};

const SAMPLE = 2000;

/** What each column holds, by its names and a sample of its values. */
export const kindsOf = (
  columns: readonly FormColumn[],
  records: readonly FormRecord[],
  lineUnit: string | null,
): ColumnKind[] => {
  const step = Math.max(1, Math.floor(records.length / SAMPLE));
  const sample = records.filter((_, index) => index % step === 0);
  return columns.map(({ names }, column) =>
    columnKind(
      names,
      sample
        .map((record) => rawOf(record, column))
        .filter((raw) => raw !== null && !(typeof raw === 'string' && isDitto(raw))),
      lineUnit,
    ),
  );
};

const yearsOfColumn = (
  column: FormColumn,
  index: number,
  records: readonly FormRecord[],
  block: HeaderBlock,
): NamedYear[] => [
  ...column.names.flatMap((name) => yearsIn(name).map((year) => ({ ...year, row: block.bottom }))),
  ...records.flatMap(({ row, cells }) => {
    const raw = cells[index]?.raw;
    const text =
      raw !== null && typeof raw === 'object' && 'date' in raw
        ? raw.date
        : typeof raw === 'string'
          ? raw
          : '';
    return text === ''
      ? []
      : yearsIn(text)
          .slice(0, 1)
          .map(({ year, month }) => ({ year, month, row }));
  }),
];

/** For each column where the year of a date without one comes from. */
export const yearFinders = (
  columns: readonly ListColumn[],
  records: readonly FormRecord[],
  block: HeaderBlock,
  around: readonly NamedYear[],
): YearFor[] => {
  const own = columns.map((column, index) =>
    column.kind.type === 'date' ? yearsOfColumn(column, index, records, block) : [],
  );
  const others = own.filter((_, index) => !isBirthLike(columns[index]?.path ?? '')).flat();
  return own.map((years) => yearFinder([[...around, ...years], others]));
};

/** Reads every record's cells as their columns' types. */
export const readRows = (
  columns: readonly ListColumn[],
  records: readonly FormRecord[],
  years: readonly YearFor[],
) => {
  const unread: NotUnderstood[] = [];
  const before: FormValue[] = columns.map(() => null);
  const rows = records.flatMap((record) => {
    const row: Record<string, FormValue> = {};
    for (const [index, { path, kind }] of columns.entries()) {
      const cell = record.cells[index];
      const yearFor = years[index] as YearFor;
      const previous = before[index] ?? null;
      const { value, understood } =
        cell && isDitto(cell.text)
          ? { value: previous, understood: previous !== null }
          : readValue(rawOf(record, index), kind, {
              row: cell?.row ?? record.row,
              yearFor,
              before: typeof previous === 'string' ? previous : null,
            });
      if (!understood && cell && cell.row === record.row) unread.push(notUnderstood(cell));
      if (value !== null) before[index] = value;
      row[path] = value;
    }
    // Nothing of it was understood: its cells are listed and no row is made of it.
    return Object.values(row).every((value) => value === null) ? [] : [row];
  });
  return { rows, unread };
};
