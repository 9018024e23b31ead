import { expect, test } from 'vitest';
import { clockTimes, fitsClock } from './clock.ts';

test('the day begins when the office does, and no time is missing or twice', () => {
  const times = clockTimes();
  expect(times[0]).toBe('07:00');
  expect(times.at(-1)).toBe('06:55');
  expect(new Set(times).size).toBe(288);
});

test('a time between the steps is kept', () => {
  expect(clockTimes('14:03')[0]).toBe('14:03');
  expect(clockTimes('14:05')).toHaveLength(288);
});

test.each([
  ['14', '14:05', true],
  ['1405', '14:05', true],
  ['14:0', '14:05', true],
  ['9', '09:30', true],
  ['05', '14:05', false],
])('%s typed: %s %s', (typed, time, fits) => {
  expect(fitsClock(typed, time)).toBe(fits);
});
