import { Worker } from 'node:worker_threads';
import type { WorkbookHead, WorkbookValue } from '#engines/sheets';

type Rows = readonly (readonly WorkbookValue[])[];

/** Rows one after the other, then the end. */
export type WorkbookMessage =
  | { readonly rows: Rows }
  | { readonly totals: readonly WorkbookValue[] | undefined };

/** What the thread is started with. */
export interface WorkbookStart {
  readonly kind: 'xlsx' | 'docx';
  readonly head: WorkbookHead;
}

interface WorkbookOptions {
  /** A workbook unless told. */
  readonly kind?: WorkbookStart['kind'] | undefined;
  readonly totals?: readonly WorkbookValue[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Parts on their way to the thread: one is written while the next is read. */
const mostWaiting = 2;

/**
 * The form as a workbook or document, written outside the main thread as its rows come, so that a long ledger never stands in
 * memory as a whole; ends when the caller goes away.
 */
export const workbookOf = async (
  head: WorkbookHead,
  parts: AsyncIterable<Rows> | Iterable<Rows>,
  { kind = 'xlsx', totals, signal }: WorkbookOptions = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: { kind, head } });
  const finished = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.on('message', (message: 'written' | Uint8Array<ArrayBuffer>) => {
      if (message === 'written') taken();
      else resolve(message);
    });
    worker.once('error', reject);
    // After an answer this changes nothing; without one it is the only thing that says so.
    worker.once('exit', () => reject(new Error('the workbook thread ended')));
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  let waiting = 0;
  let taken = (): void => undefined;
  const room = () =>
    new Promise<void>((resolve) => {
      taken = () => {
        waiting -= 1;
        if (waiting < mostWaiting) resolve();
      };
      if (waiting < mostWaiting) resolve();
    });
  try {
    for await (const rows of parts) {
      worker.postMessage({ rows });
      waiting += 1;
      await Promise.race([room(), finished]);
      signal?.throwIfAborted();
    }
    worker.postMessage({ totals });
    return await finished;
  } finally {
    finished.catch(() => undefined);
    void worker.terminate();
  }
};
