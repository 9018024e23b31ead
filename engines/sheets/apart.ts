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
    // The first answer counts; ending the thread brings an exit after it.
    const finish = (answer: SheetAnswer): void => {
      clearTimeout(timer);
      worker.removeAllListeners('exit');
      resolve(answer);
      void worker.terminate();
    };
    let timer: NodeJS.Timeout | undefined;
    const late = () => finish({ code: 'took-too-long', message: `not read within ${most.ms} ms` });
    worker.on('message', (message: 'reading' | SheetAnswer) => {
      if (message === 'reading') timer = setTimeout(late, most.ms);
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
