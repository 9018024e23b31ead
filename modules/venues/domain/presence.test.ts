import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeIntervals, minutesPresent, patienceMs } from './presence.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 6) + seconds * 1000).toISOString();
const stretch = (from: number, to: number) => ({ venue: 'a', cameAt: at(from), seenAt: at(to) });

test('a device that fell off and came back within the patience was there all along', () => {
  expect(mergeIntervals([stretch(0, 60), stretch(90, 300)])).toEqual([stretch(0, 300)]);
});

test('a long absence stays an absence', () => {
  const gap = patienceMs / 1000 + 1;
  expect(mergeIntervals([stretch(60 + gap, 200), stretch(0, 60)])).toHaveLength(2);
  expect(minutesPresent([stretch(0, 60), stretch(60 + gap, 120 + gap)])).toBe(2);
});

test('never connected is 0 minutes, a moment is one', () => {
  expect(minutesPresent([])).toBe(0);
  expect(minutesPresent([stretch(0, 0)])).toBe(1);
});

test('merging twice changes nothing, and merged stretches never overlap', () => {
  const one = fc.tuple(fc.nat(5000), fc.nat(500)).map(([from, length]) => stretch(from, from + length));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (intervals) => {
      const merged = mergeIntervals(intervals);
      expect(mergeIntervals(merged)).toEqual(merged);
      return merged.every((now, i) => i === 0 || now.cameAt > (merged[i - 1]?.seenAt ?? ''));
    }),
  );
});
