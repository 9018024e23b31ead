import type { Conflict } from '../placement/place-grouping.ts';
import type { ExtraRow } from './master.ts';
import type { Pool } from './pool.ts';

/**
 * The row that forbids a conflict of k sets: no k different sets of that week hold one each. A set that holds several
 * of them mends the conflict, so it counts one less than it holds.
 */
export const cutOf = (pool: Pool, { week, sets }: Conflict): ExtraRow => {
  const weights = pool.columns.map((column) => {
    if (column.week !== week) return 0;
    const held = sets.filter((units) => units.every((unit) => column.units.includes(unit))).length;
    return held > 1 ? held - 1 : held;
  });
  return { weight: (column) => weights[column] ?? 0, most: sets.length - 1 };
};
