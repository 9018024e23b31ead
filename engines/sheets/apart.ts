import { Worker } from 'node:worker_threads';
import { FillRefusal } from './fill-refusal.ts';
import type { RawLimits } from './read-raw.ts';
import { SheetRefusal } from './refusal.ts';
import type { SheetAnswer, SheetTask } from './sheet-worker.ts';

/** Bounds of one reading beyond those of the file itself. */
export interface ThreadLimits {
  readonly ms: number;
  readonly heapMb: number;
}

/** Reading is heavy, so only this many files are read at once and others wait. */
const AT_ONCE = 2;

/** A thread that has answered may take so long to end by itself. */
const LINGERS_MS = 1_000;

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

const inThread = (
  bytes: Uint8Array,
  task: SheetTask,
  limits: RawLimits,
  most: ThreadLimits,
): Promise<SheetAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: { bytes, task, limits },
      resourceLimits: { maxOldGenerationSizeMb: most.heapMb },
    });
    // Answered with when the thread has ended, which it does by itself: threads that are begun while others are
    // being terminated have crashed Node (nodejs/node#56312), so only one that is late is ended from outside.
    let answer: SheetAnswer = { code: 'damaged', message: 'the reading thread ended' };
    let timer: NodeJS.Timeout | undefined;
    const endIn = (ms: number, late?: SheetAnswer): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        answer = late ?? answer;
        void worker.terminate();
      }, ms);
    };
    worker.on('message', (message: 'reading' | SheetAnswer) => {
      if (message === 'reading')
        return endIn(most.ms, { code: 'took-too-long', message: `not read within ${most.ms} ms` });
      answer = message;
      endIn(LINGERS_MS);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged';
      answer = { code, message: error.name };
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });

/**
 * Reads or fills a file in a thread of its own: a hostile one costs at most bounded memory for bounded time, never the server.
 *
 * @throws SheetRefusal, FillRefusal
 */
export const apart = async (
  bytes: Uint8Array,
  task: SheetTask,
  limits: RawLimits & { readonly maxBytes: number },
  most: ThreadLimits,
): Promise<Exclude<SheetAnswer, { code: unknown } | { fillCode: unknown }>> => {
  if (bytes.length > limits.maxBytes)
    throw new SheetRefusal('too-large', `the file has ${bytes.length} bytes, ${limits.maxBytes} are allowed`);
  await takePlace();
  try {
    const answer = await inThread(bytes, task, limits, most);
    if ('code' in answer) throw new SheetRefusal(answer.code, answer.message);
    if ('fillCode' in answer) throw new FillRefusal(answer.fillCode, answer.message, answer.names);
    return answer;
  } finally {
    leavePlace();
  }
};
