import { expect, test } from 'vitest';
import { daySpans } from './day-spans.ts';

const off = (day: string, name = '春节') => ({ day, working: false, name });

test('neighbouring days of one name are one span, over the end of a month', () => {
  expect(daySpans([off('2026-01-31'), off('2026-02-01'), off('2026-02-02')])).toEqual([
    { from: '2026-01-31', until: '2026-02-02', days: 3, working: false, name: '春节' },
  ]);
});

test('a gap, another name or another kind begins a new span', () => {
  const days = [
    off('2026-02-01'),
    off('2026-02-03'),
    off('2026-02-04', '元宵'),
    { ...off('2026-02-05'), working: true },
  ];
  expect(daySpans(days).length).toBe(4);
});
