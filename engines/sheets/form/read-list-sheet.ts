import type { FormCells, ReadForm } from './form.ts';
import { isSummary } from './form-kind.ts';
import type { Grid } from './grid.ts';
import { notUnderstood } from './not-understood.ts';
import { type ListTable, readList } from './read-list.ts';
import { cellsBetween, columnOf, type ReadSheet, yearsOfName } from './sheet-parts.ts';
import { readTopLines } from './top-lines.ts';

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

/** Where the rows of tables of the same columns were read; each table brings parts of its own. */
const cellsOf = (tables: readonly Found[]): FormCells => {
  const parts: (readonly number[])[] = [];
  const rows: (readonly [number, number])[] = [];
  for (const { table } of tables) {
    for (const [row, part] of table.cells.rows) rows.push([row, parts.length + part]);
    parts.push(...table.cells.parts);
  }
  return { parts, rows, card: null };
};

/** The table with most rows is the form; tables of the same columns add their rows, others are left to a person. */
const chosen = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (best, each) => (!best || each.table.rows.length > best.table.rows.length ? each : best),
    undefined,
  );

/** Reads a list or summary: the sheet's table with most rows, and those of the same columns. */
export const readListSheet = (grid: Grid, name: string): ReadSheet | undefined => {
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
  const form: ReadForm = {
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
  const columns = table.columns.map(({ path, left }) => ({ path, column: left }));
  return {
    form,
    places: { list: { columns, first: table.firstData, end: table.roomEnd } },
    cells: cellsOf(same),
  };
};
