import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { readAddresses } from '../read/addresses.ts';
import { inventRegister } from './big-register.ts';
import { ledgers, register } from './fixtures.ts';
import type { Gold } from './gold.ts';
import { calibration, rates, sameValue, score } from './score.ts';
import { sets } from './sets.ts';

const all = Object.entries(sets).flatMap(([set, golds]) => golds().map((gold) => [set, gold] as const));

test('there are several hundred utterances beside the development set, each with its own id', () => {
  expect(all.length).toBeGreaterThan(700);
  expect(new Set(all.map(([, gold]) => gold.id)).size).toBe(all.length);
});

test('the same seed speaks the same words', () => expect(sets.families?.()).toEqual(sets.families?.()));

test('every slot was filled, and every gold value fits its field', () => {
  for (const [, { id, ledger, utterance, gold }] of all) {
    expect([id, utterance]).not.toEqual([id, expect.stringMatching(/[{}~@#]\w|undefined|NaN/)]);
    const fields = new Map(
      ledgers.find((one) => one.id === ledger)?.fields.map((field) => [field.key, field]),
    );
    for (const [key, value] of gold.records.flatMap((record) => Object.entries(record))) {
      const field = fields.get(key);
      expect([id, key, field !== undefined]).toEqual([id, key, true]);
      if (field?.type === 'choice') expect(field.options?.map((one) => one.value)).toContain(value);
      if (field?.type === 'boolean') expect(typeof value).toBe('boolean');
      if (field?.type === 'date') expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (field?.type === 'datetime') expect(value).toMatch(/^\d{4}-\d\d-\d\d(T(\d\d:\d\d|AM|PM|EVE))?$/);
      if (field?.type !== 'number') continue;
      expect([id, key, Number(value) >= (field.min ?? 0) && Number(value) <= (field.max ?? 1e6)]).toEqual([
        id,
        key,
        true,
      ]);
    }
  }
});

test('a stranger sounds like nobody in the register', () => {
  const sound = (name: string): string => pinyin(name, { toneType: 'none', surname: 'head' });
  const known = new Set(register.residents.map((one) => one.pinyin));
  const strangers = all.flatMap(([, { gold }]) =>
    gold.records.flatMap((record) =>
      Object.values(record).flatMap((value) =>
        typeof value === 'object' && 'unknown' in value ? [value.unknown] : [],
      ),
    ),
  );
  expect(strangers.length).toBeGreaterThan(20);
  for (const name of strangers) expect(known.has(sound(name))).toBe(false);
});

test('an address that was composed is found again by the reader', () => {
  for (const [set, { id, utterance, gold }] of all) {
    if (!['families', 'held-back'].includes(set) || gold.records.length !== 1) continue;
    const { location } = gold.records[0] ?? {};
    if (!location) continue;
    const found = readAddresses(utterance, register.compounds).map((one) => one.value);
    expect([id, utterance, found]).toEqual([id, utterance, expect.arrayContaining([location])]);
  }
});

test('a register of any size begins with the known people, and many names sound alike', () => {
  const { residents } = inventRegister(4500);
  expect(residents).toHaveLength(4500);
  expect(residents.slice(0, register.residents.length)).toEqual(register.residents);
  expect(new Set(residents.map((one) => one.name)).size).toBeLessThan(4200);
  expect(new Set(residents.map((one) => one.id)).size).toBe(4500);
});

const gold: Gold = {
  id: 'x',
  ledger: 'bp',
  ref: '2026-03-18T10:30:00+08:00',
  utterance: '',
  tags: ['t'],
  gold: {
    records: [
      { resident: { id: 'R1' }, systolic: 140 },
      { resident: { ambiguous: ['R2', 'R3'] }, systolic: 150 },
    ],
  },
};

test('records are aligned whatever their order, and a wrong person counts as misfiled', () => {
  const right = score([gold], [{ id: 'x', records: [...gold.gold.records].reverse() }], ledgers);
  expect(right).toMatchObject({ exactRecords: 2, exactUtterances: 1, misfiled: 0 });
  const wrong = score(
    [gold],
    [
      {
        id: 'x',
        records: [
          { resident: { id: 'R9' }, systolic: 140 },
          { resident: { id: 'R2' }, systolic: 150 },
          { resident: { id: 'R7' } },
        ],
      },
    ],
    ledgers,
  );
  expect(wrong.misfiled).toBe(3);
  expect(wrong.total).toEqual({ tp: 2, fp: 3, fn: 2 });
  expect(rates(wrong.total).precision).toBe(0.4);
});

test('nothing told for nothing said is exact', () =>
  expect(
    score([{ ...gold, gold: { records: [] } }], [{ id: 'x', records: [] }], ledgers).exactUtterances,
  ).toBe(1));

test('values are compared as the format says', () => {
  expect(sameValue('text', '一副老花镜', '想要一副老花镜')).toBe(true);
  expect(sameValue('text', '户口本', '身份证')).toBe(false);
  expect(sameValue('address', { building: 3 }, { building: 3, room: '201' })).toBe(false);
  expect(sameValue('resident', { unknown: '田小雨' }, { unknown: '田晓雨' })).toBe(true);
  expect(sameValue('number', 9.4, 9.4000000001)).toBe(true);
});

test('calibration sets the share that was right beside what was told', () =>
  expect(
    calibration([
      { confidence: 0.96, right: true },
      { confidence: 0.96, right: false },
      { confidence: 1, right: true },
      { confidence: 0.61, right: true },
    ]),
  ).toEqual([
    { from: 0.6, n: 1, told: 0.61, right: 1 },
    { from: 0.95, n: 2, told: 0.96, right: 0.5 },
    { from: 0.98, n: 1, told: 1, right: 1 },
  ]));
