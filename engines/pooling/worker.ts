import { parentPort } from 'node:worker_threads';
import type { Problem } from './problem.ts';
import { makePlan } from './solve/make-plan.ts';
import type { FromThread, ToThread } from './solve/messages.ts';
import { openHighs } from './solver/highs.ts';

/** A thread that plans one problem after another. It is ended from outside when a plan is no longer wanted. */
const port = parentPort;
if (!port) throw new Error('the pooling worker runs as a thread');
const tell = (answer: FromThread): void => port.postMessage(answer);
/** Rarely enough that telling costs nothing. */
const BETWEEN_MS = 100;
const highs = openHighs();
let lists: Record<string, unknown[]> = {};

const plan = async ({ rest, seed, budget }: Extract<ToThread, { kind: 'plan' }>): Promise<void> => {
  const problem = { ...rest, ...lists } as Problem;
  lists = {};
  const now = (): number => performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let spoiled = false;
  const made = makePlan(problem, {
    seed,
    budget,
    solver: await highs,
    broke: () => {
      spoiled = true;
    },
    now,
    tell: (better, stage) => {
      if (stage !== 'first' && now() - told < BETWEEN_MS) return;
      told = now();
      tell({ kind: 'better', plan: better, stage });
    },
  });
  tell({ kind: 'done', plan: made, spoiled });
};

port.on('message', (message: ToThread) => {
  if (message.kind === 'part') {
    const list = lists[message.list] ?? [];
    lists[message.list] = list;
    list.push(...message.items);
  } else {
    plan(message).catch((error: unknown) => tell({ kind: 'failed', message: String(error) }));
  }
});
