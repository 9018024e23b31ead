import { expect, test } from 'vitest';
import { ruleOn, type StoredRule } from './rules.ts';

const quota = (perMonth: number, effectiveFrom: string, effectiveTo: string | null): StoredRule => ({
  code: 'department_quota',
  effectiveFrom,
  effectiveTo,
  terms: { posts: [], conveners: [], perMonth },
});
const stored = [quota(99, '2019-05-01', '2026-12-31'), quota(66, '2027-01-01', null)];

test.each([
  ['2026-12-31', 99],
  ['2027-01-01', 66],
  ['2030-06-01', 66],
])('on %s the quota in force is %i', (day, perMonth) => {
  expect(ruleOn(stored, 'department_quota', day).terms.perMonth).toBe(perMonth);
});

test('an office that never made a rule follows the default', () => {
  expect(ruleOn([], 'reserved_posts', '2026-11-24').terms).toMatchObject({
    posts: ['secretary', 'director'],
    perMonth: 1,
  });
});
