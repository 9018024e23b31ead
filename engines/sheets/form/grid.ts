import { numberText, type RawValue } from '../cells.ts';
import type { Merge, RawSheet } from '../read-raw.ts';
import { SheetRefusal } from '../refusal.ts';
import { isBlank } from './text.ts';

/** A cell with all it covers; rows and columns from 0, both ends included. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly bottom: number;
  readonly right: number;
  readonly raw: RawValue;
  readonly text: string;
}

/** A sheet to look around in. What a merge covers belongs to its first cell. */
export interface Grid {
  readonly height: number;
  readonly width: number;
  /** The cell that covers this place; blank ones too. */
  at(row: number, column: number): GridCell;
  /** Every cell that begins in this row and holds something. */
  startsIn(row: number): readonly GridCell[];
  /** Every cell over this row from left to right, blank ones and those from above too. */
  across(row: number): readonly GridCell[];
}

export const textOf = (raw: RawValue | undefined): string => {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw === 'number') return numberText(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  if ('date' in raw) return raw.date;
  return 'shown' in raw ? raw.shown : raw.error;
};

export const isFilled = (cell: GridCell): boolean => !isBlank(cell.text);
export const isText = (cell: GridCell): boolean => typeof cell.raw === 'string';

/** Sums over all merges the rows each touches: real forms of 50,000 rows stay far below. */
const MOST_MERGED = 2_000_000;

/** Merges by the row they touch: a sheet of a thousand merges is looked through quickly. */
const mergesByRow = (merges: readonly Merge[], height: number, width: number): Map<number, Merge[]> => {
  const byRow = new Map<number, Merge[]>();
  let touched = 0;
  for (const merge of merges) {
    if (merge.top >= height || merge.left >= width) continue;
    const kept = {
      ...merge,
      bottom: Math.min(merge.bottom, height - 1),
      right: Math.min(merge.right, width - 1),
    };
    touched += kept.bottom - kept.top + 1;
    if (touched > MOST_MERGED) throw new SheetRefusal('too-large', 'merged cells touch too many rows');
    for (let row = kept.top; row <= kept.bottom; row += 1) {
      const here = byRow.get(row);
      if (here) here.push(kept);
      else byRow.set(row, [kept]);
    }
  }
  return byRow;
};

export const gridOf = ({ rows, merges }: Pick<RawSheet, 'rows' | 'merges'>): Grid => {
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const byRow = mergesByRow(merges, height, width);
  const make = (row: number, column: number, bottom: number, right: number): GridCell => {
    const raw = rows[row]?.[column] ?? null;
    return { row, column, bottom, right, raw, text: textOf(raw) };
  };
  const at = (row: number, column: number): GridCell => {
    const merge = byRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
    return merge ? make(merge.top, merge.left, merge.bottom, merge.right) : make(row, column, row, column);
  };
  const across = (row: number): GridCell[] => {
    const cells: GridCell[] = [];
    for (let column = 0; column < width; ) {
      const cell = at(row, column);
      cells.push(cell);
      column = Math.max(cell.right, column) + 1;
    }
    return cells;
  };
  const startsIn = (row: number): GridCell[] =>
    across(row).filter((cell) => cell.row === row && isFilled(cell));
  return { height, width, at, across, startsIn };
};
