import { type Instance, readInstance } from '../instance/instance.ts';
import { type Random, randomFrom } from '../instance/random.ts';
import type { Plan, Problem } from '../problem.ts';
import { construct, placeByHand } from '../search/construct.ts';
import { improve } from '../search/improve.ts';
import { Schedule } from '../search/schedule.ts';
import type { Solver } from '../solver/solver.ts';
import { writePlan } from '../to-plan.ts';
import { anneal } from './anneal.ts';
import { BestPlan, type Stage } from './best-plan.ts';
import { boundByListing } from './bound-by-listing.ts';
import { improveByPricing } from './improve-by-pricing.ts';
import { improveByWindows } from './improve-by-windows.ts';
import { listAll } from './listing.ts';
import { type Budget, Meter } from './meter.ts';
import { metered } from './metered.ts';
import { proveByListing } from './prove-by-listing.ts';

export interface Making {
  readonly seed: number;
  readonly budget: Budget;
  readonly solver: Solver;
  readonly now: () => number;
  readonly tell: (plan: Plan, stage: Stage) => void;
  /** Told when the solver broke down and must not be used again. */
  readonly broke?: () => void;
}

/** Rounds of search before the bound is asked for: a few hundred milliseconds at most. */
const roundsFor = (size: number): number => Math.min(20_000, 300 + 30 * size);
/** More sets than this are not listed one by one. */
const MOST_LISTED = 200_000;
const HEAT = 15;
const WORK = 400_000;
/** Up to so many units the best grouping is found at once. */
const SMALL = 30;
/** So many sets and units at most are grouped in one programme. */
const MOST_AT_ONCE = { columns: 40_000, units: 400 };

/** Makes the best plan it can, in one thread from beginning to end. Pure but for the solver and the clock. */
export const makePlan = (problem: Problem, { seed, budget, solver, now, tell, broke }: Making): Plan => {
  const meter = new Meter(budget, now);
  const instance = readInstance(problem);
  const best = new BestPlan(firstPlan(instance, seed), tell, now);
  const rounds = meter.share(roundsFor(instance.size));
  const random = randomFrom(seed);
  improve(best.schedule, random, { rounds, stop: meter.late, heat: HEAT });
  meter.spend(rounds);
  best.refresh('search');
  proceed(best, metered(solver, meter, broke), meter, random);
  best.refresh('done');
  return best.plan;
};

const proceed = (best: BestPlan, solver: Solver, meter: Meter, random: Random): void => {
  const { size } = best.schedule.instance;
  const listing = listAll(best.schedule, MOST_LISTED, meter.late);
  if (meter.spent) return;
  if (!listing) {
    improveByPricing(best, solver, meter, random);
    return;
  }
  if (size <= MOST_AT_ONCE.units && listing.pool.size <= MOST_AT_ONCE.columns) {
    if (size > SMALL) improveByWindows(best, listing, solver, meter, 2);
    if (proveByListing(best, listing, solver, meter, WORK)) return;
  } else {
    boundByListing(best, listing, solver, meter);
    anneal(best, meter, random, HEAT);
  }
  for (const weeks of [2, 3, 4, 6, 8]) improveByWindows(best, listing, solver, meter, weeks);
};

/** Should the first plan break a rule, which nothing is known to bring about, only what was set by hand is held. */
const firstPlan = (instance: Instance, seed: number): Schedule => {
  const schedule = construct(instance, seed);
  if (writePlan(schedule, {}).ok) return schedule;
  const byHand = new Schedule(instance, schedule.agendas);
  placeByHand(byHand);
  return byHand;
};
