import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Plan, Problem } from '../problem.ts';
import type { Stage } from './best-plan.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Budget } from './meter.ts';

export interface Task {
  readonly problem: Problem;
  readonly seed: number;
  readonly budget: Budget;
}

/** A plan in the making. After `end` nothing is told any more. */
export interface Running {
  readonly plan: Promise<Plan>;
  end(): void;
}

/** Where plans are made: in threads, or in a test's own. */
export interface Planners {
  start(task: Task, tell: (plan: Plan, stage: Stage) => void): Running;
}

/** A thread holds the solver's memory, so it goes when nothing was planned for a while. */
const IDLE_MS = 30_000;
/** So many items are sent at once. */
const PIECE = 150;
/** A thread's heap, so that it clears up in time; the solver's memory comes on top and is a fraction of it. */
const HEAP = { maxOldGenerationSizeMb: 288, maxYoungGenerationSizeMb: 24 };
const resting = new Map<Worker, NodeJS.Timeout>();

/** Plans each in a thread of its own; a thread that has ended well is used again. */
export const threads: Planners = {
  start: (task, tell) => {
    const worker = take();
    let settle: { resolve: (plan: Plan) => void; reject: (reason: unknown) => void } | undefined;
    const plan = new Promise<Plan>((resolve, reject) => {
      settle = { resolve, reject };
    });
    const release = (reusable: boolean): void => {
      if (!settle) return;
      settle = undefined;
      worker.off('message', hear).off('error', fail).off('exit', ended);
      if (reusable) rest(worker);
      else void worker.terminate();
    };
    const fail = (reason: unknown): void => {
      const { reject } = settle ?? {};
      release(false);
      reject?.(reason);
    };
    const ended = (): void => fail(new Error('the pooling thread ended'));
    const hear = (answer: FromThread): void => {
      if (answer.kind === 'better') tell(answer.plan, answer.stage);
      else if (answer.kind === 'failed') fail(new Error(answer.message));
      else {
        const { resolve } = settle ?? {};
        release(!answer.spoiled);
        resolve?.(answer.plan);
      }
    };
    worker.on('message', hear).on('error', fail).on('exit', ended);
    send(worker, task, () => settle === undefined).catch(fail);
    return { plan, end: () => release(false) };
  },
};

const take = (): Worker => {
  const [rested] = resting;
  if (!rested) return open();
  clearTimeout(rested[1]);
  resting.delete(rested[0]);
  rested[0].ref();
  return rested[0];
};

const open = (): Worker => {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { resourceLimits: HEAP });
  return worker.on('error', () => resting.delete(worker));
};

const rest = (worker: Worker): void => {
  worker.unref();
  const end = (): void => {
    resting.delete(worker);
    void worker.terminate();
  };
  resting.set(worker, setTimeout(end, IDLE_MS).unref());
};

/** Ends the threads that rest; those at work end by themselves or by their signal. */
export const closePooling = async (): Promise<void> => {
  const all = [...resting];
  resting.clear();
  for (const [, timer] of all) clearTimeout(timer);
  await Promise.all(all.map(([worker]) => worker.terminate()));
};

/** Sends a problem without stalling the sender: long lists in pieces, with everything else let in between. */
const send = async (worker: Worker, { problem, seed, budget }: Task, over: () => boolean): Promise<void> => {
  const post = (message: ToThread): void => worker.postMessage(message);
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(problem)) {
    if (!Array.isArray(value)) rest[name] = value;
    else {
      for (let from = 0; from === 0 || from < value.length; from += PIECE) {
        if (over()) return;
        post({ kind: 'part', list: name as keyof Problem, items: value.slice(from, from + PIECE) });
        if (value.length > PIECE) await setImmediate();
      }
    }
  }
  if (!over()) post({ kind: 'plan', rest, seed, budget });
};
