import { expect, test } from 'vitest';
import {
  formatDay,
  formatLongDay,
  formatMonth,
  formatSpan,
  formatTime,
  formatWeekday,
  officeToday,
} from './format.ts';

test('an instant is shown by the clock of the office, wherever the browser stands', () => {
  expect(formatTime('2026-11-25T06:10:00Z')).toBe('14:10');
  expect(formatDay('2026-11-24T16:30:00.000Z')).toBe('11-25');
  expect(officeToday(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25');
});

test('midnight is 00:00, not 24:00', () => {
  expect(formatTime('2026-11-24T16:00:00Z')).toBe('00:00');
});

test('a day stands as it is written', () => {
  expect(formatDay('2026-01-01')).toBe('01-01');
  expect(formatLongDay('2026-01-01', { language: 'zh' })).toBe('1月1日');
  expect(formatLongDay('2026-01-01', { year: true, language: 'zh' })).toBe('2026年1月1日');
  expect(formatLongDay('2026-01-01', { year: true, language: 'en' })).toBe('1 Jan 2026');
  expect(formatWeekday('2026-11-25', 'zh')).toBe('星期三');
  expect(formatWeekday('2026-11-25', 'en')).toBe('Wednesday');
});

test('months and spans', () => {
  expect(formatMonth('2026-11', 'zh')).toBe('2026年11月');
  expect(formatMonth('2026-11-25', 'en')).toBe('Nov 2026');
  expect(formatSpan('2026-11-25T06:00:00Z', '2026-11-25T06:35:00Z')).toBe('14:00 – 14:35');
  expect(formatTime('09:30:00')).toBe('09:30');
});
