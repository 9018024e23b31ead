import { type Entry, LinearModel } from '../solver/linear-model.ts';
import type { Limits, Solver } from '../solver/solver.ts';
import type { ExtraRow } from './master.ts';
import type { Pool } from './pool.ts';

/** A set on a day of its week. */
export interface Dated {
  readonly column: number;
  readonly day: number;
  readonly lateness: number;
}

export interface LeastLate {
  readonly chosen?: readonly Dated[];
  /** No plan that is best on the levels above is less late. */
  readonly bound: number;
}

/**
 * Among the groupings that are best on every level above, the days that make least lateness. Rooms and times of day are
 * not in it, so it is a bound; and mostly the days can be kept.
 */
export const leastLate = (
  pool: Pool,
  dated: readonly Dated[],
  extra: readonly ExtraRow[],
  leftOut: readonly number[],
  solver: Solver,
  limits: Limits,
): LeastLate => {
  const model = new LinearModel();
  const apart = new Set(leftOut);
  pool.rowLower.forEach((lower, row) => {
    model.addRow(apart.has(row) ? 0 : lower, pool.rowUpper[row] as number);
  });
  for (const { most } of extra) model.addRow(Number.NEGATIVE_INFINITY, most + 1e-6);
  for (const { column, lateness } of dated) {
    const beyond = extra.map(({ weight }, at): Entry => [pool.rowLower.length + at, weight(column)]);
    model.addColumn(lateness, [...pool.entries(column), ...beyond]);
  }
  const { values, bound } = solver.whole(model, undefined, limits);
  return { bound, ...(values ? { chosen: dated.filter((_, at) => (values[at] as number) > 0.5) } : {}) };
};
