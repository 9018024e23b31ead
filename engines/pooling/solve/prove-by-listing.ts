import type { Column } from '../grouping/column.ts';
import { cutOf } from '../grouping/cut.ts';
import { groupingOf } from '../grouping/from-schedule.ts';
import { type LevelsAnswer, solveLevels } from '../grouping/levels.ts';
import type { ExtraRow } from '../grouping/master.ts';
import type { Pool } from '../grouping/pool.ts';
import { placeGrouping } from '../placement/place-grouping.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import { holdEarly } from './hold-early.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';

/** Groupings that turn out not to be placeable before it is given up. */
const MOST_CUTS = 12;

/**
 * Finds the best grouping over every set that could sit together, and gives its sets places. When places are found,
 * bound and cost meet: nothing better exists. When not, the sets that cannot be placed together are forbidden and the
 * next best grouping is tried.
 *
 * @returns whether it came to its end; otherwise the bound is good and the plan may not be the best
 */
export const proveByListing = (
  best: BestPlan,
  listing: Listing,
  solver: Solver,
  meter: Meter,
  work: number,
): boolean => {
  const { pool, away } = listing;
  const { instance } = best.schedule;
  const cuts: ExtraRow[] = [];
  for (let round = 0; round < MOST_CUTS && !meter.spent; round += 1) {
    const start = groupingOf(best.schedule, pool);
    const answer = solveLevels(
      { instance, pool, away, cuts, unscheduled: best.plan.cost.unscheduled, ...(start ? { start } : {}) },
      solver,
      meter.limits(work),
    );
    best.prove(answer.bound, 'bound');
    const fresh = place(best, pool, answer, solver, meter);
    if (fresh.length === 0) {
      if (answer.done) holdEarly(best, listing, answer, solver, meter);
      return answer.done;
    }
    cuts.push(...fresh);
  }
  return false;
};

/** Places the grouping; what comes back are rows that forbid what cannot be placed. */
const place = (
  best: BestPlan,
  pool: Pool,
  answer: LevelsAnswer,
  solver: Solver,
  meter: Meter,
): ExtraRow[] => {
  if (!answer.chosen) return [];
  const columns = answer.chosen.columns.map((at) => pool.columns[at] as Column);
  const placed = placeGrouping(best.schedule, columns, solver, meter.limits());
  if (placed.schedule) best.offer(placed.schedule, 'grouping');
  return placed.conflicts.map((conflict) => cutOf(pool, conflict));
};
