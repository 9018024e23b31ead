import { blocks } from '../clock.ts';
import type { Problem, Request } from '../problem.ts';
import { addBit, type Bits, emptyBits } from './bits.ts';
import { type Place, spanAt } from './places.ts';
import type { Unit } from './units.ts';

/** Whether a request can do without those who are engaged: enough others come, and nobody who must. */
export const canSpare = (request: Request, engaged: ReadonlySet<string>): boolean => {
  let gone = 0;
  for (const cadre of request.cadres) {
    if (!engaged.has(cadre)) continue;
    if (!request.quorum || request.quorum.named?.includes(cadre)) return false;
    gone += 1;
  }
  return request.cadres.length - gone >= fewestOf(request);
};

const fewestOf = (request: Request): number => request.quorum?.fewest ?? request.cadres.length;

/** Remembers who is engaged while a sitting of so many minutes is held in a place. */
export const engagedAt = (problem: Problem): ((place: Place, minutes: number) => ReadonlySet<string>) => {
  const days = Map.groupBy(problem.busy, ({ day }) => day);
  const known = new Map<string, ReadonlySet<string>>();
  return (place, minutes) => {
    const span = spanAt(place, minutes);
    const key = `${place.time} ${place.band} ${span.to}`;
    let engaged = known.get(key);
    if (!engaged) {
      engaged = new Set(
        (days.get(place.day) ?? []).filter((busy) => blocks(busy, span)).map(({ cadre }) => cadre),
      );
      known.set(key, engaged);
    }
    return engaged;
  };
};

export type Engaged = ReturnType<typeof engagedAt>;

/** Whether a request alone may be part of a sitting of so many minutes in a place. */
export const mayBeAt = (request: Request, place: Place, minutes: number, engaged: Engaged): boolean =>
  place.day >= request.releaseDay &&
  place.day <= request.deadlineDay &&
  minutes <= place.minutes &&
  (request.mode === 'either' || (request.mode === 'in-person') === place.inPerson) &&
  (place.seats === Number.POSITIVE_INFINITY || fewestOf(request) <= place.seats) &&
  canSpare(request, engaged(place, minutes));

/** The places a unit may take by itself: where a hand has put it, or where its request may be. */
export const allowedPlaces = (
  problem: Problem,
  unit: Unit,
  places: readonly Place[],
  engaged: Engaged,
): Bits => {
  const allowed = emptyBits(places.length);
  const request = problem.requests[unit.requests[0] as number] as Request;
  places.forEach((place, at) => {
    const fits = unit.fixed
      ? place.slot === unit.fixed.slot && (place.band || place.start === unit.fixed.start)
      : mayBeAt(request, place, request.minutes, engaged);
    if (fits) addBit(allowed, at);
  });
  return allowed;
};
