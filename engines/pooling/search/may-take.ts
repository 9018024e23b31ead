import { canSpare, mayBeAt } from '../instance/allowed.ts';
import { hasBit } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import type { Request } from '../problem.ts';
import type { Held } from './schedule.ts';

/** Whether a sitting may be in its place, whatever else is planned. */
export const mayTake = (instance: Instance, held: Held): boolean => {
  const { places, allowed, mergeable } = instance;
  const place = places[held.place] as Instance['places'][number];
  if (held.minutes > place.minutes) return false;
  if (held.members.some((unit) => !hasBit(allowed[unit] as Int32Array, held.place))) return false;
  if (held.members.length > 1 && held.members.some((unit) => !mergeable[unit])) return false;
  if (instance.freeStarts && !freeThroughout(instance, held)) return false;
  return held.people <= place.seats || comingTo(instance, held).length <= place.seats;
};

/** Where starts are free, a longer sitting may run into a commitment that its items alone would not meet. */
const freeThroughout = ({ problem, units, places, engaged }: Instance, held: Held): boolean =>
  held.members.every((unit) => {
    if (units[unit]?.fixed) return true;
    const request = problem.requests[units[unit]?.requests[0] as number] as Request;
    return mayBeAt(request, places[held.place] as Instance['places'][number], held.minutes, engaged);
  });

export const requestsOf = ({ problem, units }: Instance, held: Held): Request[] =>
  held.members
    .flatMap((unit) => units[unit]?.requests ?? [])
    .map((item) => problem.requests[item] as Request);

/**
 * Who is released from a sitting: engaged elsewhere, and every request that needs her can spare her. One that cannot
 * is there because a hand has put it there.
 */
export const releasedFrom = (instance: Instance, held: Held): string[] => {
  if (!held.members.some((unit) => instance.hasQuorum[unit])) return [];
  const engaged = instance.engaged(instance.places[held.place] as Instance['places'][number], held.minutes);
  const byHand = held.members.flatMap((unit) => instance.units[unit]?.fixed?.released ?? []);
  const requests = requestsOf(instance, held);
  const short = requests.filter((request) => !canSpare(request, engaged));
  const needed = new Set(short.flatMap(({ cadres }) => cadres));
  const called = new Set(requests.flatMap(({ cadres }) => cadres));
  return [
    ...new Set([...byHand, ...[...called].filter((cadre) => engaged.has(cadre) && !needed.has(cadre))]),
  ];
};

const comingTo = (instance: Instance, held: Held): string[] => {
  const released = new Set(releasedFrom(instance, held));
  const called = new Set(requestsOf(instance, held).flatMap(({ cadres }) => cadres));
  return [...called].filter((cadre) => !released.has(cadre));
};
