import { apart } from './apart.ts';
import type { DocumentFill, DocumentMark } from './fill/fill-document.ts';
import type { FormFill } from './fill/fill-form.ts';
import type { SheetTask } from './sheet-worker.ts';

const LIMITS = { maxRows: 20_000, maxColumns: 400, maxBytes: 20_000_000, maxUnpacked: 100_000_000 };
const THREAD = { ms: 30_000, heapMb: 1024 };

const filled = async (template: Uint8Array, task: SheetTask): Promise<Uint8Array> => {
  const answer = await apart(template, task, LIMITS, THREAD);
  return 'filled' in answer ? answer.filled : new Uint8Array();
};

/**
 * Writes records into a department's own .xlsx form, all else in the file kept; found as `readFormFile` finds it.
 *
 * @throws SheetRefusal when it is no sound .xlsx; FillRefusal when it has no form, no place for rows, or not these columns
 */
export const fillForm = (template: Uint8Array, fill: FormFill): Promise<Uint8Array> =>
  filled(template, { what: 'fill-form', fill });

/**
 * Fills a department's own .docx: marks {{…}} and one table row a record, all else in the file kept.
 *
 * @throws SheetRefusal when it is no sound .docx; FillRefusal when its marks are broken, unknown or none
 */
export const fillDocument = (template: Uint8Array, fill: DocumentFill): Promise<Uint8Array> =>
  filled(template, { what: 'fill-document', fill });

/**
 * The marks {{…}} of a department's own .docx, each once.
 *
 * @throws SheetRefusal when it is no sound .docx; FillRefusal when its marks are broken or none
 */
export const readMarks = async (template: Uint8Array): Promise<readonly DocumentMark[]> => {
  const answer = await apart(template, { what: 'marks' }, LIMITS, THREAD);
  return 'marks' in answer ? answer.marks : [];
};
