import { describe, expect, test } from 'vitest';
import { evaluatePlan, type Rule } from './evaluate.ts';
import { explainUnscheduled, type Option, type RelaxationKind } from './explain.ts';
import { generateSmall } from './generate/small.ts';
import { generateProblem, profiles } from './generate.ts';
import type { Plan, Problem, Sitting } from './problem.ts';
import { bestByTrying } from './tests/brute-force.ts';
import { truthful } from './tests/random-plan.ts';

const ruleOf: Readonly<Record<RelaxationKind, Rule>> = {
  day: 'window',
  mode: 'mode',
  quota: 'quota',
  commitment: 'commitment',
  'at-once': 'called-at-once',
  venue: 'venue-taken',
  seats: 'seats',
  minutes: 'too-long',
  pooling: 'stands-alone',
  order: 'after',
  quorum: 'quorum',
};

/** The plan with the request placed as an option says. */
const placed = (problem: Problem, plan: Plan, request: string, sitting: Sitting): Plan =>
  truthful(problem, [
    ...plan.sittings.filter(
      ({ slot, agenda }) =>
        slot !== sitting.slot || !agenda.every((id) => sitting.agenda.includes(id) && id !== request),
    ),
    sitting,
  ]);

const rulesOf = (problem: Problem, plan: Plan): Set<Rule> =>
  new Set(
    evaluatePlan(problem, plan)
      .violations.filter(({ byHand }) => !byHand)
      .map(({ rule }) => rule),
  );

const withOption = (problem: Problem, plan: Plan, request: string, option: Option): Plan =>
  option.joins
    ? placed(problem, plan, request, option.sitting)
    : truthful(problem, [...plan.sittings, option.sitting]);

/** Every way to place the request beside the rest, tried with the evaluator alone. */
const allWays = (problem: Problem, plan: Plan, request: string): Plan[] => [
  ...problem.slots.map(({ id }) => truthful(problem, [...plan.sittings, { slot: id, agenda: [request] }])),
  ...plan.sittings.flatMap((sitting) => {
    const rest = plan.sittings.filter((other) => other !== sitting);
    return [
      [...sitting.agenda, request],
      [request, ...sitting.agenda],
    ].map((agenda) => truthful(problem, [...rest, { ...sitting, agenda }]));
  }),
];

describe('of every request that the best plan leaves out', () => {
  const cases = Array.from({ length: 60 }, (_, seed) => generateSmall(seed)).flatMap((problem) => {
    const plan = bestByTrying(problem);
    return plan && plan.unscheduled.length > 0 ? [{ problem, plan }] : [];
  });

  test('there are enough to try', () => expect(cases.length).toBeGreaterThan(15));

  test('an option names exactly the rules that would be broken, and none is free', () => {
    for (const { problem, plan } of cases)
      for (const { request, options } of explainUnscheduled(problem, plan))
        for (const option of options) {
          const broken = rulesOf(problem, withOption(problem, plan, request, option));
          expect(new Set(option.relaxations.map(({ kind }) => ruleOf[kind]))).toEqual(broken);
          expect(broken.size).toBeGreaterThan(0);
        }
  });

  test('no way to place it breaks less than the least option', () => {
    for (const { problem, plan } of cases)
      for (const { request, options } of explainUnscheduled(problem, plan)) {
        const ways = allWays(problem, plan, request).map((way) => rulesOf(problem, way));
        const least = options.map(({ relaxations }) => new Set(relaxations.map(({ kind }) => ruleOf[kind])));
        expect(Math.min(...least.map(({ size }) => size))).toBe(Math.min(...ways.map(({ size }) => size)));
        const single = new Set(ways.flatMap((way) => (way.size === 1 ? [...way] : [])));
        if (options.length < 5) for (const rule of single) expect(least).toContainEqual(new Set([rule]));
      }
  });
});

describe('in words', () => {
  const problem = (more: Partial<Problem>): Problem => ({
    days: 10,
    daysPerWeek: 5,
    cadres: [{ id: 'a', committee: 'k', travelMinutes: 5 }],
    slots: [8, 9].map((day) => ({
      id: `s${day}`,
      day,
      start: '09:00',
      minutes: 30,
      venue: 'hall',
      mode: 'video',
      seats: null,
    })),
    busy: [],
    quotas: [{ name: '社工', cadres: ['a'], maxSittingsPerWeek: 1 }],
    requests: ['r', 'q'].map((id) => ({
      id,
      department: 'd',
      cadres: ['a'],
      minutes: 30,
      releaseDay: 5,
      deadlineDay: 9,
      priority: 1,
      mode: 'video',
      mergeable: true,
      after: [],
    })),
    ...more,
  });

  test('the quota of social workers in week 2', () => {
    const office = problem({});
    const [said] = explainUnscheduled(office, truthful(office, [{ slot: 's8', agenda: ['r'] }]));
    expect(said?.options[0]).toMatchObject({
      relaxations: [{ kind: 'quota', quota: 0, week: 1, by: 1, cadres: 1 }],
      sitting: { slot: 's9', agenda: ['q'] },
      words: {
        zh: '第 2 周社工的限额提高 1 次（涉及 1 人），即可排在第 2 周周五 09:00',
        en: 'lift the quota of 社工 in week 2 by 1 (1 cadres): then it can be held on Friday of week 2 at 09:00',
      },
    });
    expect(said?.blockedBy.map(({ kind }) => kind)).toContain('quota');
  });

  test('or Thursday', () => {
    const requests = problem({}).requests.map((one) => ({ ...one, releaseDay: 5, deadlineDay: 7 }));
    const office = problem({ requests });
    const [said] = explainUnscheduled(office, truthful(office, []));
    expect(said?.options[0]?.relaxations).toEqual([{ kind: 'day', day: 8 }]);
    expect(said?.words.zh).toContain('允许在第 2 周周四召开');
    expect(said?.words.en).toContain('allow Thursday of week 2');
  });
});

test('a month in which nothing was placed is explained, request by request', () => {
  const month = generateProblem(profiles.month, 3);
  const explained = explainUnscheduled(month, truthful(month, []));
  expect(explained).toHaveLength(47);
  expect(explained.every(({ options }) => options.length > 0)).toBe(true);
});
