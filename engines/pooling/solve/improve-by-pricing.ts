import { awayCosts } from '../grouping/away.ts';
import type { Column } from '../grouping/column.ts';
import { columnsOf } from '../grouping/from-schedule.ts';
import { generateColumns } from '../grouping/generate-columns.ts';
import { wholeBound } from '../grouping/levels.ts';
import { Pool } from '../grouping/pool.ts';
import type { Random } from '../instance/random.ts';
import { improve } from '../search/improve.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import { improveByWindows } from './improve-by-windows.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';

/** Rounds of search between two goes through the windows, and goes without gain before it ends. */
const ROUNDS = 4_000;
const MOST_IDLE = 3;

/**
 * For problems whose sets are too many to be listed: the sets that fractional groupings want are a small listing, and
 * windows of weeks are grouped anew from them, in turn with search, which finds sets that were never wanted. The bounds
 * hold over all sets.
 */
export const improveByPricing = (best: BestPlan, solver: Solver, meter: Meter, random: Random): void => {
  const wanted: Column[] = [];
  let left = Number.POSITIVE_INFINITY;
  for (let idle = 0; idle < MOST_IDLE && !meter.spent; ) {
    const before = best.plan.cost;
    if (before.unscheduled < left) {
      left = before.unscheduled;
      wanted.push(...boundByPricing(best, solver, meter));
    }
    const listing = listWanted(best, wanted);
    for (const weeks of [1, 2]) improveByWindows(best, listing, solver, meter, weeks);
    const rounds = meter.share(ROUNDS);
    improve(best.schedule, random, rounds, meter.late);
    meter.spend(rounds);
    best.refresh('search');
    const { unscheduled, callUps } = best.plan.cost;
    idle = unscheduled < before.unscheduled || callUps < before.callUps ? 0 : idle + 1;
  }
};

const listWanted = ({ schedule }: BestPlan, wanted: readonly Column[]): Listing => {
  const pool = new Pool(schedule.instance, [...columnsOf(schedule), ...wanted]);
  return { pool, away: awayCosts(schedule.instance, pool, schedule.agendas), whole: false };
};

/** Proves what can be proven of the first two levels; gives the sets wanted on the way. */
const boundByPricing = (best: BestPlan, solver: Solver, meter: Meter): Column[] => {
  const { instance } = best.schedule;
  const mayLeaveOut = best.plan.cost.unscheduled;
  const wanted: Column[] = [];
  const at = (level: 'unscheduled' | 'callUps'): number | undefined => {
    const start = [...columnsOf(best.schedule), ...wanted];
    const { columns, bound, solved } = generateColumns(instance, solver, {
      start,
      level,
      mayLeaveOut,
      stop: meter.late,
    });
    wanted.push(...columns);
    return solved ? wholeBound(bound) : undefined;
  };
  const unscheduled = mayLeaveOut === 0 ? 0 : at('unscheduled');
  if (unscheduled !== undefined) best.prove({ unscheduled: Math.max(0, unscheduled) }, 'bound');
  const callUps = at('callUps');
  if (callUps !== undefined && unscheduled === mayLeaveOut) best.prove({ callUps }, 'bound');
  return wanted;
};
