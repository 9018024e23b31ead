import type { FormColumn } from './columns.ts';
import { type Grid, isFilled } from './grid.ts';
import { type HeaderBlock, isNumbering } from './header-block.ts';
import { frameOf, type RowKind, rowKind } from './row-kind.ts';
import { plain } from './text.ts';

/** The rows below a header by what they are, counted from 0. */
export interface Body {
  readonly end: number;
  readonly roomEnd: number | null;
  readonly data: readonly number[];
  readonly totals: readonly number[];
  readonly subtotals: readonly number[];
  readonly lines: readonly number[];
}

/** Lines just above another table's header belong to that table. */
const tableStart = (kinds: ReadonlyMap<number, RowKind>, row: number): number => {
  let start = row;
  while (['line', 'empty'].includes(kinds.get(start - 1) ?? '')) start -= 1;
  return start;
};

/** Tells every row below the header apart, down to another table. */
export const sortRows = (
  grid: Grid,
  block: HeaderBlock,
  columns: readonly FormColumn[],
  first: number,
): Body => {
  const frame = frameOf(grid, block, columns);
  const kinds = new Map<number, RowKind>();
  let end = grid.height;
  for (let row = first; row < grid.height; row += 1) {
    const before = kinds.get(row - 1);
    const kind =
      isNumbering(grid, row, block) && before === 'header'
        ? 'header'
        : rowKind(frame, row, before !== undefined && before !== 'data');
    if (kind === 'table') {
      end = tableStart(kinds, row);
      break;
    }
    kinds.set(row, kind);
  }
  const rowsOf = (wanted: RowKind) =>
    [...kinds].filter(([row, kind]) => kind === wanted && row < end).map(([row]) => row);
  const roomEnd =
    [...kinds].find(([, kind]) => kind !== 'data' && kind !== 'empty')?.[0] ??
    (end < grid.height ? end : null);
  return {
    end,
    roomEnd,
    data: rowsOf('data'),
    totals: rowsOf('total'),
    subtotals: rowsOf('subtotal'),
    lines: rowsOf('line'),
  };
};

/** The one row of totals a form is said to have: the last 合计, else the last total, else a lone 小计 at the end. */
export const totalsRowOf = ({ totals, subtotals, data }: Body, grid: Grid): number | null => {
  const isGrand = (row: number) =>
    grid.across(row).some((cell) => isFilled(cell) && /合计|总计/.test(plain(cell.text)));
  const last = totals.filter(isGrand).at(-1) ?? totals.at(-1);
  if (last !== undefined) return last;
  const only = subtotals.length === 1 ? subtotals[0] : undefined;
  return only !== undefined && only > (data.at(-1) ?? -1) ? only : null;
};
