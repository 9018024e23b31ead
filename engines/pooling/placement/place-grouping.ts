import type { Column } from '../grouping/column.ts';
import { Schedule } from '../search/schedule.ts';
import type { Limits, Solver } from '../solver/solver.ts';
import { optionsOf } from './options.ts';
import { placeGroups } from './place-groups.ts';

/** Sets that no plan can hold in a week as parts of different sittings. */
export interface Conflict {
  readonly week: number;
  readonly sets: readonly (readonly number[])[];
}

export interface Placed {
  /** The plan, when every set found its place. */
  readonly schedule?: Schedule;
  readonly conflicts: readonly Conflict[];
  /** Some week found no answer, but one may exist. */
  readonly unsure: boolean;
}

/** Gives each set of a grouping a place in its week; weeks do not disturb each other. */
export const placeGrouping = (
  like: Schedule,
  columns: readonly Column[],
  solver: Solver,
  limits: Limits,
  days?: readonly (number | undefined)[],
): Placed => {
  const schedule = new Schedule(like.instance, like.agendas);
  const conflicts: Conflict[] = [];
  let unsure = false;
  for (const week of new Set(columns.map((column) => column.week))) {
    const here = columns.flatMap((column, at) => (column.week === week ? [{ column, day: days?.[at] }] : []));
    const groups = here.map(({ column, day }) => optionsOf(schedule, column.units, week, day));
    const { held, impossible } = placeGroups(schedule, { groups }, solver, limits);
    if (held) for (const one of held) schedule.open(one);
    else if (!impossible || days) unsure = true;
    else {
      const sets = coreOf(
        schedule,
        here.map(({ column }) => column),
        solver,
        limits,
      );
      if (sets) conflicts.push({ week, sets });
      else unsure = true;
    }
  }
  schedule.keep();
  return { ...(conflicts.length === 0 && !unsure ? { schedule } : {}), conflicts, unsure };
};

/**
 * The core of why the sets of a week cannot be placed: sets are taken away, then units out of sets, as long as the rest
 * cannot be placed even loosely. Undefined when they can.
 */
const coreOf = (
  schedule: Schedule,
  columns: readonly Column[],
  solver: Solver,
  limits: Limits,
): number[][] | undefined => {
  const cannot = (sets: readonly (readonly number[])[]): boolean => {
    const groups = sets.map((units) => optionsOf(schedule, units, columns[0]?.week as number));
    return placeGroups(schedule, { groups, loose: true }, solver, limits).impossible;
  };
  let core = columns.map(({ units }) => [...units]);
  if (!cannot(core)) return undefined;
  for (const set of [...core]) {
    const fewer = core.filter((other) => other !== set);
    if (fewer.length > 0 && cannot(fewer)) core = fewer;
  }
  for (let at = 0; at < core.length; at += 1) {
    for (const unit of [...(core[at] as number[])]) {
      const smaller = core.map((set, other) => (other === at ? set.filter((one) => one !== unit) : set));
      if ((smaller[at] as number[]).length > 0 && cannot(smaller)) core = smaller;
    }
  }
  return core;
};
