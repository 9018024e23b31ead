import { expect, test } from 'vitest';
import { withCommittee } from './all-committees.ts';
import { monthsBetween, monthsOf, scopeOf } from './scope.ts';

test('a month lies in a quarter and in a year', () => {
  expect(monthsOf('month', '2026-11')).toEqual(['2026-11']);
  expect(monthsOf('quarter', '2026-11')).toEqual(['2026-10', '2026-11', '2026-12']);
  expect(monthsOf('year', '2026-11')).toHaveLength(12);
});

test('a period covers both its ends, over the turn of a year, whichever is named first', () => {
  expect(monthsBetween('2025-12', '2026-02')).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2025-12')).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(scopeOf('event', null, '2025-12', { until: '2026-02' })).toMatchObject({
    first: '2025-12-01',
    last: '2026-02-28',
  });
});

test('a summary of one committee has the year so far, of all only the month', () => {
  expect(scopeOf('summary', 'c', '2026-03').months).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(scopeOf('summary', null, '2026-03').months).toEqual(['2026-03']);
});

test('a form for all committees says whose a row is once, behind the running number', () => {
  const column = (key: string, shows: object) => ({ key, path: [key], shows, width: { share: 1 } }) as never;
  const plain = [column('no', { serial: true }), column('committee', { blank: true })];
  expect(withCommittee(plain).map(({ key }) => key)).toEqual(['no', 'whose', 'committee']);
  const saying = [column('where', { expression: { act: 'committee' } })];
  expect(withCommittee(saying)).toBe(saying);
});
