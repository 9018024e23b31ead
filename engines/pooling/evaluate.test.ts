import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePlan, type Rule } from './evaluate.ts';
import { generateSmall } from './generate/small.ts';
import { generateProblem, profiles } from './generate.ts';
import { randomFrom } from './instance/random.ts';
import type { Problem, Request, Sitting, Slot } from './problem.ts';
import { checkPlan } from './tests/check-plan.ts';
import { randomPlan, truthful } from './tests/random-plan.ts';
import { separate, stored } from './tests/stored.ts';

const slot = (id: string, more: Partial<Slot> = {}): Slot => ({
  id,
  day: 0,
  start: '09:00',
  minutes: 90,
  venue: id,
  mode: 'in-person',
  seats: 10,
  ...more,
});

const request = (id: string, cadres: readonly string[], more: Partial<Request> = {}): Request => ({
  id,
  department: 'd0',
  cadres,
  minutes: 20,
  releaseDay: 0,
  deadlineDay: 4,
  priority: 1,
  mode: 'either',
  mergeable: true,
  after: [],
  ...more,
});

const office = (more: Partial<Problem>): Problem => ({
  days: 5,
  daysPerWeek: 5,
  cadres: ['a', 'b', 'c'].map((id) => ({ id, committee: 'k', travelMinutes: 10 })),
  slots: [slot('s0'), slot('s1', { start: '10:30' })],
  busy: [],
  quotas: [],
  requests: [],
  ...more,
});

const broken = (problem: Problem, sittings: readonly Sitting[]): Rule[] =>
  evaluatePlan(problem, truthful(problem, sittings)).violations.map(({ rule }) => rule);

describe('against the published checker', () => {
  test('any plan of a fresh week costs the same and is allowed by both or neither', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, chance) => {
        const problem = generateProblem(profiles.week, seed);
        const plan = randomPlan(randomFrom(chance), problem);
        const [own, published] = [evaluatePlan(problem, plan), checkPlan(problem, plan)];
        expect(own.cost).toEqual(published.cost);
        expect(own.ok, JSON.stringify([own.violations, published.violations])).toBe(published.ok);
      }),
      { numRuns: 60 },
    );
  });

  test('any plan of a very small problem, where many plans are allowed', () => {
    let allowed = 0;
    for (let seed = 0; seed < 1500; seed += 1) {
      const problem = generateSmall(seed);
      const plan = randomPlan(randomFrom(seed), problem);
      const [own, published] = [evaluatePlan(problem, plan), checkPlan(problem, plan)];
      expect(own.cost).toEqual(published.cost);
      expect(own.ok, `seed ${seed}`).toBe(published.ok);
      if (own.ok) allowed += 1;
    }
    expect(allowed).toBeGreaterThan(100);
    expect(allowed).toBeLessThan(1400);
  });

  test('call-ups of separate sittings are the published ones', () => {
    for (const name of ['week1', 'week2', 'week3', 'month1'] as const) {
      const problem = stored(name);
      const sittings = problem.requests.map(({ id }, at) => ({ slot: `s${at}`, agenda: [id] }));
      expect(evaluatePlan(problem, truthful(problem, sittings)).cost.callUps).toBe(separate[name]);
    }
  });
});

describe('a quorum', () => {
  const busy = [{ cadre: 'a', day: 0, start: '09:00' }];
  const asked = request('r', ['a', 'b', 'c'], { quorum: { fewest: 2 } });

  test('lets a cadre with a commitment stay away, and she counts as a call-up all the same', () => {
    const problem = office({ busy, requests: [asked] });
    const plan = truthful(problem, [{ slot: 's0', agenda: ['r'], released: ['a'] }]);
    expect(evaluatePlan(problem, plan)).toMatchObject({ ok: true, cost: { callUps: 3, minutesAway: 120 } });
  });

  test('without the release she is called over her commitment', () => {
    expect(broken(office({ busy, requests: [asked] }), [{ slot: 's0', agenda: ['r'] }])).toEqual([
      'commitment',
    ]);
  });

  test('does not let away who has neither commitment nor full quota', () => {
    const problem = office({ busy, requests: [asked] });
    expect(broken(problem, [{ slot: 's1', agenda: ['r'], released: ['a'] }])).toEqual([
      'released-without-reason',
    ]);
  });

  test('is kept: two of three are away', () => {
    const both = [...busy, { cadre: 'b', day: 0, start: '09:00' }];
    const problem = office({ busy: both, requests: [asked] });
    expect(broken(problem, [{ slot: 's0', agenda: ['r'], released: ['a', 'b'] }])).toEqual(['quorum']);
  });

  test('never releases a named cadre, nor one whom another item needs', () => {
    const named = { ...asked, quorum: { fewest: 1, named: ['a'] } };
    const sittings = [{ slot: 's0', agenda: ['r'], released: ['a'] }];
    expect(broken(office({ busy, requests: [named] }), sittings)).toEqual(['quorum']);
    const problem = office({ busy, requests: [asked, request('other', ['a'])] });
    expect(broken(problem, [{ slot: 's0', agenda: ['r', 'other'], released: ['a'] }])).toEqual(['quorum']);
  });

  test('lets her stay away when her week is full, and only then', () => {
    const requests = [asked, request('other', ['a'])];
    const sittings = [
      { slot: 's0', agenda: ['r'], released: ['a'] },
      { slot: 's1', agenda: ['other'] },
    ];
    const quotas = (most: number) => [{ cadres: ['a'], maxSittingsPerWeek: most }];
    expect(broken(office({ requests, quotas: quotas(1) }), sittings)).toEqual([]);
    expect(broken(office({ requests, quotas: quotas(2) }), sittings)).toEqual(['released-without-reason']);
  });
});

