import { know } from './evaluate/held.ts';
import { type Standing, standing } from './explain/place.ts';
import type { Relaxation, RelaxationKind } from './explain/relaxation.ts';
import { compareWays, type Way, waysOf } from './explain/ways.ts';
import { type Names, sayBlocked, sayOption, standardNames } from './explain/words.ts';
import type { Plan, Problem, Request, Sitting } from './problem.ts';

export type { Relaxation, RelaxationKind } from './explain/relaxation.ts';
export type { Names } from './explain/words.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A least change that would let a request be placed beside everything else as it is planned. */
export interface Option {
  readonly relaxations: readonly Relaxation[];
  /** The sitting it would then have: its own, or one it joins. */
  readonly sitting: Sitting;
  readonly joins: boolean;
  readonly words: Words;
}

export interface Explanation {
  readonly request: string;
  /** Rules that stand in its way within its own window and mode, the most frequent first. */
  readonly blockedBy: readonly { readonly kind: RelaxationKind; readonly ways: number }[];
  /** Ways there are within its window and mode; each is blocked by one rule or more. */
  readonly ways: number;
  /** None asks for everything that another asks for; the least first. */
  readonly options: readonly Option[];
  readonly words: Words;
}

const mostOptions = 5;

/** Whether `less` breaks no rule that `way` does not break, and asks no more. */
const asksLess = (less: Way, way: Way): boolean =>
  less.effort <= way.effort && [...less.kinds].every((kind) => way.kinds.has(kind));

/** The ways that ask for nothing superfluous: of those that break the same rules only the one that asks least. */
const leastOf = (ways: readonly Way[]): Way[] => {
  const least: Way[] = [];
  for (const way of ways.toSorted(compareWays)) {
    if (least.length === mostOptions) break;
    if (!least.some((less) => asksLess(less, way))) least.push(way);
  }
  return least;
};

const blockersOf = (ways: readonly Way[]): Explanation['blockedBy'] => {
  const counts = new Map<RelaxationKind, number>();
  for (const { needs } of ways)
    for (const kind of new Set(needs.map((one) => one.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, ways: count })).sort((a, b) => b.ways - a.ways);
};

const explainOne = (state: Standing, request: Request, names: Names): Explanation => {
  const ways = waysOf(state, request);
  const own = ways.filter(({ needs }) => !needs.some(({ kind }) => kind === 'day' || kind === 'mode'));
  const blockedBy = blockersOf(own);
  const options = leastOf(ways).map(({ candidate, needs }) => ({
    relaxations: needs,
    sitting: candidate.held.sitting,
    joins: candidate.joins !== undefined,
    words: sayOption(state.known, names, request, needs, candidate.held.sitting),
  }));
  return {
    request: request.id,
    blockedBy,
    ways: own.length,
    options,
    words: sayBlocked(blockedBy, own.length, options),
  };
};

/**
 * Says of each request that a plan leaves out which rules block it, and the least that would free it. Everything else
 * stays as it is planned: each way to place the request (alone in any slot, or in any sitting) is tried, and what it
 * breaks is what would have to give way. Days up to a week outside its window are tried too.
 */
export const explainUnscheduled = (
  problem: Problem,
  plan: Plan,
  given: Partial<Names> = {},
): Explanation[] => {
  const state = standing(know(problem), plan);
  const names = { ...standardNames(problem), ...given };
  const left = new Set(plan.unscheduled);
  return problem.requests
    .filter(({ id }) => left.has(id))
    .map((request) => explainOne(state, request, names));
};
