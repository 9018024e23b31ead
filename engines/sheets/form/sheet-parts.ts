import { cellAddress } from '../cells.ts';
import type { FormCells, FormPlaces, ReadColumn, ReadForm } from './form.ts';
import type { Grid, GridCell } from './grid.ts';
import type { ListColumn } from './list-values.ts';
import { type NamedYear, yearsIn } from './named-years.ts';

/** A form as read, and where it takes values when it is filled. */
export interface ReadSheet {
  readonly form: ReadForm;
  readonly places: FormPlaces;
  readonly cells: FormCells;
}

/** Of a sheet without rows. */
export const noCells: FormCells = { parts: [], rows: [], card: null };

export const columnOf = ({ path, head, kind }: Pick<ListColumn, 'path' | 'head' | 'kind'>): ReadColumn => ({
  path,
  cell: cellAddress(head.row, head.column),
  type: kind.type,
  unit: kind.unit,
});

/** Every filled cell from one row up to another. */
export const cellsBetween = (grid: Grid, from: number, to: number): GridCell[] => {
  const cells: GridCell[] = [];
  for (let row = from; row < to; row += 1) cells.push(...grid.startsIn(row));
  return cells;
};

/** The sheet's name names a year when nothing else does. */
export const yearsOfName = (name: string): NamedYear[] => yearsIn(name).map((year) => ({ ...year, row: 0 }));
