import type { Instance } from '../instance/instance.ts';
import type { Sitting } from '../problem.ts';
import type { Group, Schedule } from '../search/schedule.ts';
import { whereKey } from './changes.ts';

/** A sitting of the plan in force, without what is set by hand. */
export const groupsOf = (instance: Instance, previous: readonly Sitting[]): Group[] => {
  const places = new Map(instance.places.map((place, at) => [whereKey(place), at]));
  const units = new Map(
    instance.units.flatMap(({ requests, fixed }, unit) =>
      fixed ? [] : requests.map((at) => [instance.problem.requests[at]?.id ?? '', unit] as const),
    ),
  );
  return previous
    .flatMap((sitting): Group[] => {
      const place = places.get(whereKey(sitting));
      const members = sitting.agenda.flatMap((id) => units.get(id) ?? []);
      return place === undefined || members.length === 0 ? [] : [{ place, members }];
    })
    .sort((a, b) => a.place - b.place);
};

/** Puts some units into a place, beside those that are there already; false when a rule forbids it. */
export const putAt = (schedule: Schedule, place: number, members: readonly number[]): boolean => {
  const bucket = schedule.instance.places[place]?.bucket ?? 0;
  const there = schedule.inBucket(bucket).find((at) => schedule.sitting(at).place === place) ?? -1;
  const all = there < 0 ? members : [...schedule.sitting(there).members, ...members];
  const held = schedule.describe(place, all);
  if (!held || !schedule.fits(held, there)) return false;
  if (there < 0) schedule.open(held);
  else schedule.change(there, held);
  return true;
};

const without = (members: readonly number[], count: number): number[][] => {
  if (count === 0) return [[...members]];
  return members.flatMap((_, at) =>
    without(members.slice(at + 1), count - 1).map((rest) => [...members.slice(0, at), ...rest]),
  );
};

/** At most so many of a sitting are tried one by one; beyond that the whole sitting is freed. */
const mostTried = 3;

/** The largest part of a sitting that still keeps every rule. */
const keepMost = (schedule: Schedule, { place, members }: Group): readonly number[] => {
  for (let out = 0; out <= Math.min(mostTried, members.length - 1); out += 1)
    for (const rest of without(members, out)) if (putAt(schedule, place, rest)) return rest;
  return members.find((unit) => putAt(schedule, place, [unit])) === undefined
    ? []
    : members.filter((unit) => (schedule.sittingOf[unit] ?? -1) >= 0);
};

/** Takes over what still keeps the rules, sitting by sitting in order of time. @returns the units that lost theirs */
export const keepWhatStands = (schedule: Schedule, groups: readonly Group[]): number[] =>
  groups.flatMap((group) => {
    const kept = new Set(keepMost(schedule, group));
    return group.members.filter((unit) => !kept.has(unit));
  });
