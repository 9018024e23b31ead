import { mayBeAt } from '../instance/allowed.ts';
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
    const request = problem.requests[
      units[unit]?.requests[0] as number
    ] as Instance['problem']['requests'][number];
    return mayBeAt(request, places[held.place] as Instance['places'][number], held.minutes, engaged);
  });

const requestsOf = ({ problem, units }: Instance, held: Held) =>
  held.members
    .flatMap((unit) => units[unit]?.requests ?? [])
    .map((item) => problem.requests[item] as Instance['problem']['requests'][number]);

/** A request that cannot spare those who are engaged; it is there because a hand has put it there. */
const isShort = ({ cadres, quorum }: Request, engaged: ReadonlySet<string>): boolean => {
  const gone = cadres.filter((cadre) => engaged.has(cadre));
  return (
    !quorum ||
    cadres.length - gone.length < quorum.fewest ||
    gone.some((cadre) => quorum.named?.includes(cadre))
  );
};

/** Who is released from a sitting: engaged elsewhere, and every request that needs her can spare her. */
export const releasedFrom = (instance: Instance, held: Held): string[] => {
  if (!held.members.some((unit) => instance.hasQuorum[unit])) return [];
  const engaged = instance.engaged(instance.places[held.place] as Instance['places'][number], held.minutes);
  const byHand = held.members.flatMap((unit) => instance.units[unit]?.fixed?.released ?? []);
  const needed = new Set(
    requestsOf(instance, held)
      .filter((request) => isShort(request, engaged))
      .flatMap(({ cadres }) => cadres),
  );
  const called = new Set(requestsOf(instance, held).flatMap(({ cadres }) => cadres));
  return [
    ...new Set([...byHand, ...[...called].filter((cadre) => engaged.has(cadre) && !needed.has(cadre))]),
  ];
};

const comingTo = (instance: Instance, held: Held): string[] => {
  const released = new Set(releasedFrom(instance, held));
  const called = new Set(requestsOf(instance, held).flatMap(({ cadres }) => cadres));
  return [...called].filter((cadre) => !released.has(cadre));
};
