import { cellAddress } from '../cells.ts';
import type { NotUnderstood } from './form.ts';
import type { GridCell } from './grid.ts';

/** A cell as it is listed for a person to read. */
export const notUnderstood = ({ row, column, text }: GridCell): NotUnderstood => ({
  cell: cellAddress(row, column),
  text,
});
