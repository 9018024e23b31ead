import { expect, test } from 'vitest';
import { generateSmall } from './generate/small.ts';
import { generateProblem, profiles } from './generate.ts';
import { type Problem, parseProblem } from './problem.ts';
import { stored } from './tests/stored.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const share = (
  problems: readonly Problem[],
  holds: (request: Problem['requests'][number]) => boolean,
): number => mean(problems.flatMap(({ requests }) => requests.map((one) => Number(holds(one)))));

/** How many requests an average cadre is in, per request: what pooling lives on. */
const overlap = ({ cadres, requests }: Problem): number =>
  mean(requests.map((one) => one.cadres.length)) / cadres.length;

test('the same seed gives the same problem, another seed another', () => {
  expect(generateProblem(profiles.week, 7)).toEqual(generateProblem(profiles.week, 7));
  expect(generateProblem(profiles.week, 7)).not.toEqual(generateProblem(profiles.week, 8));
});

test('every problem is read as it is', () => {
  const fresh = [
    ...[1, 2, 3].flatMap((seed) => [
      generateProblem(profiles.week, seed),
      generateProblem(profiles.month, seed),
    ]),
    generateProblem(profiles.dense2000, 1),
    ...[1, 2, 3].map((seed) => generateSmall(seed, { quorum: true, fixed: true, freeStarts: true })),
  ];
  for (const problem of fresh) expect(parseProblem(problem)).toEqual(problem);
});

test('slots, commitments and quotas are laid out as in the stored problems', () => {
  for (const [name, profile] of [
    ['week1', profiles.week],
    ['month1', profiles.month],
  ] as const) {
    const [known, fresh] = [stored(name), generateProblem(profile, 5)];
    expect(fresh.slots).toEqual(known.slots);
    expect(fresh.quotas.map(({ maxSittingsPerWeek }) => maxSittingsPerWeek)).toEqual([4, 4]);
    const busyShare = ({ busy, cadres, days }: Problem) => busy.length / (cadres.length * days * 4);
    expect(busyShare(fresh)).toBeCloseTo(busyShare(known), 2);
  }
});

test('requests are of the stored problems’ kind', () => {
  const known = [stored('week1'), stored('week2'), stored('week3'), stored('month1')];
  const fresh = Array.from({ length: 40 }, (_, seed) => generateProblem(profiles.month, seed));
  expect(mean(fresh.map(overlap))).toBeCloseTo(mean(known.map(overlap)), 1);
  const features: ((request: Problem['requests'][number]) => boolean)[] = [
    ({ mode }) => mode === 'either',
    ({ mode }) => mode === 'in-person',
    ({ mergeable }) => mergeable,
    ({ minutes }) => minutes <= 20,
    ({ priority }) => priority > 1,
    ({ cadres }) => cadres.length > 33,
    ({ cadres }) => cadres.length < 33,
    ({ after }) => after.length > 0,
  ];
  for (const feature of features)
    expect(Math.abs(share(fresh, feature) - share(known, feature))).toBeLessThan(0.1);
});
