import { expect, test } from 'vitest';
import { OfficeYear } from '../contract.ts';
import { publishedDays } from './office-year.ts';

test('the National Day week of 2025 is off, and the Sunday before it is worked', () => {
  const days = new Map(publishedDays(2025).map(({ day, working, name }) => [day, { working, name }]));
  expect(days.get('2025-10-01')).toEqual({ working: false, name: '国庆节' });
  expect(days.get('2025-09-28')).toEqual({ working: true, name: '国庆节调休' });
  expect(days.has('2025-09-29')).toBe(false);
});

test('a year nobody has published yet has no days', () => {
  expect(publishedDays(2090)).toEqual([]);
});

test('every published year can be shown, the longest names included', () => {
  for (let year = 2000; year <= 2030; year += 1) {
    const shown = OfficeYear.safeParse({ year, known: true, published: publishedDays(year), entered: [] });
    expect([year, shown.error?.issues]).toEqual([year, undefined]);
  }
});
