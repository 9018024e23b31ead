import { Worker } from 'node:worker_threads';
import type { WorkbookForm } from '#engines/sheets';

/** The form as a workbook, written outside the main thread; ends when the caller goes away. */
export const workbookOf = (form: WorkbookForm, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: form });
    const end = (): void => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', end);
      // After an answer this changes nothing; without one it is the only thing that says so.
      reject(new Error('the workbook thread ended'));
    });
  });
