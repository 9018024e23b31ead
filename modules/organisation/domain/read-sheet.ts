import type { CellReading, Column } from './workbook-columns.ts';

/** A sheet as text: the row its titles stand in, and the rows below. Rows and columns count from 1 in the file. */
export interface SheetText {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface PlaceProblem {
  readonly sheet: string;
  readonly cell: string | null;
  readonly message: string;
}

type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueOf<C> = C extends { read: (text: string) => CellReading<infer T> } ? T : never;
export type RowValues<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };

/** One row that was understood, and how to name its cells in a problem. */
export interface SheetRow<C extends Columns> {
  readonly values: RowValues<C>;
  readonly cellOf: (key: keyof C) => string | null;
  /** Which columns the sheet has: what it does not say about somebody known stays as it is. */
  readonly given: ReadonlySet<string>;
}

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);

const plain = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');

/** Which column of the sheet holds each of ours, whatever their order; an exact title goes before an alias. */
export const placeColumns = (header: readonly string[], columns: Columns): Map<string, number> => {
  const titles = header.map(plain);
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const pick of [(c: Column<unknown>) => [c.title], (c: Column<unknown>) => c.aliases]) {
    for (const [key, column] of Object.entries(columns)) {
      const wanted = pick(column).map(plain);
      const index = titles.findIndex((title, at) => wanted.includes(title) && !taken.has(at));
      if (index < 0 || places.has(key)) continue;
      places.set(key, index);
      taken.add(index);
    }
  }
  return places;
};

/**
 * Reads a sheet by its columns. A row with any problem is left out of `rows`; each problem names its cell.
 * Empty rows are skipped.
 */
export const readSheet = <C extends Columns>(
  sheet: SheetText,
  columns: C,
): { rows: SheetRow<C>[]; problems: PlaceProblem[] } => {
  const places = placeColumns(sheet.header, columns);
  const missing = Object.entries<Column<unknown>>(columns).filter(
    ([key, { needed }]) => needed && !places.has(key),
  );
  if (missing.length > 0) {
    const titles = missing.map(([, { title }]) => title).join('、');
    return { rows: [], problems: [{ sheet: sheet.name, cell: null, message: `缺少这些列：${titles}` }] };
  }
  const rows: SheetRow<C>[] = [];
  const problems: PlaceProblem[] = [];
  for (const { row, cells } of sheet.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cellOf = (key: keyof C) => {
      const place = places.get(String(key));
      return place === undefined ? null : `${columnLetters(place)}${row}`;
    };
    const values: Record<string, unknown> = {};
    let whole = true;
    for (const [key, column] of Object.entries<Column<unknown>>(columns)) {
      const place = places.get(key);
      const reading = column.read(place === undefined ? '' : (cells[place] ?? '').trim());
      if ('value' in reading) values[key] = reading.value;
      else {
        whole = false;
        problems.push({ sheet: sheet.name, cell: cellOf(key), message: reading.problem });
      }
    }
    if (whole) rows.push({ values: values as RowValues<C>, cellOf, given: new Set(places.keys()) });
  }
  return { rows, problems };
};
