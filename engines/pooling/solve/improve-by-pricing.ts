import { awayCosts } from '../grouping/away.ts';
import type { Column } from '../grouping/column.ts';
import { columnsOf } from '../grouping/from-schedule.ts';
import { generateColumns } from '../grouping/generate-columns.ts';
import { wholeBound } from '../grouping/levels.ts';
import { Pool } from '../grouping/pool.ts';
import type { Random } from '../instance/random.ts';
import type { Conflict } from '../placement/place-grouping.ts';
import { type Cost, compareCost } from '../problem.ts';
import type { Solver } from '../solver/solver.ts';
import { anneal } from './anneal.ts';
import type { BestPlan } from './best-plan.ts';
import { countCallUps } from './count-call-ups.ts';
import { improveByWindows } from './improve-by-windows.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';
import { proveByListing } from './prove-by-listing.ts';

/** Goes without gain before it ends, and steps of the simplex method for the whole. */
const MOST_IDLE = 4;
const WORK = 1_000_000;
/** With more units there is no time for a search from far away. */
const LARGE = 1_000;

/**
 * For problems whose sets are too many to be listed: the sets that fractional groupings want, and those that come near
 * it, are a listing; windows of weeks are grouped anew from them, in turn with search. The bounds hold over all sets.
 * When every set that a better grouping could use is in the listing, the best grouping over it is the best there is.
 */
export const improveByPricing = (best: BestPlan, solver: Solver, meter: Meter, random: Random): void => {
  let priced = price(best, solver, meter, []);
  anneal(best, meter, random, best.schedule.instance.size > LARGE ? 6 : 15);
  if (!meter.spent) priced = price(best, solver, meter, priced.core);
  const conflicts: Conflict[] = [];
  let at = best.plan.cost;
  for (let idle = 0; idle < MOST_IDLE && !meter.spent; ) {
    const before = best.plan.cost;
    const listing = listWanted(best, priced, conflicts);
    for (const weeks of [2, 3 + idle]) improveByWindows(best, listing, solver, meter, weeks, true);
    if (compareCost(best.plan.cost, before) === 0) improveByWindows(best, listing, solver, meter, 2);
    if (listing.whole && proveByListing(best, listing, solver, meter, WORK)) return;
    anneal(best, meter, random, 5);
    idle = compareCost(best.plan.cost, before) < 0 ? 0 : idle + 1;
    if (isLess(best.plan.cost, at)) {
      at = best.plan.cost;
      priced = price(best, solver, meter, priced.core);
    }
  }
};

/** Less on the first levels: the sets that could be of use are fewer, or others. */
const isLess = (a: Cost, b: Cost): boolean => a.unscheduled < b.unscheduled || a.callUps < b.callUps;

interface Wanted {
  readonly columns: readonly Column[];
  /** Those to begin with when it is asked again. */
  readonly core: readonly Column[];
  readonly whole: boolean;
}

const listWanted = ({ schedule }: BestPlan, { columns, whole }: Wanted, conflicts: Conflict[]): Listing => {
  const pool = new Pool(schedule.instance, [...columnsOf(schedule), ...columns]);
  return { pool, away: awayCosts(schedule.instance, pool, schedule.agendas), whole, conflicts };
};

/** Proves what can be proven of the first two levels; gives the sets wanted on the way. */
const price = (best: BestPlan, solver: Solver, meter: Meter, known: readonly Column[]): Wanted => {
  const { instance } = best.schedule;
  const { unscheduled: mayLeaveOut, callUps } = best.plan.cost;
  const columns: Column[] = [];
  let core: readonly Column[] = known;
  const at = (level: 'unscheduled' | 'callUps', upper: number) => {
    const start = [...columnsOf(best.schedule), ...core];
    const found = generateColumns(instance, solver, { start, level, mayLeaveOut, upper, stop: meter.late });
    for (const column of found.columns) columns.push(column);
    core = found.columns.slice(0, found.core);
    return { ...found, least: Math.max(0, wholeBound(found.bound)) };
  };
  const first = mayLeaveOut === 0 ? { least: 0 } : at('unscheduled', mayLeaveOut);
  best.prove({ unscheduled: first.least }, 'bound');
  const second = at('callUps', callUps);
  const least = mayLeaveOut === 0 ? countCallUps(instance) : 0;
  best.proveCallUps(Math.max(least, second.least));
  return { columns, core, whole: second.whole && mayLeaveOut === 0 };
};
