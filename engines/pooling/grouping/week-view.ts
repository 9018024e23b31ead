import type { Bits } from '../instance/bits.ts';
import { addBit, emptyBits, hasBit, wordsFor } from '../instance/bits.ts';
import { type Instance, placesWhere } from '../instance/instance.ts';

/** One week of an instance: who may be held in it, where, and who shares cadres with whom. */
export interface WeekView {
  readonly week: number;
  /** Units that may be held in this week, ascending. */
  readonly units: readonly number[];
  /** First place of the week; the bits below count from it. */
  readonly from: number;
  readonly words: number;
  /** The longest sitting any place of the week holds. */
  readonly longest: number;
  /** Per unit of `units`: its places of this week. */
  readonly allowed: readonly Bits[];
  /** Per unit of `units`: positions of those it may be pooled with and shares a cadre or an order with. */
  readonly neighbours: readonly (readonly number[])[];
  readonly video: Bits;
  /** Places long enough for so many minutes that seat so many people. */
  readonly holds: (minutes: number, people: number) => Bits;
}

export const viewWeek = (instance: Instance, week: number): WeekView => {
  const { places } = instance;
  const from = Math.max(
    0,
    places.findIndex((place) => place.week === week),
  );
  let to = from;
  while (to < places.length && places[to]?.week === week) to += 1;
  const own = places.slice(from, to);
  const units = instance.weeksOf.flatMap((weeks, unit) => (weeks.includes(week) ? [unit] : []));
  return {
    week,
    units,
    from,
    words: wordsFor(own.length),
    longest: Math.max(0, ...own.map(({ minutes }) => minutes)),
    allowed: units.map((unit) => shifted(instance.allowed[unit] as Bits, from, own.length)),
    neighbours: neighboursOf(instance, units),
    video: placesWhere(own, ({ inPerson }) => !inPerson),
    holds: remembered(own),
  };
};

const shifted = (bits: Bits, from: number, length: number): Bits => {
  const part = emptyBits(length);
  for (let at = 0; at < length; at += 1) {
    if (hasBit(bits, from + at)) addBit(part, at);
  }
  return part;
};

const neighboursOf = ({ atoms, mergeable, after }: Instance, units: readonly number[]): number[][] => {
  const position = new Map(units.map((unit, at) => [unit, at]));
  const near = units.map(() => new Set<number>());
  for (const called of atoms.units) {
    const here = called.flatMap((unit) => (mergeable[unit] ? (position.get(unit) ?? []) : []));
    for (const one of here) for (const other of here) if (one !== other) near[one]?.add(other);
  }
  units.forEach((unit, at) => {
    for (const earlier of after[unit] as readonly number[]) {
      const other = position.get(earlier);
      if (other === undefined || !mergeable[unit] || !mergeable[earlier]) continue;
      near[at]?.add(other);
      near[other]?.add(at);
    }
  });
  return near.map((set) => [...set].sort((a, b) => a - b));
};

const remembered = (own: Instance['places']): WeekView['holds'] => {
  const seats = [...new Set(own.map((place) => place.seats))].sort((a, b) => a - b);
  const known = new Map<number, Bits>();
  return (minutes, people) => {
    const seat = seats.findIndex((one) => one >= people);
    const key = minutes * (seats.length + 1) + seat;
    let fit = known.get(key);
    if (!fit) {
      fit = placesWhere(own, (place) => place.minutes >= minutes && place.seats >= people);
      known.set(key, fit);
    }
    return fit;
  };
};
