import { blocks, lengthOf, type Span, spanOf } from '../clock.ts';
import type { Busy, Cadre, Problem, Request, Sitting, Slot } from '../problem.ts';

/** A rule that a plan may break, or a plan that is not what it says. */
export type Rule =
  | 'unknown-slot'
  | 'unknown-request'
  | 'empty-agenda'
  | 'start'
  | 'too-long'
  | 'stands-alone'
  | 'placed-twice'
  | 'window'
  | 'mode'
  | 'seats'
  | 'commitment'
  | 'venue-taken'
  | 'called-at-once'
  | 'quota'
  | 'after'
  | 'released-without-reason'
  | 'quorum'
  | 'fixed-moved'
  | 'unscheduled-list'
  | 'cost';

/** One broken rule; what is not concerned is left out. `amount` is by how much, or how many there are. */
export interface Violation {
  readonly rule: Rule;
  readonly slot?: string;
  readonly otherSlot?: string;
  readonly request?: string;
  readonly otherRequest?: string;
  readonly cadre?: string;
  readonly week?: number;
  readonly amount?: number;
  /** The sittings set by hand break it by themselves. */
  readonly byHand?: true;
}

/** The problem, found by id. */
export interface Known {
  readonly problem: Problem;
  readonly cadres: ReadonlyMap<string, Cadre>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly requests: ReadonlyMap<string, Request>;
  /** By `day cadre`. */
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
  /** The strictest quota of each cadre that has one. */
  readonly quota: ReadonlyMap<string, number>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

export const know = (problem: Problem): Known => {
  const quota = new Map<string, number>();
  for (const { cadres, maxSittingsPerWeek } of problem.quotas)
    for (const cadre of cadres)
      quota.set(cadre, Math.min(maxSittingsPerWeek, quota.get(cadre) ?? Number.POSITIVE_INFINITY));
  return {
    problem,
    cadres: byId(problem.cadres),
    slots: byId(problem.slots),
    requests: byId(problem.requests),
    busy: Map.groupBy(problem.busy, ({ day, cadre }) => `${day} ${cadre}`),
    quota,
  };
};

/** From when to when a cadre is needed, in minutes after the sitting's start. */
interface Need {
  readonly from: number;
  readonly to: number;
}

/** A sitting with everything that follows from it. */
export interface Held {
  readonly sitting: Sitting;
  readonly slot: Slot;
  readonly span: Span;
  readonly week: number;
  readonly requests: readonly Request[];
  readonly minutes: number;
  /** Everybody its requests name, released or not. */
  readonly needs: ReadonlyMap<string, Need>;
  readonly released: ReadonlySet<string>;
  readonly coming: readonly string[];
}

const needsOf = (requests: readonly Request[]): Map<string, Need> => {
  const needs = new Map<string, Need>();
  let at = 0;
  for (const { cadres, minutes } of requests) {
    for (const cadre of cadres) needs.set(cadre, { from: needs.get(cadre)?.from ?? at, to: at + minutes });
    at += minutes;
  }
  return needs;
};

/** Undefined when the slot is not known. */
export const holdSitting = (known: Known, sitting: Sitting): Held | undefined => {
  const slot = known.slots.get(sitting.slot);
  if (!slot) return undefined;
  const requests = sitting.agenda.flatMap((id) => known.requests.get(id) ?? []);
  const minutes = lengthOf(sitting.agenda, known.requests);
  const needs = needsOf(requests);
  const released = new Set(sitting.released ?? []);
  return {
    sitting,
    slot,
    span: spanOf(slot, sitting.start, minutes),
    week: Math.floor(slot.day / known.problem.daysPerWeek),
    requests,
    minutes,
    needs,
    released,
    coming: [...needs.keys()].filter((cadre) => !released.has(cadre)),
  };
};

export const hasCommitment = (known: Known, cadre: string, span: Span): boolean =>
  (known.busy.get(`${span.day} ${cadre}`) ?? []).some((busy) => blocks(busy, span));
