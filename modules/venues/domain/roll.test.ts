import { expect, test } from 'vitest';
import { mismatchesOf, type VenueSays } from './roll.ts';

const fits: VenueSays = { minutes: 60, people: 5, named: 5, missing: 0 };
const says = (change: Partial<VenueSays>) => mismatchesOf({ ...fits, ...change });

test('sources that say the same are no news', () => {
  expect(says({})).toEqual([]);
  expect(says({ named: 0, missing: 2 })).toEqual([]);
});

test('a venue that was never there contradicts nothing', () => {
  expect(says({ minutes: 0, people: null, named: 0 })).toEqual([]);
});

test('each contradiction is named', () => {
  expect(says({ people: null })).toEqual(['not-counted']);
  expect(says({ minutes: 0 })).toEqual(['not-connected']);
  expect(says({ named: 6 })).toEqual(['more-named']);
  expect(says({ named: 4 })).toEqual(['more-counted']);
  expect(says({ missing: 1 })).toEqual(['called-missing']);
});
