import type { ColumnKind } from './column-type.ts';
import { columnsOf, type FormColumn, uniquePaths } from './columns.ts';
import { headerTop } from './find-header.ts';
import type { FormCells, FormLine, NotUnderstood } from './form.ts';
import type { Grid } from './grid.ts';
import { type HeaderBlock, headerBlock, isNumbering } from './header-block.ts';
import { endsInTotal, isTotal } from './lines.ts';
import { sortRows, totalsRowOf } from './list-body.ts';
import { linesOf, sortLines, yearsInLines } from './list-lines.ts';
import { kindsOf, type ListColumn, readRows, yearFinders } from './list-values.ts';
import type { NamedYear } from './named-years.ts';
import { notUnderstood } from './not-understood.ts';
import { panelsOf } from './panels.ts';
import type { FormValue } from './read-value.ts';
import { type FormRecord, recordIn, strayCells, wordsIn } from './records.ts';

/** One table of a sheet as read. Rows count from 0. */
export interface ListTable {
  readonly block: HeaderBlock;
  readonly firstData: number;
  /** The row after the last that belongs to it. */
  readonly end: number;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly Record<string, FormValue>[];
  /** Where each row was read. */
  readonly cells: Pick<FormCells, 'parts' | 'rows'>;
  readonly totalsRow: number | null;
  /** Rows for records from the first on: up to this row, which is something else; null when nothing stands below. */
  readonly roomEnd: number | null;
  readonly lines: readonly FormLine[];
  readonly notUnderstood: readonly NotUnderstood[];
}

interface PanelRecord extends FormRecord {
  readonly part: number;
}

const panelOrder = (
  grid: Grid,
  data: readonly number[],
  panels: readonly (readonly FormColumn[])[],
): PanelRecord[] =>
  panels.flatMap((panel, part) =>
    data.flatMap((row) => {
      const record = recordIn(grid, row, panel);
      return record ? [{ ...record, part }] : [];
    }),
  );

/** What stands around a table and helps to read it. */
export interface Around {
  readonly years: readonly NamedYear[];
  readonly unit: string | null;
  /** Texts of the lines above the table, which printed pages repeat. */
  readonly known: ReadonlySet<string>;
}

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
    cells: {
      parts: panels.map((panel) => panel.map(({ left }) => left)),
      rows: records.map(({ row, part }) => [row, part] as const),
    },
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
