import { evaluatePlan } from '../evaluate.ts';
import { below, type Random, shuffle } from '../instance/random.ts';
import type { Plan, Problem, Sitting } from '../problem.ts';

const nothing = { unscheduled: 0, callUps: 0, minutesAway: 0, lateness: 0 };

/** Requests thrown into slots without a thought: most such plans break rules. */
export const randomPlan = (random: Random, problem: Problem): Plan => {
  const slots = problem.slots.filter(() => random() < 0.3);
  const sittings = new Map<string, string[]>();
  for (const { id } of shuffle(random, [...problem.requests])) {
    const slot = slots[below(random, slots.length + 1)];
    if (slot) sittings.set(slot.id, [...(sittings.get(slot.id) ?? []), id]);
  }
  return truthful(
    problem,
    [...sittings].map(([slot, agenda]) => ({ slot, agenda })),
  );
};

/** A plan that says the truth of its cost and of what it leaves out. */
export const truthful = (problem: Problem, sittings: readonly Sitting[]): Plan => {
  const placed = new Set(sittings.flatMap(({ agenda }) => agenda));
  const unscheduled = problem.requests.map(({ id }) => id).filter((id) => !placed.has(id));
  const plan: Plan = { sittings, unscheduled, cost: nothing, bound: {}, proven: [] };
  return { ...plan, cost: evaluatePlan(problem, plan).cost };
};
