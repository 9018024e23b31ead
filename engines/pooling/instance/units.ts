import type { FixedSitting, Problem } from '../problem.ts';

/**
 * What is placed as one: a request, or a whole sitting that was set by hand with its agenda in order. `requests` are
 * indices into the problem's.
 */
export interface Unit {
  readonly requests: readonly number[];
  readonly fixed?: FixedSitting;
}

export const unitsOf = ({ requests, fixed = [] }: Problem): Unit[] => {
  const index = new Map(requests.map(({ id }, at) => [id, at]));
  const byHand = fixed.map(
    (sitting): Unit => ({ requests: sitting.agenda.map((id) => index.get(id) as number), fixed: sitting }),
  );
  const taken = new Set(byHand.flatMap((unit) => unit.requests));
  return [...byHand, ...requests.flatMap((_, at) => (taken.has(at) ? [] : [{ requests: [at] }]))];
};

/** For each unit, the units that come before it; what is set by hand waits for nothing. */
export const orderOfUnits = ({ requests }: Problem, units: readonly Unit[]): number[][] => {
  const unitOf = new Map(
    units.flatMap((unit, at) => unit.requests.map((request) => [requests[request]?.id, at] as const)),
  );
  return units.map((unit, at) => {
    const earlier = unit.requests
      .flatMap((request) => requests[request]?.after ?? [])
      .map((id) => unitOf.get(id) ?? -1);
    return unit.fixed ? [] : [...new Set(earlier)].filter((other) => other >= 0 && other !== at);
  });
};
