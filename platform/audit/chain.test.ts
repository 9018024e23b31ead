import { expect, test } from 'vitest';
import { canonical, findBreak, genesis, hashEntry, sealHead } from './chain.ts';

const key = new Uint8Array(32).fill(7);

const chainOf = (length: number) => {
  let previousHash = genesis;
  return Array.from({ length }, (_, index) => {
    const entry = {
      subdistrict: 's',
      chain: 'c',
      seq: index + 1,
      at: '2026-11-24T00:00:00.000Z',
      account: 'a',
      action: 'record.entered',
      subject: `r${index}`,
      facts: { n: index, nested: { b: 1, a: [2, 3] } },
    };
    const stored = { ...entry, previousHash, hash: hashEntry(entry, previousHash) };
    previousHash = stored.hash;
    return stored;
  });
};

const headOf = (entries: ReturnType<typeof chainOf>) => {
  const last = entries.at(-1);
  if (!last) throw new Error('empty');
  return { seq: last.seq, hash: last.hash, seal: sealHead(key, 's', 'c', last.seq, last.hash) };
};

test('a chain nobody touched is whole', () => {
  const entries = chainOf(5);
  expect(findBreak(entries, headOf(entries), key)).toBeNull();
});

test('the order of keys in the database does not matter', () => {
  expect(canonical({ b: 1, a: { d: [1, { z: 1, y: 2 }], c: null } })).toBe(
    canonical({ a: { c: null, d: [1, { y: 2, z: 1 }] }, b: 1 }),
  );
});

const tampering: [string, (entries: ReturnType<typeof chainOf>) => ReturnType<typeof chainOf>][] = [
  [
    'an edited fact',
    (entries) => entries.map((e) => (e.seq === 3 ? { ...e, facts: { n: 99 } as never } : e)),
  ],
  ['a deleted entry', (entries) => entries.filter((e) => e.seq !== 3)],
  [
    'two entries swapped',
    (entries) => {
      const [a, b, c, d, e] = entries;
      return [a, c, b, d, e].flatMap((one) => (one ? [one] : []));
    },
  ],
  ['an inserted entry', (entries) => [...entries.slice(0, 2), ...entries.slice(1)]],
  ['a cut tail', (entries) => entries.slice(0, 4)],
  ['an emptied chain', () => []],
];

test.each(tampering)('%s is found', (_, tamper) => {
  const entries = chainOf(5);
  expect(findBreak(tamper(entries), headOf(entries), key)).not.toBeNull();
});

test('a chain computed anew without the key is found by its seal', () => {
  const entries = chainOf(3);
  const forged = {
    ...headOf(entries),
    seal: sealHead(new Uint8Array(32), 's', 'c', 3, headOf(entries).hash),
  };
  expect(findBreak(entries, forged, key)).toEqual({ seq: 3, reason: 'seal' });
});
