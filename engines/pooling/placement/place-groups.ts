import type { Instance } from '../instance/instance.ts';
import type { Held, Schedule } from '../search/schedule.ts';
import { type Entry, LinearModel } from '../solver/linear-model.ts';
import type { Limits, Solver } from '../solver/solver.ts';
import { clashRows } from './clash-rows.ts';
import { orderRows } from './order-rows.ts';

/** A grouping's sets with the places each may take in its week, best and earliest first. */
export interface Movable {
  readonly units: readonly number[];
  readonly options: readonly Held[];
}

export interface PlacementTask {
  readonly groups: readonly Movable[];
  /**
   * Leaves out what holding two sets without a common cadre as one sitting could mend: the number of venues. Where
   * even this has no answer, no plan holds these sets.
   */
  readonly loose?: boolean;
}

/**
 * Gives each set a place: in a small programme of yes or no, `x[set, place]`, each set has one place, nobody and no
 * venue is taken twice at once, and what waits comes later. Cost is minutes on the way first, lateness second.
 *
 * @returns one option for each set; undefined when there is no way, or none was found in time
 */
export const placeGroups = (
  schedule: Schedule,
  task: PlacementTask,
  solver: Solver,
  limits: Limits,
): { held?: Held[]; impossible: boolean } => {
  const { instance } = schedule;
  if (task.groups.some(({ options }) => options.length === 0)) return { impossible: true };
  const model = new LinearModel();
  const once = task.groups.map(() => model.addRow(1, 1));
  const clashes = clashRows(instance, task, model);
  const orders = orderRows(instance, task, model);
  const price = priceOf(instance, task.groups);
  const options = task.groups.flatMap(({ options: held }, group) =>
    held.map((one) => ({ group, held: one })),
  );
  for (const { group, held } of options) {
    const entries: Entry[] = [[once[group] as number, 1], ...clashes(held), ...orders(group, held)];
    model.addColumn(price(held), entries);
  }
  const { values, status } = solver.whole(model, undefined, limits);
  if (!values) return { impossible: status === 'infeasible' };
  const chosen: Held[] = [];
  options.forEach(({ group, held }, at) => {
    if ((values[at] as number) > 0.5) chosen[group] = held;
  });
  return { held: chosen, impossible: false };
};

/** A minute on the way weighs more than all the lateness there can be. */
const priceOf = (instance: Instance, groups: readonly Movable[]): ((held: Held) => number) => {
  const { places } = instance;
  const days = groups.flatMap(({ options }) => options.map(({ place }) => places[place]?.day as number));
  const first = Math.min(...days);
  const lateness = (held: Held): number => {
    const after = (places[held.place]?.day as number) - first;
    return held.members.reduce((sum, unit) => sum + (instance.priority[unit] as number), 0) * after;
  };
  const span = Math.max(...days) - first;
  const most =
    groups.flatMap(({ units }) => units).reduce((sum, unit) => sum + (instance.priority[unit] as number), 0) *
    span;
  const least = new Map(
    groups.map((group) => [group.units, Math.min(...group.options.map(({ away }) => away))]),
  );
  return (held) => (held.away - (least.get(held.members) ?? 0)) * (most + 1) + lateness(held);
};
