import { groupingOf } from '../grouping/from-schedule.ts';
import { wholeBound } from '../grouping/levels.ts';
import { relax } from '../grouping/master.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';

/** The fractional grouping's call-ups: no plan that places everything calls up fewer. */
export const boundByListing = (
  best: BestPlan,
  { pool, whole }: Listing,
  solver: Solver,
  meter: Meter,
): void => {
  if (best.plan.cost.unscheduled > 0 || !whole) return;
  const start = groupingOf(best.schedule, pool);
  const { bound, solved } = relax(
    {
      pool,
      candidates: pool.columns.map((_, at) => at),
      cost: (column) => pool.columns[column]?.callUps as number,
      extra: [],
      ...(start ? { start: { columns: start.columns, cost: 0 } } : {}),
    },
    solver,
    meter.limits(),
  );
  if (solved) best.prove({ unscheduled: 0, callUps: wholeBound(bound) }, 'bound');
};
