import { awayCosts } from '../grouping/away.ts';
import type { Column } from '../grouping/column.ts';
import { cutOf } from '../grouping/cut.ts';
import { enumerateWeek } from '../grouping/enumerate.ts';
import { groupingOf } from '../grouping/from-schedule.ts';
import { type LevelsAnswer, solveLevels } from '../grouping/levels.ts';
import type { ExtraRow } from '../grouping/master.ts';
import { Pool } from '../grouping/pool.ts';
import { viewWeek } from '../grouping/week-view.ts';
import type { Instance } from '../instance/instance.ts';
import { placeGrouping } from '../placement/place-grouping.ts';
import type { Solver } from '../solver/solver.ts';
import type { BestPlan } from './best-plan.ts';
import type { Meter } from './meter.ts';

/** More sets than this are not listed one by one. */
const MOST_COLUMNS = 150_000;
/** Groupings that turn out not to be placeable before it is given up. */
const MOST_CUTS = 12;

/**
 * Lists every set that could sit together, finds the best grouping, and gives its sets places. When places are found,
 * bound and cost meet: nothing better exists. When not, the sets that cannot be placed together are forbidden and the
 * next best grouping is tried.
 */
export const proveByListing = (best: BestPlan, solver: Solver, meter: Meter): boolean => {
  const { instance, agendas } = best.schedule;
  const columns = listAll(instance);
  if (!columns) return false;
  const pool = new Pool(instance, columns);
  const away = awayCosts(instance, pool, agendas);
  const cuts: ExtraRow[] = [];
  for (let round = 0; round < MOST_CUTS && !meter.spent; round += 1) {
    const start = groupingOf(best.schedule, pool);
    const answer = solveLevels(
      { instance, pool, away, cuts, unscheduled: best.plan.cost.unscheduled, ...(start ? { start } : {}) },
      solver,
      meter.limits(),
    );
    best.prove(answer.bound, 'bound');
    const fresh = place(best, pool, answer, solver, meter);
    if (fresh.length === 0) return true;
    cuts.push(...fresh);
  }
  return true;
};

const listAll = (instance: Instance): Column[] | undefined => {
  const columns: Column[] = [];
  for (let week = 0; week < instance.weeks; week += 1) {
    if (!enumerateWeek(instance, viewWeek(instance, week), MOST_COLUMNS, columns)) return undefined;
  }
  return columns;
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
