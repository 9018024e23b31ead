import { isFigure } from './find-header.ts';
import { type Grid, type GridCell, isFilled } from './grid.ts';
import { isKnownLabel, mayBeLabel } from './label-words.ts';
import { isNote } from './lines.ts';
import { plain } from './text.ts';
import { isUnit } from './units.ts';

/** The rows and columns a table's names stand in, from 0, both ends included. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const DEEPEST = 12;

/** Nothing but units in brackets: (人) (户) (元), or the bare units. */
const isUnitsRow = (cells: readonly GridCell[]): boolean =>
  cells.length > 0 && cells.every(({ text }) => /^[([（【].*[)\]）】]$/.test(text) || isUnit(text));

const deepestEnd = (grid: Grid, top: number, bottom: number): number => {
  let end = bottom;
  for (let row = top; row <= bottom; row += 1)
    for (const cell of grid.across(row))
      if (isFilled(cell) && cell.row >= top) end = Math.max(end, cell.bottom);
  return Math.min(end, top + DEEPEST);
};

/** Whether a column has been given its last name by this row: then a further level has nothing of its own below it. */
const isNamed = (cell: GridCell): boolean => isFilled(cell) && cell.column === cell.right;

interface Below {
  readonly cells: readonly GridCell[];
  readonly underGroups: boolean;
  readonly underNames: boolean;
  readonly fillsBlanks: boolean;
  readonly leavesBlanks: boolean;
}

/** What the row below the header so far has under its groups, its last names and its blanks. */
const lookBelow = (grid: Grid, { bottom, left, right: named }: HeaderBlock): Below => {
  // A group written once at the right edge has names below blanks further right.
  let right = named;
  while (right + 1 < grid.width && isFilled(grid.at(bottom + 1, right + 1))) right += 1;
  const cells = grid.startsIn(bottom + 1).filter(({ column }) => column >= left && column <= right);
  const above = (cell: GridCell) => grid.at(bottom, cell.column);
  const group = (cell: GridCell): boolean => {
    const parent = above(cell);
    return (
      isFilled(parent) &&
      parent.right > parent.column &&
      cell.right - cell.column < parent.right - parent.column
    );
  };
  const blanks = grid
    .across(bottom)
    .filter((cell) => !isFilled(cell) && cell.column > left && cell.column <= right);
  const names = grid
    .across(bottom)
    .filter((cell) => isNamed(cell) && cell.column >= left && cell.column <= right);
  return {
    cells,
    underGroups: cells.filter(group).length >= 2,
    underNames: cells.some((cell) => isNamed(above(cell))),
    fillsBlanks: blanks.length > 0 && blanks.every(({ column }) => isFilled(grid.at(bottom + 1, column))),
    leavesBlanks: names.some(
      ({ column }) =>
        !isFilled(grid.at(bottom + 1, column)) && grid.at(bottom + 1, column).row === bottom + 1,
    ),
  };
};

/** All of it names and none of it answers: told by known names, as nothing else tells groups over all columns apart. */
const readsAsNames = (cells: readonly GridCell[]): boolean =>
  cells.filter(({ text }) => isKnownLabel(text) || isUnit(text) || /^\d+月份?$/.test(plain(text))).length >=
  cells.length / 2;

const goesDeeper = (grid: Grid, block: HeaderBlock): boolean => {
  if (block.bottom + 1 >= grid.height || block.bottom - block.top >= DEEPEST) return false;
  const { cells, underGroups, underNames, fillsBlanks, leavesBlanks } = lookBelow(grid, block);
  if (cells.length === 0) return false;
  if (isUnitsRow(cells)) return true;
  if (!cells.every((cell) => !isFigure(cell) && mayBeLabel(cell.text))) return false;
  if (cells.some(({ text }) => isNote(text))) return false;
  const partly = grid.across(block.bottom + 1).some((cell) => cell.row <= block.bottom && isFilled(cell));
  if (underGroups && !underNames)
    return partly || leavesBlanks || readsAsNames(cells) || !repeatsBelow(grid, block.bottom + 1);
  return (
    fillsBlanks && leavesBlanks && (!isFilled(grid.at(block.bottom + 1, block.left)) || readsAsNames(cells))
  );
};

/** Names stand once; two rows of the same kinds of values are rows of a table whose cells are merged across. */
const repeatsBelow = (grid: Grid, row: number): boolean => {
  const kinds = (at: number): string =>
    grid
      .across(at)
      .map((cell) => `${cell.column}-${cell.right}`)
      .join();
  return row + 1 < grid.height && kinds(row) === kinds(row + 1) && !grid.startsIn(row + 1).some(isFigure);
};

const columnsOf = (grid: Grid, top: number, bottom: number): { left: number; right: number } => {
  let left = grid.width;
  let right = 0;
  for (let row = top; row <= bottom; row += 1)
    for (const cell of grid.across(row))
      if (isFilled(cell)) [left, right] = [Math.min(left, cell.column), Math.max(right, cell.right)];
  return { left, right };
};

/** The header from its first row down: as deep as its merges, its groups' own names and its row of units reach. */
export const headerBlock = (grid: Grid, top: number): HeaderBlock => {
  let bottom = deepestEnd(grid, top, top);
  let block = { top, bottom, ...columnsOf(grid, top, bottom) };
  while (goesDeeper(grid, block)) {
    bottom = deepestEnd(grid, top, bottom + 1);
    block = { top, bottom, ...columnsOf(grid, top, bottom) };
  }
  return block;
};

/** A row that only counts the columns: 1 2 3 4, 甲 乙 1 2 3, (1) (2) (3)=(1)+(2). */
export const isNumbering = (grid: Grid, row: number, { left, right }: HeaderBlock): boolean => {
  if (row >= grid.height) return false;
  const texts = grid
    .across(row)
    .filter((cell) => cell.column >= left && cell.column <= right)
    .map(({ text }) => plain(text));
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 3 || filled.length < texts.length * 0.6) return false;
  const figures = filled
    .map((text) => /^[(]?(\d{1,3})[)]?(=.*)?$/.exec(text)?.[1])
    .filter((found) => found !== undefined);
  const letters = filled.filter((text) => /^(栏次|栏目|列次|[甲乙丙丁戊A-E])$/.test(text));
  if (figures.length < 2 || figures.length + letters.length !== filled.length) return false;
  return (
    figures.every((figure, index) => index === 0 || Number(figure) === Number(figures[index - 1]) + 1) &&
    (letters.length > 0 || figures[0] === '1')
  );
};
