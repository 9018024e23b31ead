import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluatePlan } from './evaluate.ts';
import { explainUnscheduled } from './explain.ts';
import { generateSmall } from './generate/small.ts';
import { PoolingRefusal, type Problem, parseProblem } from './problem.ts';
import { replan } from './replan.ts';
import { planHere } from './tests/in-this-thread.ts';

const extras = { quorum: true, fixed: true, freeStarts: true };

const extremes = fc.constantFrom<unknown>(
  0,
  1,
  2,
  5,
  24,
  60,
  100,
  1_000,
  1_440,
  3_660,
  true,
  false,
  '00:00',
  '23:59',
  null,
);

/** A small problem with a few of its values replaced by extreme ones. */
const mutated = (seed: number, changes: readonly (readonly [number, unknown])[]): unknown => {
  const problem = JSON.parse(JSON.stringify(generateSmall(seed, extras))) as Record<string, unknown>;
  const leaves: [Record<string, unknown>, string][] = [];
  const walk = (node: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>);
      else leaves.push([node, key]);
    }
  };
  walk(problem);
  for (const [at, value] of changes) {
    const [node, key] = leaves[at % leaves.length] ?? [problem, 'days'];
    node[key] = value;
  }
  return problem;
};

const read = (input: unknown): Problem | undefined => {
  try {
    return parseProblem(input);
  } catch (error) {
    if (error instanceof PoolingRefusal) return undefined;
    throw error;
  }
};

const broken = (problem: Problem, plan: Parameters<typeof evaluatePlan>[1]) =>
  evaluatePlan(problem, plan).violations.filter(({ byHand }) => !byHand);

test('whatever is not refused is planned, explained and planned again, and every rule is kept', () => {
  let planned = 0;
  fc.assert(
    fc.property(fc.nat(5_000), fc.array(fc.tuple(fc.nat(), extremes), { maxLength: 3 }), (seed, changes) => {
      const problem = read(mutated(seed, changes));
      if (!problem) return;
      planned += 1;
      const plan = planHere(problem, 3_000);
      expect(broken(problem, plan)).toEqual([]);
      expect(explainUnscheduled(problem, plan)).toHaveLength(plan.unscheduled.length);
      const again = { ...problem, previous: plan.sittings };
      const { plan: second, changes: changed } = replan(again, { limit: 300 });
      expect(broken(again, second)).toEqual([]);
      expect(changed.filter(({ from, to }) => from !== null && to !== null)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(planned).toBeGreaterThan(10);
});
