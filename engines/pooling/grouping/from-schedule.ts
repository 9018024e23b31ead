import type { Bits } from '../instance/bits.ts';
import { meets } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import type { Schedule } from '../search/schedule.ts';
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
