import { afterAll, expect, test } from 'vitest';
import { withCalls } from './district.ts';
import { evaluatePlan } from './evaluate.ts';
import { generateProblem, profiles } from './generate.ts';
import { closePooling, planDistrict } from './index.ts';
import type { Problem } from './problem.ts';

afterAll(closePooling);

/** A subdistrict whose names are its own. */
const subdistrict = (at: number): Problem => {
  const named = JSON.stringify(generateProblem(profiles.week, 70 + at)).replace(
    /"([ckrs]\d+)"/g,
    `"p${at}.$1"`,
  );
  return JSON.parse(named) as Problem;
};

const districtOf = (count: number) => {
  const parts = Array.from({ length: count }, (_, at) => subdistrict(at));
  const cadres = parts.flatMap((part) => part.cadres);
  const first = parts[0] as Problem;
  const calls: Problem = {
    ...first,
    cadres,
    busy: parts.flatMap(({ busy }) => busy),
    quotas: parts.flatMap(({ quotas }) => quotas),
    slots: first.slots.map((slot) => ({
      ...slot,
      id: `d.${slot.id}`,
      venue: `d.${slot.venue}`,
      seats: null,
    })),
    requests: [30, 45].map((minutes, at) => ({
      ...(first.requests[0] as Problem['requests'][number]),
      id: `all${at}`,
      cadres: parts.flatMap((part) => part.requests[at]?.cadres ?? []),
      minutes,
      releaseDay: 0,
      deadlineDay: 4,
      mode: 'video' as const,
      after: [],
    })),
  };
  return { calls, parts };
};

test('each subdistrict is planned around the calls of the district, and the costs add up', async () => {
  const district = districtOf(3);
  const told: number[] = [];
  const plan = await planDistrict(district, {
    threads: 2,
    budget: { seconds: 60 },
    onPart: (part) => told.push(part),
  });
  expect(told.toSorted()).toEqual([0, 1, 2]);
  expect(plan.calls.unscheduled).toEqual([]);
  plan.parts.forEach((part, at) => {
    const around = withCalls(district.parts[at] as Problem, district.calls, plan.calls.sittings);
    expect(evaluatePlan(around, part).violations.filter(({ byHand }) => !byHand)).toEqual([]);
    expect(part.proven).toContain('callUps');
  });
  const apart = plan.parts.reduce((sum, { cost }) => sum + cost.callUps, 0);
  expect(plan.cost.callUps).toBe(apart);
  const districts = new Set(plan.calls.sittings.map(({ slot }) => `district/${slot}`));
  const held = plan.parts.flatMap(({ sittings }) => sittings.filter(({ slot }) => districts.has(slot)));
  expect(held.length).toBe(3 * plan.calls.sittings.length);
});
