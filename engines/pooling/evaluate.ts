import { betweenSittings } from './evaluate/between-sittings.ts';
import { type Held, holdSitting, type Known, know, type Violation } from './evaluate/held.ts';
import { withinSitting } from './evaluate/within-sitting.ts';
import type { Cost, FixedSitting, Plan, Problem, Sitting } from './problem.ts';
import { levels } from './problem.ts';

export type { Rule, Violation } from './evaluate/held.ts';

export interface Evaluation {
  /** Nothing is broken but what was broken by hand. */
  readonly ok: boolean;
  readonly violations: readonly Violation[];
  readonly cost: Cost;
}

const heldOf = (known: Known, sittings: readonly Sitting[]): Held[] =>
  sittings.flatMap((sitting) => holdSitting(known, sitting) ?? []);

const minutesAway = (known: Known, { needs, slot }: Held): number => {
  let sum = 0;
  for (const [cadre, { from, to }] of needs)
    sum += to - from + (slot.mode === 'in-person' ? 2 * (known.cadres.get(cadre)?.travelMinutes ?? 0) : 0);
  return sum;
};

const costOf = (known: Known, all: readonly Held[]): Cost => {
  const placed = new Set(all.flatMap(({ requests }) => requests.map(({ id }) => id)));
  const left = known.problem.requests.filter(({ id }) => !placed.has(id));
  const late = ({ slot, requests }: Held) =>
    requests.reduce((sum, { priority, releaseDay }) => sum + priority * (slot.day - releaseDay), 0);
  return {
    unscheduled: left.reduce((sum, { priority }) => sum + priority, 0),
    callUps: all.reduce((sum, { needs }) => sum + needs.size, 0),
    minutesAway: all.reduce((sum, held) => sum + minutesAway(known, held), 0),
    lateness: all.reduce((sum, held) => sum + late(held), 0),
  };
};

/** Everything the sittings break, whatever the plan says of itself. */
const rulesBroken = (known: Known, sittings: readonly Sitting[], all: readonly Held[]): Violation[] => [
  ...sittings
    .filter(({ slot }) => !known.slots.has(slot))
    .map(({ slot }): Violation => ({ rule: 'unknown-slot', slot })),
  ...all.flatMap((held) => withinSitting(known, held)),
  ...betweenSittings(known, all),
];

const isSubsequence = (part: readonly string[], whole: readonly string[]): boolean => {
  let next = 0;
  for (const one of whole) if (one === part[next]) next += 1;
  return next === part.length;
};

const keeps = (fixed: FixedSitting, sitting: Sitting): boolean =>
  sitting.slot === fixed.slot &&
  sitting.start === fixed.start &&
  (fixed.released ?? []).every((cadre) => sitting.released?.includes(cadre)) &&
  (fixed.open
    ? isSubsequence(fixed.agenda, sitting.agenda)
    : fixed.agenda.length === sitting.agenda.length &&
      fixed.agenda.every((id, index) => sitting.agenda[index] === id));

const movedByHand = ({ fixed = [] }: Problem, sittings: readonly Sitting[]): Violation[] =>
  fixed
    .filter((one) => !sittings.some((sitting) => keeps(one, sitting)))
    .map(({ slot }) => ({ rule: 'fixed-moved', slot }));

const key = (violation: Violation): string =>
  JSON.stringify(Object.entries(violation).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Tells what the sittings set by hand break by themselves; a request set by hand need not wait for any other. */
const byHandOf = (known: Known): ((violation: Violation) => boolean) => {
  const { fixed = [] } = known.problem;
  const broken = new Set(fixed.length === 0 ? [] : rulesBroken(known, fixed, heldOf(known, fixed)).map(key));
  const set = new Set(fixed.flatMap(({ agenda }) => agenda));
  return (violation) =>
    broken.has(key(violation)) || (violation.rule === 'after' && set.has(violation.request ?? ''));
};

const saysTruth = (problem: Problem, plan: Plan, cost: Cost): Violation[] => {
  const placed = new Set(plan.sittings.flatMap(({ agenda }) => agenda));
  const left = problem.requests.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  const said = new Set(plan.unscheduled);
  return [
    ...(left.length === said.size && left.every((id) => said.has(id))
      ? []
      : [{ rule: 'unscheduled-list' } as const]),
    ...(levels.every((level) => plan.cost[level] === cost[level]) ? [] : [{ rule: 'cost' } as const]),
  ];
};

/**
 * Recomputes a plan's cost from the problem alone and names every broken rule. It shares no code with the solver:
 * every plan passes it before it is handed out. Reads any plan, however wrong.
 */
export const evaluatePlan = (problem: Problem, plan: Plan): Evaluation => {
  const known = know(problem);
  const all = heldOf(known, plan.sittings);
  const byHand = byHandOf(known);
  const cost = costOf(known, all);
  const violations = [
    ...rulesBroken(known, plan.sittings, all).map((one) =>
      byHand(one) ? { ...one, byHand: true as const } : one,
    ),
    ...movedByHand(problem, plan.sittings),
    ...saysTruth(problem, plan, cost),
  ];
  return { ok: violations.every(({ byHand: hand }) => hand === true), violations, cost };
};
