import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presentMinutes } from './presence.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 6, minute)).toISOString();
const now = at(60);

test('a dropped line is not presence; a second device at the same time counts once', () => {
  const intervals = [
    { from: at(0), until: at(10) },
    { from: at(5), until: at(12) },
    { from: at(20), until: at(30) },
  ];
  expect(presentMinutes(intervals, now)).toBe(22);
});

test('who is still connected is present until now', () => {
  expect(presentMinutes([{ from: at(50), until: null }], now)).toBe(10);
});

test('presence is never longer than from the first to the last moment, whatever the order', () => {
  const interval = fc
    .tuple(fc.nat(50), fc.nat(9))
    .map(([from, length]) => ({ from: at(from), until: at(from + length) }));
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1 }), (intervals) => {
      const minutes = presentMinutes(intervals, now);
      expect(minutes).toBe(presentMinutes(intervals.toReversed(), now));
      expect(minutes).toBeLessThanOrEqual(59);
    }),
  );
});
