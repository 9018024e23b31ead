import { columnLetters } from '../cells.ts';
import { type Grid, type GridCell, isFilled } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import { squash } from './text.ts';

/** One column of a form: the grid columns from `left` to `right`, named by the header cells above it. */
export interface FormColumn {
  /** Unique in its table; a name that stands twice has #2 behind it. */
  readonly path: string;
  /** The names on the way down, white space removed. */
  readonly names: readonly string[];
  /** The header cell nearest to the rows. */
  readonly head: GridCell;
  readonly left: number;
  readonly right: number;
}

/** A group written once above several names without a merge names the blanks to its right, as far as they have names below. */
const groupAbove = (grid: Grid, block: HeaderBlock, row: number, column: number): GridCell | undefined => {
  if (row >= block.bottom) return undefined;
  for (let at = column; at >= block.left; at -= 1) {
    const cell = grid.at(row, at);
    if (isFilled(cell)) {
      const isGroup = at < column && cell.bottom === row && isFilled(grid.at(row + 1, cell.right));
      return isGroup && grid.at(row + 1, at).row > row ? cell : undefined;
    }
    if (!isFilled(grid.at(row + 1, at)) || grid.at(row + 1, at).row <= row) return undefined;
  }
  return undefined;
};

const headsOf = (grid: Grid, block: HeaderBlock, column: number): GridCell[] => {
  const heads: GridCell[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const cell = grid.at(row, column);
    const head = isFilled(cell) ? cell : cell.row === row ? groupAbove(grid, block, row, column) : undefined;
    const last = heads.at(-1);
    if (head && !(last && last.row === head.row && last.column === head.column)) heads.push(head);
  }
  return heads;
};

/** Makes names unique by counting those that stand twice. */
export const uniquePaths = <T extends { readonly path: string }>(items: readonly T[]): T[] => {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const count = (seen.get(item.path) ?? 0) + 1;
    seen.set(item.path, count);
    return count === 1 ? item : { ...item, path: `${item.path}#${count}` };
  });
};

const isSameHead = (a: GridCell | undefined, b: GridCell | undefined): boolean =>
  a !== undefined && b !== undefined && a.row === b.row && a.column === b.column;

/** Whether the grid columns under one wide name hold values of their own, as 类别 | 项目 under one merged 项目 do. */
const isSplit = (grid: Grid, block: HeaderBlock, left: number, right: number, lastRow: number): boolean => {
  let [both, rows] = [0, 0];
  for (let row = block.bottom + 1; row <= Math.min(lastRow, block.bottom + 200); row += 1) {
    const cells = grid
      .across(row)
      .filter((cell) => cell.column >= left && cell.right <= right && isFilled(cell));
    if (cells.length > 0) rows += 1;
    if (cells.length > 1) both += 1;
  }
  return rows > 0 && both >= rows * 0.3;
};

/**
 * The columns below a header, left to right, as the header names them. A column without a name that is filled in
 * most rows is named by its letter; other unnamed columns are none.
 */
export const columnsOf = (grid: Grid, block: HeaderBlock, lastRow: number): FormColumn[] => {
  const columns: FormColumn[] = [];
  for (let column = block.left; column <= block.right; ) {
    const heads = headsOf(grid, block, column);
    const head = heads.at(-1);
    let right = column;
    while (right < block.right && isSameHead(headsOf(grid, block, right + 1).at(-1), head)) right += 1;
    if (head && right > column && isSplit(grid, block, column, right, lastRow)) right = column;
    const names = heads.map(({ text }) => squash(text));
    if (head) columns.push({ path: names.join('/'), names, head, left: column, right });
    else if (isMostlyFilled(grid, block, column, lastRow)) {
      const name = `${columnLetters(column)}列`;
      columns.push({
        path: name,
        names: [name],
        head: grid.at(block.bottom, column),
        left: column,
        right: column,
      });
    }
    column = right + 1;
  }
  return columns;
};

const isMostlyFilled = (grid: Grid, block: HeaderBlock, column: number, lastRow: number): boolean => {
  const last = Math.min(lastRow, block.bottom + 200);
  let filled = 0;
  for (let row = block.bottom + 1; row <= last; row += 1) if (isFilled(grid.at(row, column))) filled += 1;
  return filled > 0 && filled >= (last - block.bottom) / 2;
};
