import { expect, test } from 'vitest';
import { startWords } from './clock.ts';

test('a start says its day unless it is today at the office', () => {
  const start = '2026-11-26T06:00:00.000Z';
  expect(startWords(start, Date.parse('2026-11-25T16:30:00Z'))).toBe('14:00');
  expect(startWords(start, Date.parse('2026-11-25T15:30:00Z'))).toBe('11-26 14:00');
});
