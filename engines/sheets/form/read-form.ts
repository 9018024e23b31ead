import { cellAddress } from '../cells.ts';
import type { RawSheet } from '../read-raw.ts';
import { inlineFields } from './card-inline.ts';
import { isBirthLike } from './column-type.ts';
import { isLineRow } from './find-header.ts';
import type { NotUnderstood, ReadColumn, ReadForm } from './form.ts';
import { isSummary } from './form-kind.ts';
import { type Grid, type GridCell, gridOf } from './grid.ts';
import { isNote, lineKind } from './lines.ts';
import { yearFinder, yearsIn } from './named-years.ts';
import { type CardField, cardColumns, cardFields, isCard } from './read-card.ts';
import { type ListColumn, type ListTable, notUnderstood, readList } from './read-list.ts';
import { type FormValue, readValue } from './read-value.ts';
import { plain } from './text.ts';
import { readTopLines } from './top-lines.ts';

const columnOf = ({ path, head, kind }: Pick<ListColumn, 'path' | 'head' | 'kind'>): ReadColumn => ({
  path,
  cell: cellAddress(head.row, head.column),
  type: kind.type,
  unit: kind.unit,
});

const cellsBetween = (grid: Grid, from: number, to: number): GridCell[] => {
  const cells: GridCell[] = [];
  for (let row = from; row < to; row += 1) cells.push(...grid.startsIn(row));
  return cells;
};

/** The sheet's name names a year when nothing else does. */
const yearsOfName = (name: string) => yearsIn(name).map((year) => ({ ...year, row: 0 }));

const firstTableRow = (grid: Grid): number | undefined => {
  for (let row = 0; row < grid.height; row += 1) if (!isLineRow(grid, row)) return row;
  return undefined;
};

const readCardSheet = (grid: Grid, from: number, name: string, fields: readonly CardField[]): ReadForm => {
  const above = readTopLines(grid, 0, from);
  const columns = cardColumns(fields);
  const own = fields.flatMap(({ value, path }) =>
    value && !isBirthLike(path) ? yearsIn(value.text).map((year) => ({ ...year, row: value.row })) : [],
  );
  const yearFor = yearFinder([above.years, own, yearsOfName(name)]);
  const row: Record<string, FormValue> = {};
  const unread: NotUnderstood[] = [];
  for (const [index, { path, kind }] of columns.entries()) {
    const value = fields[index]?.value;
    const read = readValue(value?.raw ?? null, kind, { row: value?.row ?? 0, yearFor, before: null });
    if (value && !read.understood) unread.push(notUnderstood(value));
    row[path] = read.value;
  }
  const used = new Set(
    fields.flatMap(({ label, value }) =>
      [label, value].map((cell) => (cell ? cellAddress(cell.row, cell.column) : '')),
    ),
  );
  const groups = new Set(fields.flatMap(({ names }) => (names.length > 1 ? [names[0] ?? ''] : [])));
  const rest = cellsBetween(grid, from, grid.height).filter(
    (cell) => !used.has(cellAddress(cell.row, cell.column)) && !groups.has(plain(cell.text)),
  );
  const isSection = (cell: GridCell) => cell.right - cell.column + 1 >= grid.width && cell.text.length <= 20;
  const isKnown = (cell: GridCell) =>
    (['signature', 'unit', 'page'].includes(lineKind([cell.text])) && !isNote(cell.text)) || isSection(cell);
  const filled = columns.some(({ path }) => row[path] !== null);
  return {
    form: 'card',
    title: above.title,
    headerRows: null,
    firstDataRow: null,
    columns: columns.map(columnOf),
    rows: filled ? [row] : [],
    totalsRow: null,
    notUnderstood: [
      ...above.notUnderstood,
      ...unread,
      ...rest.filter((cell) => !isKnown(cell)).map(notUnderstood),
    ],
    lines: [
      ...above.lines,
      ...rest.filter(isKnown).map((cell) => ({
        ...notUnderstood(cell),
        kind: isSection(cell) ? 'heading' : lineKind([cell.text]),
      })),
    ],
  };
};

