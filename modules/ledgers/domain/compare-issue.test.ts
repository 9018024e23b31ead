import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIssue, type IssuedRow } from './compare-issue.ts';

const row = (key: string, ...texts: string[]): IssuedRow => ({ key, record: key, revision: 1, texts });
const kinds = (signed: IssuedRow[], now: IssuedRow[]) =>
  compareIssue(signed, now, [1]).map(({ number, kind }) => [number, kind]);

test('says what was corrected, what is gone and what came later, by the place on the signed copy', () => {
  const signed = [row('a', '1', '165'), row('b', '2', '120'), row('c', '3', '118')];
  const now = [row('d', '1', '130'), row('a', '2', '156'), row('c', '3', '118')];
  expect(kinds(signed, now)).toEqual([
    [1, 'changed'],
    [2, 'gone'],
    [null, 'added'],
  ]);
});

test('a running number that moved is no difference', () => {
  expect(kinds([row('a', '1', 'x')], [row('a', '9', 'x')])).toEqual([]);
});

test('a ledger never differs from itself, in whatever order it is read', () => {
  const rows = fc
    .uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 })
    .map((keys) => keys.map((key) => row(key, key, key)));
  fc.assert(
    fc.property(rows, (some) => {
      expect(compareIssue(some, some.toReversed(), [0, 1])).toEqual([]);
    }),
  );
});
