import type { Instance } from '../instance/instance.ts';
import { LinearModel } from '../solver/linear-model.ts';
import type { Solver } from '../solver/solver.ts';
import type { Column } from './column.ts';
import { orderClosed } from './order-closed.ts';
import { Pool } from './pool.ts';
import { type Prices, priceWeek } from './price-week.ts';
import { viewWeek, type WeekView } from './week-view.ts';

export interface Generated {
  /** Every set that was worth something on the way. */
  readonly columns: readonly Column[];
  /** No plan that places everything calls up fewer; nothing when it did not come to its end. */
  readonly bound: number;
  readonly solved: boolean;
}

export interface GenerateOptions {
  /** Sets to begin with; every unit must be in one. */
  readonly start: readonly Column[];
  readonly stop: () => boolean;
}

/** Sets a week gives at once, and how much of a week is searched, early and at the end. */
const AT_ONCE = 25;
const NODES = { quick: 3_000, whole: 3_000_000 };

/**
 * The fractional grouping when sets are too many to be listed: solve over the sets known, ask each week for sets that
 * are worth more than they cost at the prices found, add them, until no week has any. Then the fractional cost is a
 * bound over all sets there are. First each week is searched a little, and wholly only when that finds nothing.
 *
 * The rows of `after` are left out: the bound is a little weaker, and prices are of units and atoms alone.
 */
export const generateColumns = (
  instance: Instance,
  solver: Solver,
  { start, stop }: GenerateOptions,
): Generated => {
  const pool = new Pool(instance, start, false);
  const views = Array.from({ length: instance.weeks }, (_, week) => viewWeek(instance, week)).filter(
    ({ units }) => units.length > 0,
  );
  const closed = orderClosed(instance);
  const model = new LinearModel();
  pool.rowLower.forEach((lower, row) => {
    model.addRow(lower, pool.rowUpper[row] as number);
  });
  const dearest = 20 * Math.max(1, ...pool.columns.map(({ callUps }) => callUps));
  for (const unit of pool.units) model.addColumn(dearest, [[unit, 1]], 0, Number.POSITIVE_INFINITY, false);
  const enter = (at: number): void => {
    model.addColumn(pool.columns[at]?.callUps as number, pool.entries(at));
  };
  pool.columns.forEach((_, at) => {
    enter(at);
  });
  const programme = solver.open(model);
  const idle = new Set<WeekView>();
  let whole = false;
  try {
    for (;;) {
      const { status, duals, objective } = programme.solve({ stop });
      if (status !== 'optimal' || stop())
        return { columns: pool.columns, bound: Number.NEGATIVE_INFINITY, solved: false };
      let fresh = 0;
      let complete = true;
      for (const view of views) {
        if (!whole && idle.has(view)) continue;
        const prices = pricesOf(instance, pool, duals, view.week);
        const found = priceWeek(instance, view, prices, closed, {
          least: 1e-5,
          count: AT_ONCE,
          nodes: whole ? NODES.whole : NODES.quick,
        });
        complete &&= found.whole;
        if (found.found.length === 0) idle.add(view);
        for (const column of found.found) {
          const size = pool.size;
          const at = pool.add(column);
          if (at === size) {
            enter(at);
            fresh += 1;
          }
        }
        if (stop()) break;
      }
      if (fresh > 0) {
        programme.grow();
        idle.clear();
        whole = false;
      } else if (whole) {
        return {
          columns: pool.columns,
          bound: complete && !stop() ? objective : Number.NEGATIVE_INFINITY,
          solved: complete,
        };
      } else whole = true;
    }
  } finally {
    programme.close();
  }
};

const pricesOf = ({ size }: Instance, pool: Pool, duals: Float64Array, week: number): Prices => ({
  cover: duals.subarray(0, size),
  quota: (atom) => {
    const row = pool.quotaRow(atom, week);
    return row === undefined ? 0 : Math.max(0, -(duals[row] as number));
  },
});
