import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessLog } from './process-log.ts';
import { backOff } from './wait.ts';

/** One life of a supervised program. */
export interface Run {
  readonly pid: number;
  /** Resolves with how it ended, in words for the log, whoever ended it. */
  readonly exited: Promise<string>;
}

export interface Kept<R extends Run> {
  current(): R;
  /** How often it was started again after dying unasked. */
  restarts(): number;
  /** Ends it for good by `end`, which must return when the run is over. Asked twice, it ends once. */
  stop(end: (run: R) => Promise<void>): Promise<void>;
  /** Resolves when it has been stopped for good; a crash does not resolve it, since it is started again. */
  readonly exited: Promise<void>;
}

interface KeepOptions<R extends Run> {
  readonly name: string;
  readonly start: () => Promise<R>;
  readonly log: ProcessLog;
  readonly onDown?: ((reason: string) => void) | undefined;
  readonly onRestart?: ((restarts: number) => void) | undefined;
  readonly capMs?: number;
}

/** A life longer than this counts as healthy: the next death is a first one again. */
const HEALTHY_MS = 60_000;

/**
 * Starts a program and starts it again whenever it dies, with growing pauses, until it is stopped. It never
 * gives up: a disk that was full for an hour must not need a hand. Only the first start can fail.
 */
export const keepRunning = async <R extends Run>(options: KeepOptions<R>): Promise<Kept<R>> => {
  const { name, log } = options;
  const stopping = new AbortController();
  let run = await options.start();
  let restarts = 0;
  let endRun: ((run: R) => Promise<void>) | undefined;

  const startAgain = async (failuresBefore: number): Promise<number> => {
    for (let failures = failuresBefore; ; failures++) {
      await sleep(backOff(failures, options.capMs), undefined, { signal: stopping.signal });
      try {
        run = await options.start();
        return failures;
      } catch (error) {
        log.error(`${name} could not be started again: ${error instanceof Error ? error.message : error}`);
      }
    }
  };

  const watch = async (): Promise<void> => {
    for (let failures = 0; ; failures++) {
      const began = Date.now();
      const reason = await run.exited;
      if (stopping.signal.aborted) return;
      if (Date.now() - began > HEALTHY_MS) failures = 0;
      log.warn(`${name} ended unasked (${reason}); starting it again`);
      options.onDown?.(reason);
      failures = await startAgain(failures);
      if (stopping.signal.aborted) return await endRun?.(run);
      restarts++;
      log.info(`${name} is back`);
      options.onRestart?.(restarts);
    }
  };

  const exited = watch().catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    current: () => run,
    restarts: () => restarts,
    exited,
    stop: async (end) => {
      if (!stopping.signal.aborted) {
        endRun = end;
        stopping.abort();
        await end(run);
      }
      await exited;
    },
  };
};
