import { type Bits, membersOf, narrow } from '../instance/bits.ts';
import { mayTake } from '../search/may-take.ts';
import type { Held, Schedule } from '../search/schedule.ts';
import type { Movable } from './place-groups.ts';

/** Where a set may be held in a week, or on a day of it. */
export const optionsOf = (
  schedule: Schedule,
  units: readonly number[],
  week: number,
  day?: number,
): Movable => {
  const { allowed, placesOfWeek, places } = schedule.instance;
  const common = Int32Array.from(placesOfWeek[week] as Bits);
  for (const unit of units) narrow(common, allowed[unit] as Bits);
  const options = membersOf(common).flatMap((place) => {
    if (day !== undefined && places[place]?.day !== day) return [];
    const held = describe(schedule, place, units);
    return held ? [held] : [];
  });
  return { units, options };
};

const describe = (schedule: Schedule, place: number, units: readonly number[]): Held | undefined => {
  const held = schedule.describe(place, units);
  if (!held) return undefined;
  const byHand = units.length === 1 && schedule.instance.units[units[0] as number]?.fixed !== undefined;
  return byHand || mayTake(schedule.instance, held) ? held : undefined;
};
