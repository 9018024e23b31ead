import { apart } from './apart.ts';
import type { ReadForm } from './form/form.ts';
import type { SheetName } from './sheet-worker.ts';

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
