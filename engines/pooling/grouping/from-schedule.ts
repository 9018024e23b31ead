import type { Bits } from '../instance/bits.ts';
import { emptyBits, meets, narrow, union } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import type { Schedule } from '../search/schedule.ts';
import { type Column, columnOf } from './column.ts';
import type { Chosen } from './levels.ts';
import type { Pool } from './pool.ts';

/** A plan as columns: each sitting, taken apart where nobody is in both parts. Undefined when the pool lacks one. */
export const groupingOf = (schedule: Schedule, pool: Pool): Chosen | undefined => {
  const { instance, sittingOf } = schedule;
  const columns: number[] = [];
  for (const { place, members } of schedule.groups()) {
    const week = instance.places[place]?.week as number;
    for (const part of partsOf(instance, members)) {
      const column = pool.find(week, part);
      if (column === undefined) return undefined;
      columns.push(column);
    }
  }
  return {
    columns,
    leftOut: instance.units.flatMap((_, unit) => ((sittingOf[unit] as number) < 0 ? [unit] : [])),
  };
};

/** Parts of a set that share neither cadre nor order, each ascending. */
export const partsOf = ({ calls, after }: Instance, members: readonly number[]): number[][] => {
  const left = new Set([...members].sort((a, b) => a - b));
  const parts: number[][] = [];
  for (const first of left) {
    left.delete(first);
    const part = [first];
    for (const one of part) {
      for (const other of left) {
        const ordered = after[one]?.includes(other) || after[other]?.includes(one);
        if (!ordered && !meets(calls[one] as Bits, calls[other] as Bits)) continue;
        left.delete(other);
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
};

/** The sitting sets of a plan and every unit by itself, as columns to begin with. */
export const columnsOf = (schedule: Schedule): Column[] => {
  const { instance } = schedule;
  const sets = schedule
    .groups()
    .map(({ place, members }) => ({ week: instance.places[place]?.week as number, units: [...members] }));
  const alone = instance.weeksOf.flatMap((weeks, unit) => weeks.map((week) => ({ week, units: [unit] })));
  return [
    ...sets.flatMap(({ week, units }) => partsOf(instance, units).map((part) => ({ week, units: part }))),
    ...alone,
  ].flatMap(({ week, units }) => describeColumn(instance, week, units) ?? []);
};

/** Undefined when no place of the week holds it. */
const describeColumn = (instance: Instance, week: number, units: readonly number[]): Column | undefined => {
  const { calls, atoms, allowed, placesOfWeek, videoPlaces: video } = instance;
  const called = emptyBits(atoms.count);
  const common = Int32Array.from(placesOfWeek[week] as Bits);
  for (const unit of units) {
    union(called, called, calls[unit] as Bits);
    narrow(common, allowed[unit] as Bits);
  }
  const long = instance.placesFor(units.reduce((sum, unit) => sum + (instance.minutes[unit] as number), 0));
  const byHand = units.length === 1 && instance.units[units[0] as number]?.fixed;
  if (!byHand) narrow(common, long);
  if (common.every((word) => word === 0)) return undefined;
  return columnOf(instance, { week, from: 0, video }, units, called, common);
};
