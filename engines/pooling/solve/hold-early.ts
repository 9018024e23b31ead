import type { Column } from '../grouping/column.ts';
import { type Dated, leastLate } from '../grouping/least-late.ts';
import { type LevelsAnswer, wholeBound } from '../grouping/levels.ts';
import { optionsOf } from '../placement/options.ts';
import { placeGrouping } from '../placement/place-grouping.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';

/** More sets on days than this are not looked at, and so many steps of the simplex method at most. */
const MOST_DATED = 6_000;
const WORK = 100_000;

/** The last level: when the ones above are proven, holds what is held as early as can be, and says what bounds that. */
export const holdEarly = (
  best: BestPlan,
  listing: Listing,
  answer: LevelsAnswer,
  solver: Solver,
  meter: Meter,
): void => {
  if (best.plan.proven.length !== 3) return;
  const dated = datedOf(best, listing, answer.candidates);
  if (!dated) return;
  const leftOut = answer.chosen?.leftOut ?? [];
  const priorities = best.schedule.instance.priority;
  if (leftOut.some((unit) => (priorities[unit] as number) > 0)) return;
  const { chosen, bound } = leastLate(listing.pool, dated, answer.extra, leftOut, solver, meter.limits(WORK));
  if (!Number.isFinite(bound)) return;
  if (chosen && wholeBound(bound) < best.plan.cost.lateness) {
    const columns = chosen.map(({ column }) => listing.pool.columns[column] as Column);
    const days = chosen.map(({ day }) => day);
    const onDays = placeGrouping(best.schedule, columns, solver, meter.limits(), days).schedule;
    const placed = onDays ?? placeGrouping(best.schedule, columns, solver, meter.limits()).schedule;
    if (placed) best.offer(placed, 'grouping');
  }
  best.prove({ lateness: wholeBound(bound) }, 'bound');
};

/** Each set on each day on which it costs no more minutes than it must; undefined when that is too many. */
const datedOf = (
  { schedule }: BestPlan,
  { pool, away }: Listing,
  candidates: readonly number[],
): Dated[] | undefined => {
  const { instance } = schedule;
  const dated: Dated[] = [];
  for (const column of candidates) {
    const { units, week } = pool.columns[column] as Column;
    const { options } = optionsOf(schedule, units, week);
    const good = options.filter((held) => held.away <= away.of(column));
    const weight = units.reduce((sum, unit) => sum + (instance.priority[unit] as number), 0);
    const due = units.reduce((sum, unit) => sum + (instance.due[unit] as number), 0);
    for (const day of new Set(good.map(({ place }) => instance.places[place]?.day as number))) {
      dated.push({ column, day, lateness: weight * day - due });
    }
    if (dated.length > MOST_DATED) return undefined;
  }
  return dated;
};
