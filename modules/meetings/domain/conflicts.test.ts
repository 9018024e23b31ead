import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cadreClashes, forbids, overlaps, type Placed, windowClashes } from './conflicts.ts';

const at = (clock: string) => `2026-11-25T${clock}:00.000Z`;
const need = (from: string, until: string, cadre = 'wang') => ({
  cadre,
  committee: '和安一居',
  from: at(from),
  until: at(until),
});
const other = (from: string, until: string, cadre = 'wang') => ({
  ...need(from, until, cadre),
  sitting: '例会',
});

test('a cadre called at the same minutes elsewhere forbids the arrangement', () => {
  const [clash] = cadreClashes([need('06:10', '06:30')], [other('06:29', '07:00')]);
  expect(clash).toMatchObject({ kind: 'twice', sitting: '例会', cadres: 1, committees: ['和安一居'] });
  expect(clash && forbids(clash)).toBe(true);
});

test('back to back is no clash at once, but it is within half a day', () => {
  const clashes = cadreClashes([need('06:10', '06:30')], [other('06:30', '07:00')]);
  expect(clashes.map(({ kind }) => kind)).toEqual(['half_day']);
  expect(clashes.some(forbids)).toBe(false);
});

test('half a day apart, or another cadre, is none', () => {
  expect(
    cadreClashes([need('01:00', '02:00')], [other('06:00', '07:00'), other('01:00', '02:00', 'li')]),
  ).toEqual([]);
});

test('thirty-three directors called twice by one sitting are one line, not thirty-three', () => {
  const cadres = Array.from({ length: 33 }, (_, index) => `cadre-${index}`);
  const clashes = cadreClashes(
    cadres.map((cadre) => need('06:00', '06:30', cadre)),
    cadres.map((cadre) => other('06:00', '06:30', cadre)),
  );
  expect(clashes).toMatchObject([{ kind: 'twice', cadres: 33 }]);
});

const placed: Placed = {
  purpose: '助老卡换发',
  earliest: '2026-11-25',
  latest: '2026-11-27',
  part: 'any',
  fixedAt: null,
  from: at('06:00'),
  day: '2026-11-25',
  clock: '14:00',
};

test.each([
  ['inside its window', {}, []],
  ['a day too late', { day: '2026-11-28' }, ['outside_window']],
  ['in the afternoon instead of the morning', { part: 'morning' }, ['part_of_day']],
  ['in the afternoon as wished', { part: 'afternoon' }, []],
  ['at another time than the fixed one', { fixedAt: at('06:30') }, ['fixed_time']],
  ['at the fixed time, however written', { fixedAt: '2026-11-25T14:00:00+08:00' }, []],
])('a request placed %s', (_, change, kinds) => {
  expect(windowClashes([{ ...placed, ...change }]).map(({ kind }) => kind)).toEqual(kinds);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 300 }))
  .map(([from, length]) => ({
    from: new Date(from * 60_000).toISOString(),
    until: new Date((from + length) * 60_000).toISOString(),
  }));

test('overlap is mutual, and each span overlaps itself', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      expect(overlaps(a, a)).toBe(true);
    }),
  );
});
