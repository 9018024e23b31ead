import type { Problem } from '../problem.ts';
import { allowedPlaces, type Engaged, engagedAt } from './allowed.ts';
import { type Atoms, atomsOf, strictest } from './atoms.ts';
import { addBit, type Bits, emptyBits, membersOf, weigh } from './bits.ts';
import { type Place, placesOf } from './places.ts';
import { orderOfUnits, type Unit, unitsOf } from './units.ts';

/** A pooling problem as numbers: units, atoms and places are indices from 0, windows are sets of places. */
export interface Instance {
  readonly problem: Problem;
  readonly units: readonly Unit[];
  readonly size: number;
  readonly minutes: Float64Array;
  readonly priority: Float64Array;
  /** Priority × day of release, so that lateness on a day is priority × day − this. */
  readonly due: Float64Array;
  readonly mergeable: readonly boolean[];
  /** Whether somebody of the unit may be released from it. */
  readonly hasQuorum: readonly boolean[];
  /** What must be held before a unit, and what waits for it. */
  readonly after: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly atoms: Atoms;
  /** Sittings a week by cadre; who is not in it has no quota. */
  readonly quotas: ReadonlyMap<string, number>;
  /** The atoms a unit calls up, and how many cadres they are. */
  readonly calls: readonly Bits[];
  readonly people: Float64Array;
  /** Cadre-minutes of the unit's own items, which every plan costs. */
  readonly playing: Float64Array;
  /** The atoms each request of the problem calls up. */
  readonly itemCalls: readonly Bits[];
  readonly places: readonly Place[];
  readonly weeks: number;
  readonly freeStarts: boolean;
  readonly allowed: readonly Bits[];
  /** Weeks in which a unit may be held. */
  readonly weeksOf: readonly (readonly number[])[];
  /** The longest sitting any place holds. */
  readonly longest: number;
  readonly placesOfWeek: readonly Bits[];
  readonly videoPlaces: Bits;
  /** Places that are long enough for so many minutes. */
  readonly placesFor: (minutes: number) => Bits;
  readonly engaged: Engaged;
}

/** Reads a problem that `parseProblem` has found well formed. */
export const readInstance = (problem: Problem): Instance => {
  const units = unitsOf(problem);
  const requestsOf = units.map((unit) =>
    unit.requests.map((at) => problem.requests[at] as Problem['requests'][number]),
  );
  const quotas = strictest(problem.quotas);
  const atoms = atomsOf(problem, units, quotas);
  const calls = units.map(() => emptyBits(atoms.count));
  atoms.units.forEach((needed, atom) => {
    for (const unit of needed) addBit(calls[unit] as Bits, atom);
  });
  const itemCalls = problem.requests.map(() => emptyBits(atoms.count));
  atoms.items.forEach((needed, atom) => {
    for (const item of needed) addBit(itemCalls[item] as Bits, atom);
  });
  const places = placesOf(problem);
  const engaged = engagedAt(problem);
  const after = orderOfUnits(problem, units);
  const sum = (of: (request: Problem['requests'][number]) => number): Float64Array =>
    Float64Array.from(requestsOf, (requests) => requests.reduce((total, request) => total + of(request), 0));
  const allowed = units.map((unit) => allowedPlaces(problem, unit, places, engaged));
  const weeks = Math.max(0, ...places.map(({ week }) => week)) + 1;
  return {
    problem,
    units,
    size: units.length,
    minutes: sum(({ minutes }) => minutes),
    priority: sum(({ priority }) => priority),
    due: sum(({ priority, releaseDay }) => priority * releaseDay),
    mergeable: units.map(
      ({ fixed }, at) =>
        (!fixed || fixed.open === true) && requestsOf[at]?.every(({ mergeable }) => mergeable) === true,
    ),
    hasQuorum: requestsOf.map((requests) => requests.some(({ quorum }) => quorum !== undefined)),
    after,
    before: inverse(after),
    atoms,
    quotas,
    calls,
    people: Float64Array.from(calls, (bits) => weigh(bits, atoms.weight)),
    playing: sum(({ minutes, cadres }) => minutes * new Set(cadres).size),
    itemCalls,
    places,
    weeks,
    freeStarts: places.some(({ band }) => !band),
    allowed,
    weeksOf: allowed.map((bits) => [
      ...new Set(membersOf(bits).map((place) => places[place]?.week as number)),
    ]),
    longest: Math.max(0, ...places.map(({ minutes }) => minutes)),
    placesOfWeek: Array.from({ length: weeks }, (_, week) =>
      placesWhere(places, (place) => place.week === week),
    ),
    videoPlaces: placesWhere(places, ({ inPerson }) => !inPerson),
    placesFor: longEnough(places),
    engaged,
  };
};

const inverse = (after: readonly (readonly number[])[]): number[][] => {
  const before: number[][] = after.map(() => []);
  after.forEach((earlier, later) => {
    for (const one of earlier) before[one]?.push(later);
  });
  return before;
};

export const placesWhere = (places: readonly Place[], holds: (place: Place) => boolean): Bits => {
  const bits = emptyBits(places.length);
  places.forEach((place, at) => {
    if (holds(place)) addBit(bits, at);
  });
  return bits;
};

const longEnough = (places: readonly Place[]): Instance['placesFor'] => {
  const lengths = [...new Set(places.map(({ minutes }) => minutes))].sort((a, b) => a - b);
  const fits = [
    ...lengths.map((length) => placesWhere(places, ({ minutes }) => minutes >= length)),
    emptyBits(places.length),
  ];
  return (minutes) => {
    const at = lengths.findIndex((length) => length >= minutes);
    return fits[at < 0 ? lengths.length : at] as Bits;
  };
};
