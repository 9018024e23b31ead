import type { Instance } from '../instance/instance.ts';
import type { Held } from '../search/schedule.ts';
import type { Entry, LinearModel } from '../solver/linear-model.ts';
import type { PlacementTask } from './place-groups.ts';

interface OrderRow {
  readonly row: number;
  readonly time: number;
}

/**
 * For a set that waits for another of the same week: by any time it could begin, it has not begun unless the other
 * has, before. In rows: Σ later's places until t ≤ Σ earlier's places before t.
 */
export const orderRows = (instance: Instance, { groups }: PlacementTask, model: LinearModel) => {
  const groupOf = new Map(groups.flatMap(({ units }, at) => units.map((unit) => [unit, at] as const)));
  const asLater: OrderRow[][] = groups.map(() => []);
  const asEarlier: OrderRow[][] = groups.map(() => []);
  const timeOf = (held: Held): number => instance.places[held.place]?.time as number;
  for (const [earlier, later] of pairs(instance, groupOf)) {
    const times = new Set((groups[later]?.options ?? []).map(timeOf));
    for (const time of times) {
      const row = model.addRow(Number.NEGATIVE_INFINITY, 0);
      asLater[later]?.push({ row, time });
      asEarlier[earlier]?.push({ row, time });
    }
  }
  return (group: number, held: Held): Entry[] => {
    const begins = timeOf(held);
    return [
      ...(asLater[group] ?? []).filter(({ time }) => begins <= time).map(({ row }): Entry => [row, 1]),
      ...(asEarlier[group] ?? []).filter(({ time }) => begins < time).map(({ row }): Entry => [row, -1]),
    ];
  };
};

const pairs = ({ after }: Instance, groupOf: ReadonlyMap<number, number>): [number, number][] => {
  const found = new Map<string, [number, number]>();
  for (const [unit, later] of groupOf) {
    for (const one of after[unit] as readonly number[]) {
      const earlier = groupOf.get(one);
      if (earlier !== undefined && earlier !== later) found.set(`${earlier} ${later}`, [earlier, later]);
    }
  }
  return [...found.values()];
};
