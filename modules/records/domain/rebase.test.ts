import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashes, rebase } from './rebase.ts';

test('what I left alone follows the other; what I changed stays mine, and is named', () => {
  const seen = { 'bp.sys': 135, 'bp.dia': 85, 'act.note': '好' };
  const mine = { 'bp.sys': 138, 'bp.dia': 85 };
  const standing = { 'bp.sys': 136, 'bp.dia': 88, 'act.note': '好', 'act.mode': 'home' };
  expect(rebase(seen, mine, standing)).toEqual({ 'bp.sys': 138, 'bp.dia': 88, 'act.mode': 'home' });
  expect(clashes(seen, mine, standing)).toEqual(['bp.sys', 'act.note']);
});

const values = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(2), { maxKeys: 4 });

test('no change of either is lost unless both touched the same value', () => {
  fc.assert(
    fc.property(values, values, values, (seen, mine, standing) => {
      const mixed = rebase(seen, mine, standing);
      for (const code of ['a', 'b', 'c', 'd'])
        expect(mixed[code]).toBe(mine[code] === seen[code] ? standing[code] : mine[code]);
      expect(clashes(seen, mine, standing).every((code) => mine[code] !== seen[code])).toBe(true);
    }),
  );
});
