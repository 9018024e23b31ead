import { type AwayCosts, awayCosts } from '../grouping/away.ts';
import type { Column } from '../grouping/column.ts';
import { enumerateWeek } from '../grouping/enumerate.ts';
import { Pool } from '../grouping/pool.ts';
import { viewWeek } from '../grouping/week-view.ts';
import type { Conflict } from '../placement/place-grouping.ts';
import type { Schedule } from '../search/schedule.ts';

/** The sets a problem may be grouped in, with what each costs. */
export interface Listing {
  readonly pool: Pool;
  readonly away: AwayCosts;
  /** Every set that could be needed is in it. */
  readonly whole: boolean;
  /** Sets found not to be placeable beside each other, which holds for every plan; added to as they are met. */
  readonly conflicts: Conflict[];
}

/** Lists every set that could sit together; undefined when there are too many, or no time is left. */
export const listAll = (
  { instance, agendas }: Schedule,
  most: number,
  late: () => boolean,
): Listing | undefined => {
  const columns: Column[] = [];
  for (let week = 0; week < instance.weeks; week += 1) {
    if (late() || !enumerateWeek(instance, viewWeek(instance, week), most, columns)) return undefined;
  }
  const pool = new Pool(instance, columns);
  return { pool, away: awayCosts(instance, pool, agendas), whole: true, conflicts: [] };
};
