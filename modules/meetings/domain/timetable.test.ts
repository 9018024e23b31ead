import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';
import { minutesBetween, minutesOf, needsOf, timetable } from './timetable.ts';

const start = '2026-11-25T06:00:00.000Z';
const agenda = timetable(start, [
  { id: 'work', minutes: 10 },
  { id: 'card', minutes: 20 },
  { id: 'fire', minutes: 5 },
]);

test('items follow each other to the minute', () => {
  expect(agenda.map(({ from, until }) => [from.slice(11, 16), until.slice(11, 16)])).toEqual([
    ['06:00', '06:10'],
    ['06:10', '06:30'],
    ['06:30', '06:35'],
  ]);
});

test('a director called only for the middle item need not come before and may leave after', () => {
  const [need] = needsOf(agenda, new Map([['card', new Set(['wang'])]]));
  expect(need).toEqual({
    cadre: 'wang',
    items: ['card'],
    from: '2026-11-25T06:10:00.000Z',
    until: '2026-11-25T06:30:00.000Z',
  });
});

test('cadres with the same items are one part, named by the posts they were called by', () => {
  const needs = needsOf(
    agenda,
    new Map([
      ['work', new Set(['wang', 'li'])],
      ['fire', new Set(['zhao'])],
    ]),
  );
  const cadres = new Map([
    ['wang', { committeeId: 'c01', posts: ['director', 'secretary'] }],
    ['li', { committeeId: 'c02', posts: ['director'] }],
    ['zhao', { committeeId: 'c01', posts: ['social_worker'] }],
  ]);
  const parts = partsOf(
    needs,
    cadres,
    new Map([
      ['work', ['director'] as const],
      ['fire', ['social_worker'] as const],
    ]),
  );
  expect(parts.map(({ posts, cadres: n, committees }) => ({ posts, n, committees }))).toEqual([
    { posts: ['director'], n: 2, committees: 2 },
    { posts: ['social_worker'], n: 1, committees: 1 },
  ]);
});

const minutes = fc.array(fc.integer({ min: 5, max: 240 }), { minLength: 1, maxLength: 20 });

test('a timetable has no gap, no overlap, and ends after the sum of its minutes', () => {
  fc.assert(
    fc.property(minutes, (lengths) => {
      const laid = timetable(
        start,
        lengths.map((length) => ({ minutes: length })),
      );
      laid.slice(1).forEach(({ from }, index) => {
        expect(from).toBe(laid[index]?.until);
      });
      expect(minutesBetween(start, laid.at(-1)?.until ?? '')).toBe(minutesOf(laid));
    }),
  );
});

test('nobody is needed outside the items that call them, nor longer than the sitting', () => {
  fc.assert(
    fc.property(minutes, fc.func(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'))), (lengths, choose) => {
      const laid = timetable(
        start,
        lengths.map((length, index) => ({ id: String(index), minutes: length })),
      );
      const called = new Map(laid.map(({ id }) => [id, new Set<string>(choose(id))]));
      for (const need of needsOf(laid, called)) {
        const own = laid.filter(({ id }) => called.get(id)?.has(need.cadre));
        expect([need.from, need.until]).toEqual([own[0]?.from, own.at(-1)?.until]);
        expect(need.items).toEqual(own.map(({ id }) => id));
      }
    }),
  );
});