interface Found {
  readonly from: number;
  readonly table: ListTable;
}

const tablesOf = (grid: Grid, name: string): Found[] => {
  const found: Found[] = [];
  for (let from = 0; from < grid.height; ) {
    const start = from;
    const table = readList(grid, start, (top) => {
      const above = readTopLines(grid, start, top);
      const first = start === 0 ? above : readTopLines(grid, 0, found[0]?.table.block.top ?? top);
      const years = above.years.length > 0 ? above.years : first.years;
      return {
        years: years.length > 0 ? years : yearsOfName(name),
        unit: above.unit,
        known: new Set([...above.texts, ...first.texts]),
      };
    });
    if (!table) break;
    found.push({ from: start, table });
    from = Math.max(table.end, start + 1);
  }
  return found;
};

const pathsOf = ({ columns }: ListTable): string => columns.map(({ path }) => path).join('\n');

/** The table with most rows is the form; tables of the same columns add their rows, others are left to a person. */
const chosen = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (best, each) => (!best || each.table.rows.length > best.table.rows.length ? each : best),
    undefined,
  );

const readListSheet = (grid: Grid, name: string): ReadForm | undefined => {
  const found = tablesOf(grid, name);
  const best = chosen(found);
  if (!best) return undefined;
  const { table, from } = best;
  const above = readTopLines(grid, from, table.block.top);
  const same = found.filter((each) => pathsOf(each.table) === pathsOf(table));
  const others = found.filter((each) => !same.includes(each));
  const rows = same.flatMap((each) => each.table.rows);
  const otherLines = same
    .filter((each) => each !== best)
    .map((each) => readTopLines(grid, each.from, each.table.block.top));
  const totalsRow =
    same
      .map((each) => each.table.totalsRow)
      .filter((row) => row !== null)
      .at(-1) ?? null;
  return {
    form: isSummary(table.columns, above.title, totalsRow !== null) ? 'summary' : 'list',
    title: above.title,
    headerRows: [table.block.top + 1, table.block.bottom + 1],
    firstDataRow: table.firstData + 1,
    columns: table.columns.map(columnOf),
    rows,
    totalsRow: totalsRow === null ? null : totalsRow + 1,
    notUnderstood: [
      ...above.notUnderstood,
      ...same.flatMap((each) => each.table.notUnderstood),
      ...otherLines.flatMap((each) => [
        ...each.notUnderstood,
        ...(each.titleCell ? [notUnderstood(each.titleCell)] : []),
      ]),
      ...others.flatMap((each) => cellsBetween(grid, each.from, each.table.end).map(notUnderstood)),
    ],
    lines: [
      ...above.lines,
      ...same.flatMap((each) => each.table.lines),
      ...otherLines.flatMap((each) => each.lines),
    ],
  };
};

const nothingFound = (grid: Grid): ReadForm => {
  const above = readTopLines(grid, 0, grid.height);
  const rest = cellsBetween(grid, 0, grid.height).filter(
    (cell) => cell.row !== above.titleCell?.row || cell.column !== above.titleCell?.column,
  );
  return {
    form: 'list',
    title: above.title,
    headerRows: null,
    firstDataRow: null,
    columns: [],
    rows: [],
    totalsRow: null,
    notUnderstood: rest.map(notUnderstood),
    lines: [],
  };
};

/** Reads a department's form from one sheet. What was not understood is listed by cell; nothing is dropped. */
export const readForm = (sheet: Pick<RawSheet, 'name' | 'rows' | 'merges'>): ReadForm => {
  const grid = gridOf(sheet);
  const inline = inlineFields(grid);
  if (inline.length > 0) return readCardSheet(grid, inline[0]?.label.row ?? 0, sheet.name, inline);
  const from = firstTableRow(grid);
  if (from === undefined) return nothingFound(grid);
  if (isCard(grid, from)) return readCardSheet(grid, from, sheet.name, cardFields(grid, from));
  return readListSheet(grid, sheet.name) ?? nothingFound(grid);
};
