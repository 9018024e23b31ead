import { expect, test } from 'vitest';
import type { LogLine } from './outline.ts';
import { marksOf } from './recording.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 25, 6, 0, second)).toISOString();
const line = (second: number, kind: string, more: Partial<LogLine> = {}): LogLine => ({
  at: at(second),
  kind,
  venue: null,
  item: null,
  detail: null,
  ...more,
});

const log = [
  line(0, 'start'),
  line(10, 'item', { item: 'i1' }),
  line(20, 'grant', { venue: 'a', item: 'i1' }),
  line(50, 'return', { item: 'i1' }),
  line(60, 'item', { item: 'i2' }),
  line(200, 'end', { item: 'i2' }),
];

test('items and speeches stand where they began in the recording', () => {
  expect(marksOf([{ part: 1, firstAt: at(5), milliseconds: 100_000 }], log, at(300))).toEqual([
    { kind: 'item', item: 'i1', venue: null, part: 1, from: 5, until: 55 },
    { kind: 'speech', item: 'i1', venue: 'a', part: 1, from: 15, until: 45 },
    // The part ended in the middle of it.
    { kind: 'item', item: 'i2', venue: null, part: 1, from: 55, until: 100 },
  ]);
});

test('what the recorder died in stands in both parts, what it missed in none', () => {
  const parts = [
    { part: 1, firstAt: at(5), milliseconds: 20_000 },
    { part: 2, firstAt: at(55), milliseconds: 20_000 },
  ];
  const marks = marksOf(parts, log, at(300));
  expect(marks.filter(({ item, kind }) => item === 'i1' && kind === 'item')).toEqual([
    { kind: 'item', item: 'i1', venue: null, part: 1, from: 5, until: 20 },
    { kind: 'item', item: 'i1', venue: null, part: 2, from: 0, until: 5 },
  ]);
  expect(marks.filter(({ kind }) => kind === 'speech').map(({ part }) => part)).toEqual([1]);
});

test('a recording of what came before the meeting has nothing to jump to', () => {
  expect(marksOf([{ part: 1, firstAt: at(0), milliseconds: 9_000 }], log.slice(1), at(9))).toEqual([]);
});
