import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayKind,
  instantAt,
  isWorkingDay,
  isYearPublished,
  monthBounds,
  officeDay,
  officeTime,
  weekOf,
} from './calendar.ts';

test('a minute to midnight in Shanghai is still that day', () => {
  expect(officeDay('2026-11-24T15:59:00Z')).toBe('2026-11-24');
  expect(officeDay('2026-11-24T16:00:00Z')).toBe('2026-11-25');
  expect(officeTime('2026-11-24T06:10:00Z')).toBe('14:10');
});

test('National Day week is free and the make-up Saturday is worked', () => {
  expect(dayKind('2026-10-01')).toMatchObject({ working: false, published: true });
  expect(dayKind('2026-10-10')).toMatchObject({ working: true, makeUp: true });
  expect(isWorkingDay('2026-11-24')).toBe(true);
  expect(isWorkingDay('2026-11-22')).toBe(false);
});

test('a year the State Council has not published says so and knows weekends', () => {
  expect(isYearPublished(2026)).toBe(true);
  expect(dayKind('2031-10-01')).toMatchObject({ published: false, working: true });
});

test('what the office enters goes before what was published', () => {
  expect(isWorkingDay('2026-11-24', new Map([['2026-11-24', false]]))).toBe(false);
  expect(isWorkingDay('2031-10-01', new Map([['2031-10-01', false]]))).toBe(false);
});

test('a month ends on its last day, leap years too', () => {
  expect(monthBounds('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
});

test('a time of day read back is the same, and each day is in its own week', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const { monday, sunday } = weekOf(date);
      return (
        officeDay(instantAt(date, time)) === date &&
        officeTime(instantAt(date, time)) === time &&
        monday <= date &&
        date <= sunday
      );
    }),
  );
});
