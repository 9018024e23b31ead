import { apart } from './apart.ts';
import { type Cell, toCell } from './cells.ts';
import type { Merge, RawSheet } from './read-raw.ts';

export interface ReadLimits {
  readonly maxRows: number;
  /** Size of the file itself. An .xlsx may unpack to twenty times as much, at most 100 MB. */
  readonly maxBytes: number;
  readonly maxColumns: number;
}

export interface TableSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
}

export interface SheetTable {
  readonly sheets: readonly TableSheet[];
}

const DEFAULTS: ReadLimits = { maxRows: 20_000, maxBytes: 20_000_000, maxColumns: 200 };
const MOST_UNPACKED = 100_000_000;
const THREAD = { ms: 5000, heapMb: 512 };

const tableSheet = (sheet: RawSheet): TableSheet => ({
  ...sheet,
  rows: sheet.rows.map((row, at) => row.map((raw, column) => toCell(raw, at, column))),
});

/**
 * Reads an .xlsx, .xls or CSV to a plain grid with addresses; what kind it is, its content says. Never runs or
 * follows anything in the file: formulas give the values last shown.
 *
 * @throws SheetRefusal within 5 seconds for anything else, too large, protected or hostile
 */
export const readTable = async (bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<SheetTable> => {
  const bounds = { ...DEFAULTS, ...limits };
  const maxUnpacked = Math.min(MOST_UNPACKED, Math.max(bounds.maxBytes * 20, 1_000_000));
  const answer = await apart(bytes, { what: 'table' }, { ...bounds, maxUnpacked }, THREAD);
  return { sheets: 'sheets' in answer ? answer.sheets.map(tableSheet) : [] };
};
