import { type Held, hasCommitment } from '../evaluate/held.ts';
import type { Request } from '../problem.ts';
import { obstaclesOf } from './obstacles.ts';
import { type Candidate, candidatesOf, type Standing } from './place.ts';
import { effortOf, type Relaxation, type RelaxationKind } from './relaxation.ts';

/** A way to place a request beside everything else, with what would have to give way for it. */
export interface Way {
  readonly candidate: Candidate;
  readonly needs: readonly Relaxation[];
  readonly kinds: ReadonlySet<RelaxationKind>;
  readonly effort: number;
}

const distanceOf =
  ({ releaseDay, deadlineDay }: Request) =>
  (day: number): number =>
    Math.max(releaseDay - day, day - deadlineDay, 0);

/** Every way on a day of its window, or up to a week outside it. */
export const waysOf = (state: Standing, request: Request): Way[] => {
  const week = state.known.problem.daysPerWeek;
  const range = [request.releaseDay - week, request.deadlineDay + week] as const;
  const engaged = (held: Held) => (cadre: string) => hasCommitment(state.known, cadre, held.span);
  const distance = distanceOf(request);
  return candidatesOf(state, request, range, engaged).map((candidate) => {
    const needs = obstaclesOf(state, request, candidate);
    const effort = needs.reduce((sum, one) => sum + effortOf(one, distance), 0);
    return { candidate, needs, kinds: new Set(needs.map(({ kind }) => kind)), effort };
  });
};

/** Fewest rules first, then the least of each; then the earliest and what calls nobody further. */
export const compareWays = (a: Way, b: Way): number =>
  a.needs.length - b.needs.length ||
  a.effort - b.effort ||
  a.candidate.held.slot.day - b.candidate.held.slot.day ||
  Number(b.candidate.joins !== undefined) - Number(a.candidate.joins !== undefined);
