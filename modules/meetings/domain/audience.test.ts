import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience } from '../contract.ts';
import { calledBy, calledByItems, namedPosts, readOutCallUps } from './audience.ts';

const cadres = [
  { id: 'wang', committeeId: 'c01', posts: ['secretary', 'director'] },
  { id: 'li', committeeId: 'c01', posts: ['social_worker'] },
  { id: 'zhao', committeeId: 'c02', posts: ['director'] },
  { id: 'clerk', committeeId: null, posts: ['director'] },
];
const directors: Audience = { posts: ['director'], committees: 'all' };
const workers: Audience = { posts: ['social_worker'], committees: 'all' };

test('all directors are those of committees, each once whatever posts they hold', () => {
  expect(calledBy({ ...directors, posts: ['director', 'secretary'] }, cadres).map(({ id }) => id)).toEqual([
    'wang',
    'zhao',
  ]);
});

test('an item may call others than its request', () => {
  const items = [
    { kind: 'discuss', audience: null },
    { kind: 'train', audience: workers },
  ];
  expect(calledByItems(directors, items, cadres).map(({ id }) => id)).toEqual(['wang', 'li', 'zhao']);
});

test('a request that only reads out could do without all its call-ups; one that also discusses, without none', () => {
  const reading = { kind: 'read_out', audience: null };
  expect(readOutCallUps(directors, [reading], cadres)).toBe(2);
  expect(readOutCallUps(directors, [reading, { kind: 'discuss', audience: null }], cadres)).toBe(0);
});

test('posts without committees are not named', () => {
  expect([...namedPosts([{ posts: ['secretary'], committees: [] }, workers])]).toEqual(['social_worker']);
});

test('a wider audience never calls fewer', () => {
  const anyPosts = fc.uniqueArray(
    fc.constantFrom('secretary' as const, 'director' as const, 'social_worker' as const),
  );
  fc.assert(
    fc.property(
      anyPosts,
      anyPosts,
      fc.uniqueArray(fc.constantFrom('c01', 'c02')),
      (posts, more, committees) => {
        const narrow = calledBy({ posts, committees }, cadres);
        const wide = calledBy({ posts: [...posts, ...more], committees: 'all' }, cadres);
        expect(narrow.every((cadre) => wide.includes(cadre))).toBe(true);
      },
    ),
  );
});
