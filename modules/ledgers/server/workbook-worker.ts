import { parentPort, workerData } from 'node:worker_threads';
import { type WorkbookForm, writeFormWorkbook } from '#engines/sheets';

/** Writes one workbook in a thread of its own: styling a long ledger would hold up every other request. */
const bytes = await writeFormWorkbook(workerData as WorkbookForm);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
