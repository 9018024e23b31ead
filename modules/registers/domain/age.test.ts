import { expect, test } from 'vitest';
import { ageOn } from './age.ts';

test('somebody is a year older on the birthday, not the day before', () => {
  expect(ageOn('1946-11-24', '2026-11-23')).toBe(79);
  expect(ageOn('1946-11-24', '2026-11-24')).toBe(80);
  expect(ageOn(null, '2026-11-24')).toBeNull();
});
