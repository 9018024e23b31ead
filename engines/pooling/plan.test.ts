import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluatePlan } from './evaluate.ts';
import { generateSmall, type SmallExtras } from './generate/small.ts';
import { generateProblem, profiles } from './generate.ts';
import { closePooling, planPooling } from './index.ts';
import { randomFrom, shuffle } from './instance/random.ts';
import { levels, type Plan, type Problem } from './problem.ts';
import { bestByTrying } from './tests/brute-force.ts';
import { checkPlan } from './tests/check-plan.ts';
import { inThisThread, planHere } from './tests/in-this-thread.ts';
import { playing, rehearsalProblem } from './tests/rehearsal.ts';
import { optima, stored } from './tests/stored.ts';

afterAll(closePooling);
/** The clock is far away: what is asked for is proven on a slow computer too. */
const patience = { seconds: 600 };
const PATIENT = 180_000;

const broken = (problem: Problem, plan: Plan) =>
  evaluatePlan(problem, plan).violations.filter(({ byHand }) => !byHand);

/** What a plan says is proven is true of the best plan there is, and its bounds are not above it. */
const saysTruth = (plan: Plan, best: Plan): void => {
  for (const level of levels) {
    const bound = plan.bound[level];
    if (bound !== undefined) expect(bound).toBeLessThanOrEqual(best.cost[level]);
    if (plan.proven.includes(level)) expect(plan.cost[level]).toBe(best.cost[level]);
    if (plan.cost[level] !== best.cost[level]) return;
  }
};

describe('very small problems, against every plan there is', () => {
  const compare = (from: number, count: number, extras: SmallExtras): { same: number; proven: number } => {
    const counts = { same: 0, proven: 0 };
    for (let seed = from; seed < from + count; seed += 1) {
      const problem = generateSmall(seed, extras);
      const plan = planHere(problem);
      expect(broken(problem, plan), `seed ${seed}`).toEqual([]);
      const best = bestByTrying(problem);
      expect(best, `seed ${seed}`).toBeDefined();
      if (!best) continue;
      saysTruth(plan, best);
      if (levels.every((level) => plan.cost[level] === best.cost[level])) counts.same += 1;
      if (plan.proven.includes('minutesAway')) counts.proven += 1;
    }
    return counts;
  };

  test('the published rules', () => {
    const { same, proven } = compare(2_000, 60, {});
    expect(same).toBeGreaterThanOrEqual(57);
    expect(proven).toBeGreaterThanOrEqual(45);
  });

  test('with a quorum', () => {
    expect(compare(2_120, 30, { quorum: true }).same).toBeGreaterThanOrEqual(27);
  });

  test('with sittings set by hand, whatever they break', () => {
    expect(compare(2_200, 40, { fixed: true }).same).toBeGreaterThanOrEqual(37);
  });

  test('with free starts', () => {
    expect(compare(2_300, 40, { freeStarts: true }).same).toBeGreaterThanOrEqual(37);
  });
});

describe('fresh problems of the published profile, others on each run', () => {
  const fresh = (profile: 'tiny' | 'week' | 'month', runs: number) =>
    fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const problem = generateProblem(profiles[profile], seed);
        const plan = await planPooling(problem, { budget: { work: 20_000, ...patience } });
        expect(checkPlan(problem, plan)).toEqual({ ok: true, violations: [], cost: plan.cost });
        expect(broken(problem, plan)).toEqual([]);
        for (const level of plan.proven) expect(plan.bound[level]).toBe(plan.cost[level]);
      }),
      { numRuns: runs },
    );

  test('five requests', () => fresh('tiny', 5));
  test('weeks', () => fresh('week', 5));
  test('a month', () => fresh('month', 1), PATIENT);
});

describe('stored problems', () => {
  test.each(['week1', 'week2', 'week3', 'month1'] as const)(
    '%s is proven to be what others proved',
    async (name) => {
      const problem = stored(name);
      const plan = await planPooling(problem, { budget: patience });
      expect(checkPlan(problem, plan)).toMatchObject({ ok: true, cost: plan.cost });
      expect(plan.cost).toMatchObject(optima[name] ?? {});
      expect(plan.proven).toEqual(expect.arrayContaining(['unscheduled', 'callUps', 'minutesAway']));
    },
    PATIENT,
  );

  test('the concert of CSPLib 039 as one sitting: 17 of waiting', () => {
    const plan = planHere(rehearsalProblem);
    expect(plan.cost).toMatchObject({ unscheduled: 0, callUps: 5, minutesAway: playing + 17 });
    expect(plan.proven).toContain('minutesAway');
  });
});

test('the same seed and work give the same plan, whatever solver and thread it is made in', async () => {
  const problem = generateProblem(profiles.month, 4);
  const options = { seed: 3, budget: { work: 4_000, ...patience } };
  const told: Plan[] = [];
  const onProgress = (plan: Plan) => void told.push(plan);
  const here = await planPooling(problem, { ...options, solver: inThisThread, onProgress });
  expect(told.at(-1)).toEqual(here);
  expect(await planPooling(problem, options)).toEqual(here);
  expect(await planPooling(problem, options)).toEqual(here);
}, 120_000);

test('in what order a problem is written makes no difference to what is proven', () => {
  const problem = generateProblem(profiles.week, 21);
  const random = randomFrom(2);
  const mixed: Problem = {
    ...problem,
    cadres: shuffle(random, [...problem.cadres]),
    slots: shuffle(random, [...problem.slots]),
    busy: shuffle(random, [...problem.busy]),
    requests: shuffle(random, [...problem.requests]),
  };
  const [one, other] = [planHere(problem), planHere(mixed)];
  expect(one.proven).toContain('minutesAway');
  for (const level of one.proven) expect(other.cost[level]).toBe(one.cost[level]);
});

test('an aborted plan is no plan; what was told before is one', async () => {
  const problem = generateProblem(profiles.dense200, 5);
  const controller = new AbortController();
  const told: Plan[] = [];
  const planning = planPooling(problem, {
    signal: controller.signal,
    onProgress: (plan) => {
      told.push(plan);
      controller.abort();
    },
  });
  await expect(planning).rejects.toMatchObject({ name: 'AbortError' });
  expect(told.length).toBeGreaterThan(0);
  for (const plan of told) expect(broken(problem, plan)).toEqual([]);
});

describe('odd problems end, with a plan that keeps every rule', () => {
  const odd: readonly [string, Partial<Problem>][] = [
    ['nothing to place', { requests: [] }],
    ['nowhere to place it', { slots: [] }],
    [
      'everybody busy',
      {
        busy: generateSmall(5).cadres.flatMap(({ id }) =>
          ['09:00', '10:00'].flatMap((start) => [0, 1].map((day) => ({ cadre: id, day, start }))),
        ),
      },
    ],
    [
      'quotas of nothing',
      { quotas: [{ cadres: generateSmall(5).cadres.map(({ id }) => id), maxSittingsPerWeek: 0 }] },
    ],
  ];
  test.each(odd)('%s', (_, more) => {
    const problem = { ...generateSmall(5), ...more };
    const plan = planHere(problem);
    expect(broken(problem, plan)).toEqual([]);
    expect(plan.sittings).toEqual([]);
  });

  test('forty items of a minute in one sitting', () => {
    const [request] = rehearsalProblem.requests;
    const requests = Array.from({ length: 40 }, (_, at) => ({ ...request, id: `r${at}`, minutes: 1 }));
    const problem = { ...rehearsalProblem, requests } as Problem;
    const plan = planHere(problem, 100);
    expect(broken(problem, plan)).toEqual([]);
    expect(plan.sittings.length).toBe(1);
  });
});
