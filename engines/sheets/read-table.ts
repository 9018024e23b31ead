import { Worker } from 'node:worker_threads';
import { type Cell, toCell } from './cells.ts';
import type { Merge, RawSheet } from './read-raw.ts';
import type { ReadAnswer } from './read-worker.ts';
import { SheetRefusal } from './refusal.ts';

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
const MOST_MS = 5000;
const MOST_HEAP_MB = 512;
/** Reading is heavy, so only this many files are read at once and others wait. */
const AT_ONCE = 2;

let reading = 0;
const waiting: (() => void)[] = [];

const takePlace = async (): Promise<void> => {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
};

const leavePlace = (): void => {
  const next = waiting.shift();
  if (next) next();
  else reading -= 1;
};

/** A hostile file costs at most a thread of bounded memory for bounded time, never the server. */
const readApart = (bytes: Uint8Array, limits: ReadLimits): Promise<ReadAnswer> =>
  new Promise((resolve) => {
    const maxUnpacked = Math.min(MOST_UNPACKED, Math.max(limits.maxBytes * 20, 1_000_000));
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: { bytes, limits: { ...limits, maxUnpacked } },
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    // The first answer counts; ending the thread brings an exit after it.
    const finish = (answer: ReadAnswer): void => {
      clearTimeout(timer);
      worker.removeAllListeners('exit');
      resolve(answer);
      void worker.terminate();
    };
    let timer: NodeJS.Timeout | undefined;
    const late = () => finish({ code: 'took-too-long', message: `not read within ${MOST_MS} ms` });
    worker.on('message', (message: 'reading' | ReadAnswer) => {
      if (message === 'reading') timer = setTimeout(late, MOST_MS);
      else finish(message);
    });
    worker.once('error', (error: Error & { code?: string }) =>
      finish({
        code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged',
        message: error.name,
      }),
    );
    worker.once('exit', () => finish({ code: 'damaged', message: 'the reading thread ended' }));
  });

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
  if (bytes.length > bounds.maxBytes)
    throw new SheetRefusal('too-large', `the file has ${bytes.length} bytes, ${bounds.maxBytes} are allowed`);
  await takePlace();
  try {
    const answer = await readApart(bytes, bounds);
    if ('code' in answer) throw new SheetRefusal(answer.code, answer.message);
    return { sheets: answer.sheets.map(tableSheet) };
  } finally {
    leavePlace();
  }
};
