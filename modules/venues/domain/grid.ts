/** Where the wall puts things: cells of equal size, the programme block at the top left. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Cells the programme takes. The wall of 33 branches: 8 × 6 with 5 × 3. */
  readonly programme: { readonly columns: number; readonly rows: number };
}

/** Cells left for tiles. */
export const tilesOf = ({ columns, rows, programme }: Grid): number =>
  columns * rows - programme.columns * programme.rows;

/** Grids from the roomiest to the fullest; each leaves just what its neighbours do not. */
const grids: readonly Grid[] = [
  { columns: 1, rows: 1, programme: { columns: 1, rows: 1 } },
  { columns: 4, rows: 4, programme: { columns: 3, rows: 4 } },
  { columns: 4, rows: 4, programme: { columns: 3, rows: 3 } },
  { columns: 5, rows: 5, programme: { columns: 4, rows: 4 } },
  { columns: 5, rows: 5, programme: { columns: 4, rows: 3 } },
  { columns: 6, rows: 5, programme: { columns: 4, rows: 3 } },
  { columns: 6, rows: 6, programme: { columns: 4, rows: 3 } },
  { columns: 7, rows: 6, programme: { columns: 5, rows: 3 } },
  { columns: 8, rows: 6, programme: { columns: 5, rows: 3 } },
  { columns: 9, rows: 7, programme: { columns: 5, rows: 4 } },
  { columns: 10, rows: 8, programme: { columns: 6, rows: 4 } },
  { columns: 12, rows: 10, programme: { columns: 7, rows: 5 } },
];

/** The roomiest grid with a tile for each of `venues` branches. */
export const gridFor = (venues: number): Grid => {
  const fits = grids.find((grid) => tilesOf(grid) >= venues);
  if (fits) return fits;
  const side = Math.ceil(Math.sqrt(venues * 1.4));
  return {
    columns: side,
    rows: side,
    programme: { columns: Math.floor(side / 2), rows: Math.floor(side / 2) },
  };
};

/** Cells of equal size for `tiles` pictures on a wide wall: the fullest that is not higher than wide. */
export const evenGrid = (tiles: number): { columns: number; rows: number } => {
  const columns = Math.max(1, Math.ceil(Math.sqrt(tiles)));
  return { columns, rows: Math.max(1, Math.ceil(tiles / columns)) };
};
