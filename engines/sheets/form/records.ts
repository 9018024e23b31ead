import type { RawValue } from '../cells.ts';
import type { FormColumn } from './columns.ts';
import { type Grid, type GridCell, isFilled } from './grid.ts';
import { readNumber } from './read-number.ts';
import { isDash } from './text.ts';

/** One row of a form before its values are read: a cell a column, vertical merges filled down. */
export interface FormRecord {
  readonly row: number;
  readonly cells: readonly (GridCell | undefined)[];
  /** More cells under one name than the first, joined to its text. */
  readonly more: ReadonlyMap<number, readonly GridCell[]>;
}

const filledWithin = (grid: Grid, row: number, { left, right }: FormColumn): GridCell[] => {
  const cells: GridCell[] = [];
  for (let column = left; column <= right; ) {
    const cell = grid.at(row, column);
    // What a wide merge holds belongs to its first column only.
    if (isFilled(cell) && cell.column >= left) cells.push(cell);
    column = cell.right + 1;
  }
  return cells;
};

const isNumberingColumn = ({ names }: FormColumn): boolean =>
  /^(序号|编号|no\.?|#)$/i.test(names.at(-1) ?? '');

/** What formulas in ruled but empty rows give. */
const isZero = (raw: RawValue): boolean =>
  raw === 0 || (raw !== null && typeof raw === 'object' && 'number' in raw && raw.number === 0);

/**
 * The record in this row, or undefined when the row has nothing of its own beside its printed number and
 * zeros.
 */
export const recordIn = (grid: Grid, row: number, columns: readonly FormColumn[]): FormRecord | undefined => {
  const more = new Map<number, readonly GridCell[]>();
  let own = false;
  const cells = columns.map((column, index) => {
    const [first, ...others] = filledWithin(grid, row, column);
    if (others.length > 0) more.set(index, others);
    if (first && first.row === row && !isNumberingColumn(column) && !isDash(first.text) && !isZero(first.raw))
      own = true;
    return first;
  });
  return own ? { row, cells, more } : undefined;
};

/** Cells of a data row that stand under no column. */
export const strayCells = (grid: Grid, row: number, columns: readonly FormColumn[]): GridCell[] =>
  grid
    .startsIn(row)
    .filter((cell) => !columns.some(({ left, right }) => cell.column >= left && cell.column <= right));

/** What a row without a record still says, beside its printed number and strokes through it. */
export const wordsIn = (grid: Grid, row: number): GridCell[] =>
  grid.startsIn(row).filter(({ text }) => !isDash(text) && readNumber(text) === undefined);