describe('free starts', () => {
  const range = slot('s0', { until: '11:00', grid: 15, minutes: 60 });
  const requests = [request('r', ['a']), request('q', ['b'])];

  test('two sittings lie one after the other in one range', () => {
    const problem = office({ slots: [range], requests });
    const at = (start: string) => [
      { slot: 's0', start: '09:00', agenda: ['r'] },
      { slot: 's0', start, agenda: ['q'] },
    ];
    expect(broken(problem, at('09:30'))).toEqual([]);
    expect(broken(problem, at('09:15'))).toEqual(['venue-taken']);
    expect(broken(problem, at('09:20'))).toEqual(['start']);
    expect(broken(problem, at('10:45'))).toEqual(['start']);
  });

  test('a cadre is at once in what overlaps, also across a band', () => {
    const slots = [range, slot('s1', { start: '09:00', minutes: 45 })];
    const problem = office({ slots, requests: [request('r', ['a']), request('q', ['a'])] });
    const at = (start: string) => [
      { slot: 's0', start, agenda: ['r'] },
      { slot: 's1', agenda: ['q'] },
    ];
    expect(broken(problem, at('09:30'))).toEqual(['called-at-once']);
    expect(broken(problem, at('09:45'))).toEqual([]);
  });

  test('a commitment takes its own minutes', () => {
    const busy = [{ cadre: 'a', day: 0, start: '09:20', minutes: 10 }];
    const problem = office({ slots: [range], requests, busy });
    expect(broken(problem, [{ slot: 's0', start: '09:15', agenda: ['r'] }])).toEqual(['commitment']);
    expect(broken(problem, [{ slot: 's0', start: '09:30', agenda: ['r'] }])).toEqual([]);
    expect(broken(problem, [{ slot: 's0', start: '09:00', agenda: ['r'] }])).toEqual([]);
  });
});

describe('sittings set by hand', () => {
  const requests = [request('r', ['a'], { mode: 'video' }), request('q', ['a'])];

  test('stay, and what they break by themselves does not spoil the plan', () => {
    const problem = office({ requests, fixed: [{ slot: 's0', agenda: ['r'] }] });
    const plan = truthful(problem, [{ slot: 's0', agenda: ['r'] }]);
    expect(evaluatePlan(problem, plan)).toMatchObject({
      ok: true,
      violations: [{ rule: 'mode', byHand: true }],
    });
    expect(broken(problem, [])).toEqual(['fixed-moved']);
    expect(broken(problem, [{ slot: 's0', agenda: ['q', 'r'] }])).toContain('fixed-moved');
  });

  test('others join only an open one', () => {
    const problem = office({ requests, fixed: [{ slot: 's0', agenda: ['r'], open: true }] });
    expect(evaluatePlan(problem, truthful(problem, [{ slot: 's0', agenda: ['q', 'r'] }])).ok).toBe(true);
  });

  test('a quota that the hand broke is not broken further', () => {
    const quotas = [{ cadres: ['a'], maxSittingsPerWeek: 0 }];
    const problem = office({ requests, quotas, fixed: [{ slot: 's0', agenda: ['q'] }] });
    const sittings = [{ slot: 's0', agenda: ['q'] }];
    expect(evaluatePlan(problem, truthful(problem, sittings)).ok).toBe(true);
    const more = truthful(problem, [...sittings, { slot: 's1', agenda: ['r'] }]);
    expect(evaluatePlan(problem, more).ok).toBe(false);
  });
});

test('a plan that lies about its cost or what it leaves out is caught', () => {
  const problem = office({ requests: [request('r', ['a'])] });
  const plan = truthful(problem, []);
  expect(evaluatePlan(problem, plan).ok).toBe(true);
  expect(evaluatePlan(problem, { ...plan, unscheduled: [] }).ok).toBe(false);
  expect(evaluatePlan(problem, { ...plan, cost: { ...plan.cost, callUps: 1 } }).ok).toBe(false);
});
