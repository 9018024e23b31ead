import { apart } from './apart.ts';
import { cellAddress } from './cells.ts';
import type { FormCells, ReadForm } from './form/form.ts';
import type { FormSheet, SheetName } from './sheet-worker.ts';

export interface FormFile {
  readonly sheets: readonly SheetName[];
  /** Null when no sheet has the name asked for. */
  readonly form: ReadForm | null;
}

/** A district's ledger of years fits: 100,000 rows, 50 MB, unpacked 300 MB. */
const LIMITS = {
  maxRows: 100_000,
  maxColumns: 400,
  maxBytes: 50_000_000,
  maxUnpacked: 300_000_000,
  formats: true,
};
const THREAD = { ms: 30_000, heapMb: 1024 };

/**
 * Reads a department's form from a workbook or CSV: title, header of any depth, rows by column, and every cell that
 * was not understood.
 * @param sheet its name; else the first sheet that is not hidden
 * @throws SheetRefusal
 */
export const readFormFile = async (bytes: Uint8Array, sheet?: string): Promise<FormFile> => {
  const answer = await apart(bytes, { what: 'form', sheet }, LIMITS, THREAD);
  return 'names' in answer ? { sheets: answer.names, form: answer.form } : { sheets: [], form: null };
};

/**
 * Reads every sheet of a workbook as a form, each as `readFormFile` reads it, with the cell of every value.
 * @throws SheetRefusal
 */
export const readFormSheets = async (bytes: Uint8Array): Promise<readonly FormSheet[]> => {
  const answer = await apart(bytes, { what: 'forms' }, LIMITS, THREAD);
  return 'forms' in answer ? answer.forms : [];
};

/** The cell a value was read from: C7. */
export const cellOf = ({ parts, rows, card }: FormCells, row: number, column: number): string => {
  if (card) return cellAddress(...(card[column] ?? [0, 0]));
  const [at, part] = rows[row] ?? [0, 0];
  return cellAddress(at, parts[part]?.[column] ?? 0);
};
