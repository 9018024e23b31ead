import type { CellReading, Column } from './workbook-columns.ts';

/** A cell as text, and what it is called in the file (`C7`). */
interface SheetCell {
  readonly text: string;
  readonly address: string;
  /** The file's own fault: a formula that failed, a number that lost its last digits. */
  readonly problem?: string;
}

/** A sheet whose titles were found: which column holds what, and the rows below the titles. */
export interface SheetText {
  readonly name: string;
  /** Key of our column → its place in the rows, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Titles that stand for a column found already. */
  readonly repeated: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface PlaceProblem {
  readonly sheet: string;
  readonly cell: string | null;
  readonly message: string;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueOf<C> = C extends { read: (text: string) => CellReading<infer T> } ? T : never;
type RowValues<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };

/** One row that was understood, and how to name its cells in a problem. */
export interface SheetRow<C extends Columns> {
  readonly values: RowValues<C>;
  readonly cellOf: (key: keyof C) => string | null;
  /** Which columns the sheet has: what it does not say about somebody known stays as it is. */
  readonly given: ReadonlySet<string>;
}

/** Things wrong with the sheet as a whole. */
const sheetProblems = (sheet: SheetText, columns: Columns): PlaceProblem[] => {
  const missing = Object.entries(columns).filter(([key, { needed }]) => needed && !sheet.columns.has(key));
  const titles = missing.map(([, { title }]) => title).join('、');
  return [
    ...(missing.length > 0 ? [{ sheet: sheet.name, cell: null, message: `缺少这些列：${titles}` }] : []),
    ...sheet.repeated.map((cell) => ({ sheet: sheet.name, cell, message: '这一列和前面的一列重复' })),
  ];
};

const readRow = <C extends Columns>(sheet: SheetText, cells: readonly SheetCell[], columns: C) => {
  const cellAt = (key: string): SheetCell | undefined => cells[sheet.columns.get(key) ?? -1];
  const cellOf = (key: keyof C): string | null => cellAt(String(key))?.address ?? null;
  const values: Record<string, unknown> = {};
  const problems: PlaceProblem[] = [];
  for (const [key, column] of Object.entries<Column<unknown>>(columns)) {
    const cell = cellAt(key);
    const reading = cell?.problem
      ? { problem: '公式出错或数字不全，请改成文字重新填写' }
      : column.read(cell?.text.trim() ?? '');
    if ('value' in reading) values[key] = reading.value;
    else problems.push({ sheet: sheet.name, cell: cellOf(key), message: reading.problem });
  }
  return { values: values as RowValues<C>, cellOf, problems };
};

/**
 * Reads a sheet by its columns. A row with any problem is left out of `rows`; each problem names its cell.
 * Empty rows are skipped.
 */
export const readSheet = <C extends Columns>(
  sheet: SheetText,
  columns: C,
): { rows: SheetRow<C>[]; problems: PlaceProblem[] } => {
  const whole = sheetProblems(sheet, columns);
  if (whole.length > 0) return { rows: [], problems: whole };
  const given = new Set(sheet.columns.keys());
  const read = sheet.rows
    .filter((cells) => cells.some(({ text }) => text.trim() !== ''))
    .map((cells) => readRow(sheet, cells, columns));
  return {
    rows: read
      .filter(({ problems }) => problems.length === 0)
      .map(({ values, cellOf }) => ({ values, cellOf, given })),
    problems: read.flatMap(({ problems }) => problems),
  };
};
