import { readInstance } from '../instance/instance.ts';
import { randomFrom } from '../instance/random.ts';
import type { Plan, Problem } from '../problem.ts';
import { construct } from '../search/construct.ts';
import { improve } from '../search/improve.ts';
import type { Solver } from '../solver/solver.ts';
import { BestPlan, type Stage } from './best-plan.ts';
import { type Budget, Meter } from './meter.ts';
import { metered } from './metered.ts';
import { proveByListing } from './prove-by-listing.ts';

export interface Making {
  readonly seed: number;
  readonly budget: Budget;
  readonly solver: Solver;
  readonly now: () => number;
  readonly tell: (plan: Plan, stage: Stage) => void;
}

/** Rounds of search before the bound is asked for: a few hundred milliseconds at most. */
const roundsFor = (size: number): number => Math.min(20_000, 300 + 30 * size);

/** Makes the best plan it can, in one thread from beginning to end. Pure but for the solver and the clock. */
export const makePlan = (problem: Problem, { seed, budget, solver, now, tell }: Making): Plan => {
  const meter = new Meter(budget, now);
  const instance = readInstance(problem);
  const best = new BestPlan(construct(instance, seed), tell);
  const rounds = meter.share(roundsFor(instance.size));
  improve(best.schedule, randomFrom(seed), rounds, meter.late);
  meter.spend(rounds);
  best.refresh('search');
  proveByListing(best, metered(solver, meter), meter);
  best.refresh('done');
  return best.plan;
};
