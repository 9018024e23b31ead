import { type Bits, meets, membersOf, narrow, weigh, weighOutside } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { below, type Random, shuffle } from '../instance/random.ts';
import type { Held, Schedule } from './schedule.ts';

/** A way to place a unit: in a sitting there is (moved or not), or in one of its own. */
interface Way {
  readonly into: number;
  readonly held: Held;
  /** Call-ups and minutes it costs. */
  readonly callUps: number;
  readonly away: number;
  readonly late: number;
}

/** So many sittings that call up equally few are compared by minutes. */
const COMPARED = 6;

/**
 * Places a unit where it calls up fewest, then costs fewest minutes, then is earliest; false when no rule-keeping way
 * was found. `random` decides among equals.
 */
export const insert = (schedule: Schedule, unit: number, random: Random, slack = 0): boolean => {
  const way = bestWay(schedule, unit, random, slack);
  if (!way) return false;
  if (way.into < 0) schedule.open(way.held);
  else schedule.change(way.into, way.held);
  return true;
};

const bestWay = (schedule: Schedule, unit: number, random: Random, slack: number): Way | undefined => {
  const { instance } = schedule;
  const own = instance.people[unit] as number;
  const hosts = shuffle(random, hostsOf(schedule, unit));
  hosts.sort((a, b) => a.extra - b.extra);
  let best: Way | undefined;
  let compared = 0;
  for (const { at, extra } of hosts) {
    if (extra >= own || (best && (extra > best.callUps || compared >= COMPARED))) break;
    if (slack > 0 && random() < slack) continue;
    const way = join(schedule, unit, at, extra, random);
    if (!way) continue;
    compared += 1;
    if (!best || way.away < best.away || (way.away === best.away && way.late < best.late)) best = way;
  }
  return best ?? openOwn(schedule, unit, random) ?? joinStrangers(schedule, unit, hosts, random);
};

/** Sittings in the unit's weeks that could take it by length, with the people they would newly call up. */
const hostsOf = (schedule: Schedule, unit: number): { at: number; extra: number }[] => {
  const { instance } = schedule;
  if (!instance.mergeable[unit]) return [];
  const calls = instance.calls[unit] as Bits;
  const hosts: { at: number; extra: number }[] = [];
  for (const week of instance.weeksOf[unit] as readonly number[]) {
    for (const at of schedule.inWeek(week)) {
      const { atoms, members, minutes } = schedule.sitting(at);
      if (
        minutes + (instance.minutes[unit] as number) > instance.longest ||
        !instance.mergeable[members[0] as number]
      )
        continue;
      hosts.push({
        at,
        extra: meets(atoms, calls)
          ? weighOutside(calls, atoms, instance.atoms.weight)
          : Number.POSITIVE_INFINITY,
      });
    }
  }
  return hosts;
};

const join = (
  schedule: Schedule,
  unit: number,
  at: number,
  extra: number,
  random: Random,
): Way | undefined => {
  const { instance } = schedule;
  const old = schedule.sitting(at);
  const held = schedule.describe(old.place, [...old.members, unit]);
  if (!held) return undefined;
  const way = (there: Held): Way => ({
    into: at,
    held: there,
    callUps: extra,
    away: there.away - old.away,
    late: latenessOf(instance, there),
  });
  if (schedule.fits(held, at)) return way(held);
  const moved = placeFor(schedule, held, at, random);
  return moved && way(moved);
};

const joinStrangers = (
  schedule: Schedule,
  unit: number,
  hosts: readonly { at: number }[],
  random: Random,
): Way | undefined => {
  for (const { at } of hosts) {
    const way = join(schedule, unit, at, schedule.instance.people[unit] as number, random);
    if (way) return way;
  }
  return undefined;
};

const openOwn = (schedule: Schedule, unit: number, random: Random): Way | undefined => {
  const { instance } = schedule;
  const first = membersOf(instance.allowed[unit] as Bits)[0];
  const held = first === undefined ? undefined : schedule.describe(first, [unit]);
  const there = held && placeFor(schedule, held, -1, random);
  return (
    there && {
      into: -1,
      held: there,
      callUps: there.people,
      away: there.away,
      late: latenessOf(instance, there),
    }
  );
};

/** A place where a sitting fits: by video before in person, early before late, sometimes any. */
export const placeFor = (
  schedule: Schedule,
  held: Held,
  instead: number,
  random: Random,
): Held | undefined => {
  const { instance } = schedule;
  const candidates = commonPlaces(instance, held);
  if (candidates.length === 0) return undefined;
  if (random() < 0.25) {
    const skipped = candidates.splice(0, below(random, candidates.length));
    candidates.push(...skipped);
  }
  const travel = weigh(held.atoms, instance.atoms.travel);
  const stay = held.away - (instance.places[held.place]?.inPerson ? travel : 0);
  for (const inPerson of [false, true]) {
    for (const place of candidates) {
      if (instance.places[place]?.inPerson !== inPerson) continue;
      const there = { ...held, place, away: stay + (inPerson ? travel : 0) };
      if (schedule.fits(there, instead)) return there;
    }
  }
  return undefined;
};

/** Places that every unit of a sitting may take and that are long enough. */
const commonPlaces = ({ allowed, placesFor }: Instance, held: Held): number[] => {
  const common = Int32Array.from(placesFor(held.minutes));
  for (const unit of held.members) narrow(common, allowed[unit] as Bits);
  return membersOf(common);
};

const latenessOf = ({ priority, places }: Instance, held: Held): number =>
  held.members.reduce((sum, unit) => sum + (priority[unit] as number), 0) *
  (places[held.place]?.day as number);
