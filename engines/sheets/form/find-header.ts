import { pairsOf } from './card-pairs.ts';
import type { Grid, GridCell } from './grid.ts';
import { isFilled } from './grid.ts';
import { isKnownLabel, mayBeLabel } from './label-words.ts';
import { asksRight, isMeta } from './lines.ts';

const TRIED_ROWS = 60;

/** Cells that say nothing about a table: particulars with a colon, and what stands to the right of such a label. */
const plainCells = (cells: readonly GridCell[]): GridCell[] =>
  cells.filter((cell, index) => {
    const before = cells[index - 1];
    return !isMeta(cell.text) && !asksRight(cell.text) && !(before && asksRight(before.text));
  });

/** A title merged over most of the sheet with one remark beside it. */
const isTitleBeside = (grid: Grid, cells: readonly GridCell[]): boolean => {
  const wide = cells.filter(
    ({ column, right }) => right - column >= 2 && right - column + 1 >= grid.width * 0.5,
  );
  return (
    cells.length === 2 &&
    wide.length === 1 &&
    cells.every((cell) => cell.row === cell.bottom && (wide.includes(cell) || cell.column === cell.right))
  );
};

/** A row outside any table: empty, one cell alone, or particulars (填报单位：… 填报日期：…) with a title at most. */
export const isLineRow = (grid: Grid, row: number): boolean => {
  const cells = grid.across(row).filter(isFilled);
  if (cells.length <= 1 || isTitleBeside(grid, cells)) return true;
  const left = plainCells(cells);
  return left.length <= 1 && left.length < cells.length;
};

/** Columns this row names, with the blanks that the row below names under a group written once. */
const coverage = (grid: Grid, row: number): number => {
  const here = grid.across(row);
  const below = (column: number): boolean => row + 1 < grid.height && isFilled(grid.at(row + 1, column));
  const split = row + 1 < grid.height && here.some((cell) => isFilled(cell) && !below(cell.column));
  let covered = 0;
  for (const cell of here)
    for (let column = cell.column; column <= cell.right; column += 1)
      if (isFilled(cell) || (split && below(column))) covered += 1;
  return covered;
};

export const isFigure = (cell: GridCell): boolean =>
  cell.raw !== null && typeof cell.raw === 'object'
    ? true
    : typeof cell.raw === 'number' && !(cell.raw >= 1990 && cell.raw <= 2100);

/** 1 2 3 … 31 across a month's attendance, or 2023 2024 2025: names and no values. */
const isSeries = (figures: readonly GridCell[]): boolean =>
  figures.length >= 3 &&
  figures.every(
    ({ raw }, index) =>
      typeof raw === 'number' && (index === 0 || raw === Number(figures[index - 1]?.raw) + 1),
  );

/** 居委会 | 和安一居 | 日期 | 3月2日 above the real header: names with their answers, none merged down. */
const isParticulars = (grid: Grid, row: number): boolean =>
  pairsOf(grid, row).length > 1 && grid.across(row).every((cell) => cell.row === cell.bottom);

const namesOnly = (grid: Grid, row: number): boolean => {
  const cells = grid.startsIn(row);
  const known = cells.filter(({ text }) => isKnownLabel(text)).length;
  const allTexts = cells.every((cell) => typeof cell.raw === 'string' && mayBeLabel(cell.text));
  return cells.length >= 3 && allTexts && known >= cells.length * 0.6 && pairsOf(grid, row).length === 0;
};

/** The first row that names most columns, or undefined when no row names two. */
export const headerTop = (grid: Grid, from: number, to: number): number | undefined => {
  let widest = 0;
  const rows: { row: number; covers: number }[] = [];
  for (let row = from; row <= Math.min(to, from + TRIED_ROWS); row += 1) {
    if (isLineRow(grid, row)) continue;
    const cells = grid.startsIn(row);
    const covers = coverage(grid, row);
    widest = Math.max(widest, covers);
    const figures = cells.filter(isFigure);
    if (cells.length > 0 && (figures.length <= cells.length / 2 || isSeries(figures)))
      rows.push({ row, covers });
  }
  const wide = rows.filter(({ covers }) => covers >= widest * 0.6);
  const isNames = ({ row }: { row: number }) => namesOnly(grid, row);
  const header = wide.find(
    (each, index) => !isParticulars(grid, each.row) || !wide.slice(index + 1, index + 8).some(isNames),
  );
  return (header ?? wide[0])?.row;
};
