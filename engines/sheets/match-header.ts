import type { Cell } from './cells.ts';

export interface WantedColumn {
  readonly key: string;
  /** The name first shown and every other name it goes by. */
  readonly labels: readonly string[];
  readonly required?: boolean;
}

export interface HeaderMatch {
  /** Index of the header row from 0, or null when no row names any wanted column. */
  readonly headerRow: number | null;
  /** Key → column index from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Required keys that no column answers. */
  readonly missing: readonly string[];
  /** Header cells that answer nothing wanted. */
  readonly unknown: readonly { readonly address: string; readonly label: string }[];
  /** A second column for a key already found; never silently taken. */
  readonly repeated: readonly { readonly key: string; readonly address: string }[];
}

const HEADER_WITHIN = 20;

/** One spelling for a label: full-width as half-width, no white space, no marks of "required", no case. */
export const normalLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[*:：]+/g, '')
    .toLowerCase();

/** Without a note in brackets: 手机号(11位) is 手机号. */
const withoutNote = (label: string): string => label.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');

const keysByLabel = (wanted: readonly WantedColumn[]): Map<string, string> => {
  const keys = new Map<string, string>();
  for (const { key, labels } of wanted)
    for (const label of labels) if (!keys.has(normalLabel(label))) keys.set(normalLabel(label), key);
  return keys;
};

const keyOf = (cell: Cell, keys: ReadonlyMap<string, string>): string | undefined => {
  const label = normalLabel(cell.text);
  return keys.get(label) ?? keys.get(withoutNote(label));
};

const bestRow = (rows: readonly (readonly Cell[])[], keys: ReadonlyMap<string, string>): number | null => {
  let best: number | null = null;
  let most = 0;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const found = new Set(row.map((cell) => keyOf(cell, keys)).filter((key) => key !== undefined)).size;
    if (found > most) [best, most] = [index, found];
  }
  return best;
};

/** Finds the header among the first 20 rows, in any column order, by label or synonym. */
export const matchHeader = (
  rows: readonly (readonly Cell[])[],
  wanted: readonly WantedColumn[],
): HeaderMatch => {
  const keys = keysByLabel(wanted);
  const headerRow = bestRow(rows, keys);
  const columns = new Map<string, number>();
  const unknown: { address: string; label: string }[] = [];
  const repeated: { key: string; address: string }[] = [];
  for (const [column, cell] of (headerRow === null ? [] : (rows[headerRow] ?? [])).entries()) {
    const key = keyOf(cell, keys);
    if (key === undefined) {
      if (cell.text.trim() !== '') unknown.push({ address: cell.address, label: cell.text });
    } else if (columns.has(key)) repeated.push({ key, address: cell.address });
    else columns.set(key, column);
  }
  const missing = wanted.filter(({ key, required }) => required && !columns.has(key)).map(({ key }) => key);
  return { headerRow, columns, missing, unknown, repeated };
};
