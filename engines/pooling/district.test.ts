import { afterAll, expect, test } from 'vitest';
import { type District, type DistrictPlan, withCalls } from './district.ts';
import { evaluatePlan } from './evaluate.ts';
import { generateDistrict } from './generate/district.ts';
import { generateProblem, profiles } from './generate.ts';
import { closePooling, planDistrict } from './index.ts';
import { parseProblem } from './parse-problem.ts';
import { levels, type Problem } from './problem.ts';

afterAll(closePooling);

const week = (seed: number): Problem => generateProblem(profiles.week, seed);
const district = generateDistrict(week, { parts: 3, calls: 2, seed: 70 });

/** Work ends it, and the clock is far away: the same on every computer. */
const budget = { work: 200_000, seconds: 600 };

const around = ({ calls, parts }: District, plan: DistrictPlan, at: number): Problem =>
  withCalls(parts[at] as Problem, calls, plan.calls.sittings);

test('a fresh district is a problem for itself and for each part', () => {
  for (const problem of [district.calls, ...district.parts]) expect(parseProblem(problem)).toEqual(problem);
});

test('each subdistrict is planned around the calls of the district, and the costs add up', async () => {
  const told: number[] = [];
  const plan = await planDistrict(district, { threads: 2, budget, onPart: (part) => told.push(part) });
  expect(told.toSorted()).toEqual([0, 1, 2]);
  expect(plan.calls.unscheduled).toEqual([]);
  plan.parts.forEach((part, at) => {
    const found = evaluatePlan(around(district, plan, at), part);
    expect(found.violations.filter(({ byHand }) => !byHand)).toEqual([]);
    expect(part.proven).toContain('callUps');
  });
  for (const level of levels) {
    const apart = plan.parts.reduce((sum, { cost }) => sum + cost[level], 0);
    const own = level === 'callUps' || level === 'minutesAway' ? 0 : plan.calls.cost[level];
    expect(plan.cost[level]).toBe(apart + own);
  }
  const districts = new Set(plan.calls.sittings.map(({ slot }) => `district/${slot}`));
  const held = plan.parts.flatMap(({ sittings }) => sittings.filter(({ slot }) => districts.has(slot)));
  expect(held.length).toBe(3 * plan.calls.sittings.length);
});

test('one thread or several: the same plan', async () => {
  const small = generateDistrict((seed) => generateProblem(profiles.tiny, seed), {
    parts: 4,
    calls: 1,
    seed: 7,
  });
  const one = await planDistrict(small, { threads: 1, budget });
  expect(await planDistrict(small, { threads: 3, budget })).toEqual(one);
});

test('how late a call of the district is held counts once, not in every subdistrict', () => {
  const part = { ...(district.parts[0] as Problem), requests: [] };
  const [call] = district.calls.requests;
  const slot = district.calls.slots.find(({ day }) => day === (call?.deadlineDay ?? 0));
  const sittings = [{ slot: slot?.id ?? '', agenda: [call?.id ?? ''] }];
  const problem = withCalls(part, district.calls, sittings);
  const plan = { sittings: problem.fixed ?? [], unscheduled: [], cost: zero, bound: {}, proven: [] };
  expect(evaluatePlan(problem, plan).cost).toMatchObject({ unscheduled: 0, lateness: 0 });
});

const zero = { unscheduled: 0, callUps: 0, minutesAway: 0, lateness: 0 };

test('a band that begins earlier and runs into a call of the district is not for those who are called', () => {
  const calls: Problem = {
    ...district.calls,
    slots: district.calls.slots.map((slot) => ({
      ...slot,
      start: slot.start === '09:00' ? '09:45' : slot.start,
    })),
  };
  const [call] = calls.requests;
  const day = call?.releaseDay ?? 0;
  const slot = calls.slots.find((one) => one.day === day && one.start === '09:45')?.id ?? '';
  const part = district.parts[0] as Problem;
  const problem = withCalls(part, calls, [{ slot, agenda: [call?.id ?? ''] }]);
  const called = problem.requests.at(-1)?.cadres ?? [];
  const request = {
    ...(part.requests[0] as Problem['requests'][number]),
    cadres: called,
    mode: 'either' as const,
  };
  const early = part.slots.find((one) => one.day === day && one.start === '09:00')?.id ?? '';
  const sittings = [...(problem.fixed ?? []), { slot: early, agenda: [request.id] }];
  const requests = problem.requests.map((one) => (one.id === request.id ? request : one));
  const plan = { sittings, unscheduled: [], cost: zero, bound: {}, proven: [] };
  const broken = evaluatePlan({ ...problem, requests }, plan).violations.filter(({ byHand }) => !byHand);
  expect(broken.filter(({ rule }) => rule === 'commitment').length).toBe(called.length);
});
