import { parentPort, workerData } from 'node:worker_threads';
import { FormWorkbook, type WorkbookHead } from '#engines/sheets';
import type { WorkbookMessage } from './workbook.ts';

/** Writes one workbook in a thread of its own as its rows come: a long ledger would hold up every other request. */
const workbook = new FormWorkbook(workerData as WorkbookHead);

parentPort?.on('message', (message: WorkbookMessage) => {
  if ('rows' in message) {
    workbook.add(message.rows);
    parentPort?.postMessage('written');
    return;
  }
  const bytes = workbook.finish(message.totals);
  parentPort?.postMessage(bytes, [bytes.buffer]);
  parentPort?.close();
});
