import { type Bits, membersOf } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import type { Entry, LinearModel } from '../solver/linear-model.ts';
import type { Column } from './column.ts';
import { scarceAtoms } from './scarce-atoms.ts';

/**
 * What every grouping keeps, as rows over columns (set of units, week). Rooms and times are not in it, so its least
 * cost is a bound for every plan.
 *
 * - cover: each unit is in one set, or left out
 * - quota: an atom is in so many sets of a week (where it could be in more, and no other atom's quota says as much; not
 *   where somebody may be released)
 * - after: by any time, what waits has not come unless what it waits for could come before
 */
export interface Rows {
  readonly entries: (column: Column) => Entry[];
  /** The quota row of an atom in a week, if it has one of its own. */
  readonly quota: (atom: number, week: number) => number | undefined;
}

export const addRows = (instance: Instance, model: LinearModel, ordered: boolean): Rows => {
  const cover = instance.units.map(() => model.addRow(1, 1));
  const quota = addQuotaRows(instance, model);
  const order = ordered ? addOrderRows(instance, model) : undefined;
  return {
    entries: (column) => {
      const entries: Entry[] = column.units.map((unit) => [cover[unit] as number, 1]);
      for (const row of quota.touched(column)) entries.push([row, 1]);
      if (order) for (const unit of column.units) order.entries(unit, column, entries);
      return entries;
    },
    quota: quota.of,
  };
};

/** Rows of the weekly quotas, found by the units that call the atom of a row. */
const addQuotaRows = (instance: Instance, model: LinearModel) => {
  const { weeks } = instance;
  const ofUnit = new Map<number, number[]>();
  const ofAtom = new Map<number, number>();
  scarceAtoms(instance).forEach((scarce, week) => {
    for (const { atom, units, most } of scarce) {
      const row = model.addRow(Number.NEGATIVE_INFINITY, most);
      ofAtom.set(atom * weeks + week, row);
      for (const unit of units) {
        const rows = ofUnit.get(unit * weeks + week);
        if (rows) rows.push(row);
        else ofUnit.set(unit * weeks + week, [row]);
      }
    }
  });
  return {
    of: (atom: number, week: number) => ofAtom.get(atom * weeks + week),
    touched: ({ week, units }: Column): ReadonlySet<number> =>
      new Set(units.flatMap((unit) => ofUnit.get(unit * weeks + week) ?? [])),
  };
};

interface OrderRow {
  readonly row: number;
  readonly time: number;
  readonly partner: number;
}

/**
 * For a unit that waits for another, and a time: if its set can begin until then only, the other's must be able to
 * begin before. A set that holds both is in order by its agenda.
 */
const addOrderRows = (instance: Instance, model: LinearModel) => {
  const asLater: OrderRow[][] = instance.units.map(() => []);
  const asEarlier: OrderRow[][] = instance.units.map(() => []);
  instance.after.forEach((before, later) => {
    for (const earlier of before) {
      for (const time of thresholds(instance, earlier, later)) {
        const row = model.addRow(Number.NEGATIVE_INFINITY, 0);
        asLater[later]?.push({ row, time, partner: earlier });
        asEarlier[earlier]?.push({ row, time, partner: later });
      }
    }
  });
  return {
    entries: (unit: number, { units, earliest, latest }: Column, into: Entry[]): void => {
      for (const { row, time, partner } of asLater[unit] as OrderRow[]) {
        if (latest <= time && !units.includes(partner)) into.push([row, 1]);
      }
      for (const { row, time, partner } of asEarlier[unit] as OrderRow[]) {
        if (earliest < time && !units.includes(partner)) into.push([row, -1]);
      }
    },
  };
};

/** Times at which the later one could begin while the earlier one might not have; and one at the end of all. */
const thresholds = ({ allowed, places }: Instance, earlier: number, later: number): number[] => {
  const timesOf = (unit: number): number[] =>
    membersOf(allowed[unit] as Bits).map((place) => places[place]?.time as number);
  const last = Math.max(Number.NEGATIVE_INFINITY, ...timesOf(earlier));
  const times = new Set(timesOf(later).filter((time) => time <= last));
  return [...times, Number.MAX_SAFE_INTEGER].sort((a, b) => a - b);
};
