import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawValue } from '../cells.ts';
import { drawnSheet } from './drawn-sheet.ts';
import { readForm } from './read-form.ts';

const WORDS = [
  '姓名',
  '日期',
  '合计',
  '小计',
  '备注',
  '序号',
  '填报单位：',
  '注：',
  '王秀英',
  '3.12',
  '一具',
  '2026年',
  '人数（人）',
  '(',
  '：',
  '{{',
  '第1页',
  ' ',
  '□是 □否',
  '☑是 □否',
  '同上',
  '/',
  '-',
  '二〇二六年',
  '9:30',
  '=1',
  '%',
];
const raw: fc.Arbitrary<RawValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RawValue>(
      true,
      { date: '2026-03-01' },
      { error: '#N/A' },
      { number: 0.85, shown: '85%' },
    ),
  },
);
const merge = fc.record({ top: fc.nat(9), left: fc.nat(7), height: fc.nat(4), width: fc.nat(4) });
const sheet = fc.record({
  rows: fc.array(fc.array(raw, { minLength: 8, maxLength: 8 }), { maxLength: 12 }),
  merges: fc.array(merge, { maxLength: 8 }),
});

test('no sheet at all brings the reader down, and every value is a text, a number or nothing', () => {
  fc.assert(
    fc.property(sheet, ({ rows, merges }) => {
      const form = readForm({
        name: 'x',
        rows,
        merges: merges.map(({ top, left, height, width }) => ({
          top,
          left,
          bottom: top + height,
          right: left + width,
        })),
      });
      const paths = form.columns.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const row of form.rows) {
        expect(Object.keys(row).sort()).toEqual([...paths].sort());
        for (const value of Object.values(row))
          expect(value === null || ['string', 'number'].includes(typeof value)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('merges without end are refused', () => {
  const merges = Array.from({ length: 3000 }, () => ({ top: 0, left: 0, bottom: 1_048_575, right: 3 }));
  const { rows } = drawnSheet('姓名 | 电话\n王秀英 | 1');
  const long = Array.from({ length: 1000 }, () => rows[1] ?? []);
  expect(() => readForm({ name: 'x', rows: long, merges })).toThrow('merged cells');
});
