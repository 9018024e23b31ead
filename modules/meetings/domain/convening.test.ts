import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Ask,
  decideConvening,
  defaultTerms,
  type MonthUse,
  monthsTouched,
  type RulesInForce,
  sayVerdict,
} from './convening.ts';

const rules = defaultTerms as unknown as RulesInForce;
const unused: MonthUse = { month: '2026-12', reservedSittings: 0, callUps: 0 };
const ask = (departmentKind: string, callUps: number, ...posts: string[]): Ask => ({
  departmentKind,
  callUps,
  posts: new Set(posts),
});

test('the self-governance office calls directors once a month without asking, the second time it asks', () => {
  const first = decideConvening(rules, ask('self_governance', 33, 'director'), [unused]);
  expect(first).toMatchObject({ outcome: 'admitted', rule: 'reserved_posts' });
  const second = decideConvening(rules, ask('self_governance', 33, 'director'), [
    { ...unused, reservedSittings: 1 },
  ]);
  expect(second).toMatchObject({ outcome: 'approval_required', because: 'spent' });
});

test('any other department that names a secretary needs the main leader, however few it calls', () => {
  const verdict = decideConvening(rules, ask('business', 1, 'secretary', 'social_worker'), [unused]);
  expect(verdict).toMatchObject({
    outcome: 'approval_required',
    rule: 'reserved_posts',
    because: 'not_convener',
  });
  expect(sayVerdict(rules, verdict).zh).toContain('须经主要领导批准');
});

test('social workers of 33 committees can be called three times a month, not a fourth', () => {
  const at = (callUps: number) =>
    decideConvening(rules, ask('business', 33, 'social_worker'), [{ ...unused, callUps }]);
  expect([0, 33, 66, 99].map((used) => at(used).outcome)).toEqual([
    'admitted',
    'admitted',
    'admitted',
    'approval_required',
  ]);
  expect(sayVerdict(rules, at(33)).zh).toBe('12 月限额 99 人次，已用 33，这次 33，还剩 33，无须批准');
});

test('a meeting that calls nobody is free, even with nothing left', () => {
  const verdict = decideConvening(rules, ask('business', 0, 'secretary'), [{ ...unused, callUps: 99 }]);
  expect(verdict).toMatchObject({ outcome: 'admitted', rule: 'no_call_up' });
});

test('a window over two months must fit both, and is told of the fuller one', () => {
  const uses = [unused, { ...unused, month: '2027-01', callUps: 80 }];
  expect(decideConvening(rules, ask('business', 33, 'social_worker'), uses)).toMatchObject({
    outcome: 'approval_required',
    month: '2027-01',
  });
});

test('months touched by a window cross the year', () => {
  expect(monthsTouched('2026-11-25', '2027-01-03')).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthsTouched('2026-11-01', '2026-11-30')).toEqual(['2026-11']);
});

const anyAsk = fc.record({
  departmentKind: fc.constantFrom('business', 'self_governance', 'party_building', 'party_government'),
  callUps: fc.nat(200),
  posts: fc
    .uniqueArray(fc.constantFrom('secretary', 'director', 'social_worker'))
    .map((posts) => new Set(posts)),
});
const anyUse = fc.record({
  month: fc.constant('2026-12'),
  reservedSittings: fc.nat(3),
  callUps: fc.nat(200),
});

test('raising a limit never turns a yes into a no', () => {
  fc.assert(
    fc.property(anyAsk, anyUse, fc.nat(5), (request, use, more) => {
      const raised = {
        reserved_posts: { ...rules.reserved_posts, perMonth: rules.reserved_posts.perMonth + more },
        department_quota: { ...rules.department_quota, perMonth: rules.department_quota.perMonth + more },
      };
      const before = decideConvening(rules, request, [use]).outcome;
      expect([before, decideConvening(raised, request, [use]).outcome]).not.toEqual([
        'admitted',
        'approval_required',
      ]);
    }),
  );
});

test('whatever order requests come in, what the quota admits never exceeds it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }), (requests) => {
      let callUps = 0;
      for (const asked of requests)
        if (
          decideConvening(rules, ask('business', asked, 'social_worker'), [{ ...unused, callUps }])
            .outcome === 'admitted'
        )
          callUps += asked;
      expect(callUps).toBeLessThanOrEqual(rules.department_quota.perMonth);
    }),
  );
});
