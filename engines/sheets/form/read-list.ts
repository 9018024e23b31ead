import { cellAddress, type RawValue } from '../cells.ts';
import { type ColumnKind, columnKind, isBirthLike } from './column-type.ts';
import { columnsOf, type FormColumn, uniquePaths } from './columns.ts';
import { type HeaderBlock, headerBlock, headerTop, isNumbering } from './find-header.ts';
import type { FormLine, NotUnderstood } from './form.ts';
import { type Grid, type GridCell, isFilled } from './grid.ts';
import { endsInTotal, isTotal, lineKind } from './lines.ts';
import { type NamedYear, type YearFor, yearFinder, yearsIn } from './named-years.ts';
import { panelsOf } from './panels.ts';
import { type FormValue, isDitto, readValue } from './read-value.ts';
import { type FormRecord, recordIn, strayCells, wordsIn } from './records.ts';
import { frameOf, type RowKind, rowKind } from './row-kind.ts';
import { plain } from './text.ts';

export interface ListColumn extends FormColumn {
  readonly kind: ColumnKind;
}

/** One table of a sheet as read. Rows count from 0. */
export interface ListTable {
  readonly block: HeaderBlock;
  readonly firstData: number;
  /** The row after the last that belongs to it. */
  readonly end: number;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly Record<string, FormValue>[];
  readonly totalsRow: number | null;
  /** Rows for records from the first on: up to this row, which is something else; null when nothing stands below. */
  readonly roomEnd: number | null;
  readonly lines: readonly FormLine[];
  readonly notUnderstood: readonly NotUnderstood[];
}

export const notUnderstood = ({ row, column, text }: GridCell): NotUnderstood => ({
  cell: cellAddress(row, column),
  text,
});

interface Body {
  readonly end: number;
  readonly roomEnd: number | null;
  readonly data: readonly number[];
  readonly totals: readonly number[];
  readonly subtotals: readonly number[];
  readonly lines: readonly number[];
}

/** Lines just above another table's header belong to that table. */
const tableStart = (kinds: ReadonlyMap<number, RowKind>, row: number): number => {
  let start = row;
  while (['line', 'empty'].includes(kinds.get(start - 1) ?? '')) start -= 1;
  return start;
};

const sortRows = (grid: Grid, block: HeaderBlock, columns: readonly FormColumn[], first: number): Body => {
  const frame = frameOf(grid, block, columns);
  const kinds = new Map<number, RowKind>();
  let end = grid.height;
  for (let row = first; row < grid.height; row += 1) {
    const before = kinds.get(row - 1);
    const kind =
      isNumbering(grid, row, block) && before === 'header'
        ? 'header'
        : rowKind(frame, row, before !== undefined && before !== 'data');
    if (kind === 'table') {
      end = tableStart(kinds, row);
      break;
    }
    kinds.set(row, kind);
  }
  const rowsOf = (wanted: RowKind) =>
    [...kinds].filter(([row, kind]) => kind === wanted && row < end).map(([row]) => row);
  const roomEnd =
    [...kinds].find(([, kind]) => kind !== 'data' && kind !== 'empty')?.[0] ??
    (end < grid.height ? end : null);
  return {
    end,
    roomEnd,
    data: rowsOf('data'),
    totals: rowsOf('total'),
    subtotals: rowsOf('subtotal'),
    lines: rowsOf('line'),
  };
};

const rawOf = (record: FormRecord, column: number): RawValue => {
  const others = record.more.get(column);
  const cell = record.cells[column];
  return others && cell ? [cell, ...others].map(({ text }) => text).join(' ') : (cell?.raw ?? null);
};

const SAMPLE = 2000;

