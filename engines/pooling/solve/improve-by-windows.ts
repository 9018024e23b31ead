import type { Column } from '../grouping/column.ts';
import { cutOf } from '../grouping/cut.ts';
import { groupingOf } from '../grouping/from-schedule.ts';
import { solveLevels } from '../grouping/levels.ts';
import type { ExtraRow } from '../grouping/master.ts';
import { placeGrouping } from '../placement/place-grouping.ts';
import { compareTotals, type Schedule } from '../search/schedule.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import type { Listing } from './listing.ts';
import type { Meter } from './meter.ts';

/** Steps of the simplex method for one window; few need them all. */
const WORK = 15_000;

/**
 * Makes a plan better window by window: what is held in a few weeks in a row is grouped and placed anew as well as can
 * be, all else stays. Windows overlap and are gone through again until a whole round has made nothing better.
 * `callUpsOnly` saves the time that minutes away would take, while call-ups can still be saved.
 */
export const improveByWindows = (
  best: BestPlan,
  listing: Listing,
  solver: Solver,
  meter: Meter,
  weeks: number,
  callUpsOnly = false,
): void => {
  const { schedule } = best;
  const step = Math.max(1, Math.floor(weeks / 2));
  const starts = Array.from({ length: Math.ceil(schedule.instance.weeks / step) }, (_, k) => k * step);
  const open = new Set(starts);
  let gained = false;
  while (open.size > 0 && !meter.spent) {
    for (const from of starts) {
      if (meter.spent) break;
      if (!open.delete(from)) continue;
      const window = Array.from(
        { length: Math.min(weeks, schedule.instance.weeks - from) },
        (_, k) => from + k,
      );
      if (!improveWindow(schedule, listing, window, solver, meter, callUpsOnly)) continue;
      best.refresh('grouping', false);
      gained = true;
      for (const near of [from - step, from + step]) if (starts.includes(near)) open.add(near);
    }
  }
  if (gained) best.refresh('grouping');
};

/** Groups and places some weeks anew; true when that is better. */
const improveWindow = (
  schedule: Schedule,
  { pool, away, conflicts }: Listing,
  weeks: readonly number[],
  solver: Solver,
  meter: Meter,
  callUpsOnly: boolean,
): boolean => {
  const { instance } = schedule;
  const start = groupingOf(schedule, pool);
  if (!start) return false;
  const fixed = start.columns.filter((at) => !weeks.includes(pool.columns[at]?.week as number));
  const taken = new Set(fixed.flatMap((at) => pool.columns[at]?.units ?? []));
  const candidates = weeks
    .flatMap((week) => pool.inWeek(week))
    .filter((at) => pool.columns[at]?.units.every((unit) => !taken.has(unit)));
  const known = conflicts.filter(({ week }) => weeks.includes(week));
  const cuts: ExtraRow[] = known.map((conflict) => cutOf(pool, conflict));
  const unscheduled = start.leftOut.reduce((sum, unit) => sum + (instance.priority[unit] as number), 0);
  for (let round = 0; round < 4; round += 1) {
    const task = {
      instance,
      pool,
      away,
      start,
      cuts,
      unscheduled,
      candidates,
      fixed,
      persist: true,
      callUpsOnly,
    };
    const { chosen } = solveLevels(task, solver, meter.limits(WORK));
    if (!chosen || chosen.columns === start.columns) return false;
    const columns = chosen.columns
      .map((at) => pool.columns[at] as Column)
      .filter(({ week }) => weeks.includes(week));
    const placed = placeGrouping(schedule, columns, solver, meter.limits());
    if (placed.schedule) return replaceWeeks(schedule, weeks, placed.schedule);
    if (placed.conflicts.length === 0) return false;
    conflicts.push(...placed.conflicts);
    cuts.push(...placed.conflicts.map((conflict) => cutOf(pool, conflict)));
  }
  return false;
};

const replaceWeeks = (schedule: Schedule, weeks: readonly number[], by: Schedule): boolean => {
  const before = schedule.totals;
  const mark = schedule.mark();
  for (const week of weeks) for (const at of [...schedule.inWeek(week)]) schedule.change(at, undefined);
  for (const week of weeks) for (const at of by.inWeek(week)) schedule.open(by.sitting(at));
  if (compareTotals(schedule.totals, before) >= 0) {
    schedule.undo(mark);
    return false;
  }
  schedule.keep();
  return true;
};
