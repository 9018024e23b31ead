import type { Plan, Problem } from '../problem.ts';
import { makePlan } from '../solve/make-plan.ts';
import type { Planners } from '../solve/threads.ts';
import { openHighs } from '../solver/highs.ts';

const solver = await openHighs();

/** Enough to come to an end in every small problem. */
const ENOUGH = 200_000;

/**
 * Plans in this thread, which a very small problem is done in before a thread has started. Its clock stands still, so
 * that work alone ends it and a slow computer makes the same plan.
 */
export const planHere = (problem: Problem, work = ENOUGH): Plan =>
  makePlan(problem, { seed: 1, budget: { work }, solver, now: () => 0, tell: () => {} });

/** For `planPooling`, instead of its threads. */
export const inThisThread: Planners = {
  start: ({ problem, seed, budget }, tell) => {
    const plan = Promise.resolve().then(() =>
      makePlan(problem, { seed, budget, solver, now: () => 0, tell }),
    );
    return { plan, end: () => {} };
  },
};