const kindsOf = (
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

const yearFinders = (
  columns: readonly ListColumn[],
  records: readonly FormRecord[],
  block: HeaderBlock,
  around: readonly NamedYear[],
): YearFor[] => {
  const own = columns.map((column, index) =>
    column.kind.type === 'date' ? yearsOfColumn(column, index, records, block) : [],
  );
  const others = own.filter((_, index) => !isBirthLike(columns[index]?.path ?? '')).flat();
  return own.map((years) => yearFinder([years, around, others]));
};

const readRows = (
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

const UNDERSTOOD_LINES = new Set(['attachment', 'unit', 'signature', 'page']);

/** Lines of a known kind say what they are; others are left to a person; a page's own repeated lines are neither. */
const sortLines = (grid: Grid, rows: readonly number[], known: ReadonlySet<string>) => {
  const lines: FormLine[] = [];
  const unread: NotUnderstood[] = [];
  for (const row of rows) {
    const cells = grid.startsIn(row).filter(({ text }) => !known.has(plain(text)));
    const kind = lineKind(cells.map(({ text }) => text));
    for (const cell of cells)
      if (UNDERSTOOD_LINES.has(kind)) lines.push({ ...notUnderstood(cell), kind });
      else unread.push(notUnderstood(cell));
  }
  return { lines, unread };
};

const totalsRowOf = ({ totals, subtotals, data }: Body, grid: Grid): number | null => {
  const isGrand = (row: number) =>
    grid.across(row).some((cell) => isFilled(cell) && /合计|总计/.test(plain(cell.text)));
  const last = totals.filter(isGrand).at(-1) ?? totals.at(-1);
  if (last !== undefined) return last;
  const only = subtotals.length === 1 ? subtotals[0] : undefined;
  return only !== undefined && only > (data.at(-1) ?? -1) ? only : null;
};

const panelOrder = (
  grid: Grid,
  data: readonly number[],
  panels: readonly (readonly FormColumn[])[],
): FormRecord[] => panels.flatMap((panel) => data.flatMap((row) => recordIn(grid, row, panel) ?? []));

export interface Around {
  readonly years: readonly NamedYear[];
  readonly unit: string | null;
  /** Texts of the lines above the table, which printed pages repeat. */
  readonly known: ReadonlySet<string>;
}

/** Years named in the lines among and below a table's rows. */
const yearsInLines = (grid: Grid, rows: readonly number[]): NamedYear[] =>
  rows.flatMap((row) =>
    grid.startsIn(row).flatMap(({ text }) => yearsIn(text).map((year) => ({ ...year, row }))),
  );

/**
 * The table whose header is the first to be found from this row on: a row a record, without totals, notes,
 * repeated headers and empty rows.
 */
export const readList = (
  grid: Grid,
  from: number,
  aroundOf: (top: number) => Around,
): ListTable | undefined => {
  const top = headerTop(grid, from, grid.height - 1);
  if (top === undefined) return undefined;
  const block = headerBlock(grid, top);
  const around = aroundOf(top);
  const numbered = isNumbering(grid, block.bottom + 1, block);
  const firstData = block.bottom + (numbered ? 2 : 1);
  const all = columnsOf(grid, block, grid.height - 1);
  const panels = panelsOf(all);
  const body = sortRows(grid, block, all, firstData);
  const records = panelOrder(grid, body.data, panels);
  const named = uniquePaths(panels[0] ?? []);
  const kinds = kindsOf(named, records, around.unit);
  const columns = named.map((column, index) => ({ ...column, kind: kinds[index] as ColumnKind }));
  const years = yearFinders(columns, records, block, [
    ...around.years,
    ...yearsInLines(grid, [...body.lines, ...body.totals]),
  ]);
  const { rows, unread } = readRows(columns, records, years);
  const { lines, unread: notes } = sortLines(grid, body.lines, around.known);
  const read = new Set(records.map(({ row }) => row));
  const stray = body.data.flatMap((row) =>
    (read.has(row) ? strayCells(grid, row, all) : wordsIn(grid, row)).map(notUnderstood),
  );
  const totalsRow = totalsRowOf(body, grid);
  const beside =
    totalsRow === null
      ? []
      : wordsIn(grid, totalsRow).filter(({ text }) => !isTotal(text) && !endsInTotal(text));
  const otherTotals = [...body.totals, ...body.subtotals].filter((row) => row !== totalsRow);
  return {
    block,
    firstData: records.reduce((first, { row }) => Math.min(first, row), records[0]?.row ?? firstData),
    end: body.end,
    columns,
    rows,
    totalsRow,
    roomEnd: body.roomEnd,
    lines: [
      ...(numbered ? linesOf(grid, [block.bottom + 1], 'numbering') : []),
      ...lines,
      ...linesOf(grid, otherTotals, 'subtotal'),
    ],
    notUnderstood: [...unread, ...stray, ...beside.map(notUnderstood), ...notes],
  };
};

const linesOf = (grid: Grid, rows: readonly number[], kind: FormLine['kind']): FormLine[] =>
  rows.flatMap((row) => grid.startsIn(row).map((cell) => ({ ...notUnderstood(cell), kind })));
