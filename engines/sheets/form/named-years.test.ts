import { expect, test } from 'vitest';
import { yearFinder, yearsIn } from './named-years.ts';

test.each([
  ['2026年3月党员大会签到表', [[2026, 3]]],
  ['二〇二六年度', [[2026, undefined]]],
  [
    '2025年11月至2026年2月',
    [
      [2025, 11],
      [2026, 2],
    ],
  ],
  ['填报日期：2026.3.1', [[2026, 3]]],
  ['2026-03-01', [[2026, 3]]],
  ['310106199501010012', []],
  ['12弄2025号', []],
  ['共2026人', []],
])('%s names %j', (text, years) => {
  expect(yearsIn(text).map(({ year, month }) => [year, month])).toEqual(years);
});

test('a year governs what follows it; before the first the next one counts', () => {
  const yearFor = yearFinder([
    [
      { row: 2, year: 2025 },
      { row: 9, year: 2026 },
    ],
  ]);
  expect([0, 2, 8, 9, 40].map((row) => yearFor(row, 3)?.year)).toEqual([2025, 2025, 2025, 2026, 2026]);
});

test('a span over the turn of the year decides by the month', () => {
  const yearFor = yearFinder([
    [
      { row: 0, year: 2025, month: 11 },
      { row: 0, year: 2026, month: 2 },
      { row: 5, year: 2025, month: 11 },
    ],
  ]);
  expect([11, 12, 1, 2].map((month) => yearFor(6, month)?.year)).toEqual([2025, 2025, 2026, 2026]);
});

test('other places count only when the first names none', () => {
  expect(yearFinder([[], [{ row: 3, year: 2024 }]])(9, 1)?.year).toBe(2024);
  expect(yearFinder([[], []])(9, 1)).toBeUndefined();
});
