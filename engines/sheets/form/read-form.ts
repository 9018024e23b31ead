import type { RawSheet } from '../read-raw.ts';
import { inlineFields } from './card-inline.ts';
import { isLineRow } from './find-header.ts';
import type { ReadForm } from './form.ts';
import { type Grid, gridOf } from './grid.ts';
import { notUnderstood } from './not-understood.ts';
import { cardFields, isCard } from './read-card.ts';
import { readCardSheet } from './read-card-sheet.ts';
import { readListSheet } from './read-list-sheet.ts';
import { cellsBetween, noCells, type ReadSheet } from './sheet-parts.ts';
import { readTopLines } from './top-lines.ts';

type SheetCells = Pick<RawSheet, 'name' | 'rows' | 'merges'>;

const firstTableRow = (grid: Grid): number | undefined => {
  for (let row = 0; row < grid.height; row += 1) if (!isLineRow(grid, row)) return row;
  return undefined;
};

const nothingFound = (grid: Grid): ReadSheet => {
  const above = readTopLines(grid, 0, grid.height);
  const rest = cellsBetween(grid, 0, grid.height).filter(
    (cell) => cell.row !== above.titleCell?.row || cell.column !== above.titleCell?.column,
  );
  const form: ReadForm = {
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
  return { form, places: {}, cells: noCells };
};

/** A department's form and where it takes values. */
export const readSheet = (sheet: SheetCells): ReadSheet => {
  const grid = gridOf(sheet);
  const inline = inlineFields(grid);
  if (inline.length > 0) return readCardSheet(grid, inline[0]?.label.row ?? 0, sheet.name, inline);
  const from = firstTableRow(grid);
  if (from === undefined) return nothingFound(grid);
  if (isCard(grid, from)) return readCardSheet(grid, from, sheet.name, cardFields(grid, from));
  return readListSheet(grid, sheet.name) ?? nothingFound(grid);
};

/** Reads a department's form from one sheet. What was not understood is listed by cell; nothing is dropped. */
export const readForm = (sheet: SheetCells): ReadForm => readSheet(sheet).form;
