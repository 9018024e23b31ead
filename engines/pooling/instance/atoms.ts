import type { Problem, Request } from '../problem.ts';
import type { Unit } from './units.ts';

/**
 * Cadres whom the same units call and the same weekly quota protects: whatever is planned, it happens to all of them
 * alike. A problem of 300 cadres has some 20 atoms.
 */
export interface Atoms {
  readonly count: number;
  /** Cadres in an atom. */
  readonly weight: Float64Array;
  /** Minutes on the way, there and back, of all its cadres. */
  readonly travel: Float64Array;
  /** Sittings a week; without end when no quota names them. */
  readonly quota: Float64Array;
  readonly units: readonly (readonly number[])[];
  /** The requests of the problem that call them. */
  readonly items: readonly (readonly number[])[];
}

interface Group {
  readonly units: readonly number[];
  readonly items: readonly number[];
  readonly quota: number;
  weight: number;
  travel: number;
}

/** Within a sitting set by hand, who is needed by other items of it is another atom. */
export const atomsOf = (
  problem: Problem,
  units: readonly Unit[],
  quotaOf: ReadonlyMap<string, number>,
): Atoms => {
  const travelOf = new Map(problem.cadres.map(({ id, travelMinutes }) => [id, 2 * travelMinutes]));
  const groups = new Map<string, Group>();
  for (const [cadre, { units: called, items }] of callsOf(problem.requests, units)) {
    const quota = quotaOf.get(cadre) ?? Number.POSITIVE_INFINITY;
    const key = `${quota}:${items.join()}`;
    const group = groups.get(key) ?? { units: called, items, quota, weight: 0, travel: 0 };
    group.weight += 1;
    group.travel += travelOf.get(cadre) ?? 0;
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return {
    count: all.length,
    weight: Float64Array.from(all, ({ weight }) => weight),
    travel: Float64Array.from(all, ({ travel }) => travel),
    quota: Float64Array.from(all, ({ quota }) => quota),
    units: all.map((group) => group.units),
    items: all.map(({ items }) => items),
  };
};

/** The strictest quota of each cadre that has one. */
export const strictest = (quotas: Problem['quotas']): Map<string, number> => {
  const quotaOf = new Map<string, number>();
  for (const { cadres, maxSittingsPerWeek: most } of quotas) {
    for (const cadre of cadres)
      quotaOf.set(cadre, Math.min(quotaOf.get(cadre) ?? Number.POSITIVE_INFINITY, most));
  }
  return quotaOf;
};

interface Called {
  readonly units: number[];
  readonly items: number[];
}

const callsOf = (requests: readonly Request[], units: readonly Unit[]): Map<string, Called> => {
  const called = new Map<string, Called>();
  units.forEach((unit, at) => {
    for (const item of unit.requests) {
      for (const cadre of new Set(requests[item]?.cadres)) {
        const so = called.get(cadre) ?? { units: [], items: [] };
        if (so.units.at(-1) !== at) so.units.push(at);
        so.items.push(item);
        called.set(cadre, so);
      }
    }
  });
  return called;
};
