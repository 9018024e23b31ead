import type { AddressValue, Resident, ResidentValue } from '../types.ts';
import type { PersonMention } from './mentions.ts';
import { homeKey, type Register } from './register.ts';

/** What else was said of a person. */
export interface Clues {
  readonly addresses: readonly AddressValue[];
  readonly ages: readonly number[];
  readonly sex?: string | undefined;
  readonly alone: boolean;
  /** The day of speaking, YYYY-MM-DD. */
  readonly today: string;
}

export interface Resolved {
  readonly value: ResidentValue;
  readonly confidence: number;
  /** People to offer when the value is not one of them. */
  readonly offer: readonly string[];
  readonly how: string;
}

/** Completed years on a day; undefined when the birth date is not known. */
export const ageOn = (resident: Resident, day: string): number | undefined => {
  const born = resident.birthDate;
  if (!born) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5, 10) ? years : years - 1;
};

const floorOf = (room: string | undefined): number | undefined =>
  room && room.length >= 3 ? Number(room.slice(0, -2)) : undefined;

const livesAt = (r: Resident, a: AddressValue): boolean =>
  (a.compound === undefined || a.compound === r.compound) &&
  (a.building === undefined || a.building === r.building) &&
  (a.floor === undefined || a.floor === floorOf(r.room)) &&
  (a.room === undefined || a.room === r.room);

type Test = (resident: Resident) => boolean;

const tests = (mention: PersonMention, clues: Clues): Test[] => {
  const { about } = mention;
  const { addresses, ages, sex, alone, today } = clues;
  const all: Test[] = [];
  if (addresses.length > 0)
    all.push(
      (r) => addresses.every((a) => livesAt(r, a)),
      (r) => addresses.some((a) => livesAt(r, a)),
    );
  for (const slack of [0, 1])
    if (ages.length > 0)
      all.push((r) => ages.some((age) => Math.abs((ageOn(r, today) ?? -9) - age) <= slack));
  if (alone) all.push((r) => r.tags?.includes('独居') ?? false);
  if (sex) all.push((r) => r.sex === sex);
  if (about?.sex) all.push((r) => r.sex === undefined || r.sex === about.sex);
  if (about)
    all.push((r) => {
      const age = ageOn(r, today);
      return age === undefined || (age >= about.from && age <= about.to);
    });
  return all;
};

/** Keeps those for whom a clue holds; a clue that holds for nobody is left aside and counted. */
const narrow = (
  people: readonly Resident[],
  all: readonly Test[],
): { left: readonly Resident[]; against: number } =>
  all.reduce<{ left: readonly Resident[]; against: number }>(
    ({ left, against }, test) => {
      const kept = left.filter(test);
      return kept.length > 0 ? { left: kept, against } : { left, against: against + 1 };
    },
    { left: people, against: 0 },
  );

/** A form of address that fits more people than this tells nobody; a full name always tells its bearers. */
const most = 60;

/**
 * Decides who was meant, or that it must be asked.
 *
 * A full name is asserted when one entry sounds so, or when a clue (home, age, sex by address, living alone)
 * leaves one of several. Characters are no clue: recognisers choose among homophones freely. A name that only
 * nearly sounds like an entry is asserted only where the person lives. Everything else is a question.
 */
export const resolvePerson = (register: Register, mention: PersonMention, clues: Clues): Resolved => {
  const of = (places: readonly number[]): Resident[] =>
    places.flatMap((place) => register.residents[place] ?? []);
  const same = of(mention.same);
  const all = tests(mention, clues);
  const unknown = (offer: readonly Resident[], confidence: number): Resolved => ({
    value: { unknown: mention.said },
    confidence,
    offer: offer.slice(0, 5).map((r) => r.id),
    how: 'in nobody’s entry',
  });
  if (same.length === 0) {
    const near = of(mention.near);
    const { left, against } = narrow(near, all);
    const [one] = left;
    if (
      one &&
      left.length === 1 &&
      clues.addresses.length > 0 &&
      against === 0 &&
      clues.addresses.every((a) => livesAt(one, a))
    )
      return { value: { id: one.id }, confidence: 0.8, offer: [], how: 'nearly so called, and lives there' };
    return unknown(near, near.length > 0 ? 0.6 : 0.85);
  }
  const { left, against } = narrow(same, all);
  const [one] = left;
  if (!one) return unknown([], 0.5);
  const home = clues.addresses.length > 0 && !clues.addresses.some((a) => livesAt(one, a));
  if (left.length > 1) {
    if (left.length > most && mention.form === 'address') return unknown(left, 0.4);
    return {
      value: { ambiguous: left.map((r) => r.id) },
      confidence: 0.9,
      offer: left.map((r) => r.id),
      how: 'several sound so',
    };
  }
  if (home && !mention.exact) return unknown([one], 0.6);
  const sure = mention.form === 'address' ? 0.85 : mention.exact ? 0.99 : 0.95;
  return {
    value: { id: one.id },
    confidence: Math.max(0.5, sure - against * 0.15),
    offer: [],
    how: same.length > 1 ? 'the clue leaves one' : 'only one sounds so',
  };
};

/** The other grown person of the other sex in somebody's flat, when there is exactly one. */
export const spouseOf = (register: Register, id: string, today: string): Resident | undefined => {
  const person = register.residents.find((r) => r.id === id);
  if (!person?.room || !person.sex) return undefined;
  const others = (register.byHome.get(homeKey(person)) ?? [])
    .flatMap((place) => register.residents[place] ?? [])
    .filter((r) => r.id !== id && r.sex !== undefined && r.sex !== person.sex && (ageOn(r, today) ?? 0) > 20);
  const near = others.filter((r) => Math.abs((ageOn(r, today) ?? 0) - (ageOn(person, today) ?? 0)) <= 20);
  return near.length === 1 ? near[0] : undefined;
};
