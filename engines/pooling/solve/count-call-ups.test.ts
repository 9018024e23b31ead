import { expect, test } from 'vitest';
import { generateSmall } from '../generate/small.ts';
import { generateProblem, profiles } from '../generate.ts';
import { readInstance } from '../instance/instance.ts';
import { randomFrom } from '../instance/random.ts';
import { construct } from '../search/construct.ts';
import { improve } from '../search/improve.ts';
import { countCallUps } from './count-call-ups.ts';

test('no plan that places everything calls up fewer than are counted, and what is counted is not nothing', () => {
  const extras = [{}, { quorum: true }, { fixed: true }, { freeStarts: true }];
  const small = Array.from({ length: 80 }, (_, at) => generateSmall(900 + at, extras[at % extras.length]));
  const months = [1, 2, 3].map((seed) => generateProblem(profiles.month, seed));
  let compared = 0;
  for (const problem of [...small, ...months]) {
    const instance = readInstance(problem);
    const schedule = construct(instance, 1);
    improve(schedule, randomFrom(1), { rounds: 300, stop: () => false });
    if (schedule.totals.unscheduled > 0) continue;
    const least = countCallUps(instance);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThanOrEqual(schedule.totals.callUps);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);
});
