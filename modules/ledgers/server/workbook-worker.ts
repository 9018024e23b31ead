import { parentPort, workerData } from 'node:worker_threads';
import { FormDocument, FormWorkbook } from '#engines/sheets';
import type { WorkbookMessage, WorkbookStart } from './workbook.ts';

/** Writes one file in a thread of its own as its rows come: a long ledger would hold up every other request. */
const { kind, head } = workerData as WorkbookStart;
const written = kind === 'docx' ? new FormDocument(head) : new FormWorkbook(head);

parentPort?.on('message', (message: WorkbookMessage) => {
  if ('rows' in message) {
    written.add(message.rows);
    parentPort?.postMessage('written');
    return;
  }
  const bytes = written.finish(message.totals);
  parentPort?.postMessage(bytes, [bytes.buffer]);
  parentPort?.close();
});
