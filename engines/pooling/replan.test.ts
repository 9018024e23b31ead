import { describe, expect, test } from 'vitest';
import { evaluatePlan } from './evaluate.ts';
import { generateSmall, type SmallExtras } from './generate/small.ts';
import { generateProblem, profiles } from './generate.ts';
import { below, randomFrom } from './instance/random.ts';
import type { Plan, Problem, Sitting } from './problem.ts';
import { changesBetween } from './replan/changes.ts';
import { replan } from './replan.ts';
import { bestByTrying } from './tests/brute-force.ts';

/** The problem as it was before its last request came. */
const withoutLast = (problem: Problem): Problem => ({ ...problem, requests: problem.requests.slice(0, -1) });

/** How many requests of the previous plan are elsewhere, or out. */
const movedFrom = (problem: Problem, previous: readonly Sitting[]) => (sittings: readonly Sitting[]) =>
  changesBetween(
    previous,
    sittings,
    problem.requests.map(({ id }) => id),
  ).filter(({ from }) => from !== null).length;

const check = (problem: Problem, previous: readonly Sitting[]): { moved: number; plan: Plan } => {
  const again = { ...problem, previous };
  const { plan, changes } = replan(again);
  expect(evaluatePlan(again, plan).violations.filter(({ byHand }) => !byHand)).toEqual([]);
  const count = movedFrom(again, previous);
  expect(changes.filter(({ from }) => from !== null)).toHaveLength(count(plan.sittings));
  return { moved: count(plan.sittings), plan };
};

describe('of very small problems, against every plan there is', () => {
  const compare = (seeds: number, extras: SmallExtras, before: (problem: Problem) => Problem): number => {
    let moves = 0;
    for (let seed = 0; seed < seeds; seed += 1) {
      const problem = generateSmall(seed, extras);
      const previous = bestByTrying(before(problem))?.sittings ?? [];
      const { moved, plan } = check(problem, previous);
      const best = bestByTrying(problem, movedFrom(problem, previous));
      const least = best ? movedFrom(problem, previous)(best.sittings) : undefined;
      expect({ seed, unscheduled: plan.cost.unscheduled, moved }).toEqual({
        seed,
        unscheduled: best?.cost.unscheduled,
        moved: least,
      });
      moves += moved;
    }
    return moves;
  };

  test('a new request comes: as few are moved as can be', () => {
    expect(compare(60, {}, withoutLast)).toBeGreaterThan(3);
  });

  test('commitments came in between', () => {
    expect(compare(60, {}, (problem) => ({ ...problem, busy: [] }))).toBeGreaterThan(3);
  });

  test('where starts are free', () => {
    compare(20, { freeStarts: true }, withoutLast);
  });
});

test('nothing changes when nothing has changed, not even the order of an agenda', () => {
  for (let seed = 0; seed < 30; seed += 1) {
    const problem = generateSmall(seed);
    const sittings = (bestByTrying(problem)?.sittings ?? []).map((one) => ({ ...one }));
    const { plan, changes, reordered } = replan({ ...problem, previous: sittings });
    expect({ changes, reordered }).toEqual({ changes: [], reordered: [] });
    expect(new Set(plan.sittings.map((one) => JSON.stringify(one)))).toEqual(
      new Set(sittings.map((one) => JSON.stringify(one))),
    );
  }
});

test('what is set by hand stays, whatever the plan in force says', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const problem = generateSmall(seed, { fixed: true });
    const { fixed, ...before } = problem;
    const previous = bestByTrying(before)?.sittings ?? [];
    const { plan } = check(problem, previous);
    for (const { slot, agenda } of fixed ?? [])
      expect(plan.sittings.find((sitting) => sitting.slot === slot)?.agenda).toEqual(
        expect.arrayContaining([...agenda]),
      );
  }
});

test('in a month one late request moves nobody, or few', () => {
  for (let seed = 0; seed < 5; seed += 1) {
    const problem = generateProblem(profiles.month, seed);
    const previous = replan({ ...withoutLast(problem), previous: [] }).plan.sittings;
    const { moved, plan } = check(problem, previous);
    expect(plan.unscheduled).toEqual([]);
    expect(moved).toBeLessThan(4);
  }
});

test('a committee that is away one morning moves only what called it', () => {
  const random = randomFrom(9);
  const problem = generateProblem(profiles.month, 2);
  const previous = replan(problem).plan.sittings;
  const chosen = previous[below(random, previous.length)]?.slot;
  const slot = problem.slots.find(({ id }) => id === chosen);
  const away = problem.cadres.filter(({ committee }) => committee === 'k3');
  const busy = [
    ...problem.busy,
    ...away.map(({ id }) => ({ cadre: id, day: slot?.day ?? 0, start: slot?.start ?? '' })),
  ];
  const { changes } = replan({ ...problem, busy, previous });
  const atThatTime = previous.filter((sitting) => {
    const there = problem.slots.find(({ id }) => id === sitting.slot);
    return there?.day === slot?.day && there?.start === slot?.start;
  });
  const hit = new Set(atThatTime.flatMap(({ agenda }) => agenda));
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.every(({ request }) => hit.has(request))).toBe(true);
});
