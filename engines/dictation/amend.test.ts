import { expect, test } from 'vitest';
import { ledgers, register } from './corpus/fixtures.ts';
import { createDictation, type Value } from './index.ts';

const dictation = createDictation({ ledgers, ...register });
const after = (ledger: string, draft: Record<string, Value>[], utterance: string) =>
  dictation
    .read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger, draft })
    .records.map(({ values }) => values);

const ma = { resident: { id: 'R0017' }, systolic: 144, diastolic: 85 };

test.each([
  ['低压改成八十八', [{ ...ma, diastolic: 88 }]],
  ['改成八十八', [{ ...ma, diastolic: 88 }]],
  ['不对 是一百五十四', [{ ...ma, systolic: 154 }]],
  ['不是马根生 是周玉萍', [{ ...ma, resident: { id: 'R0013' } }]],
  ['血糖六点五 饭后', [{ ...ma, glucose: 6.5, glucose_time: '餐后两小时' }]],
  ['把低压删掉', [{ resident: { id: 'R0017' }, systolic: 144 }]],
  ['还有周玉萍一百四十九十', [ma, { resident: { id: 'R0013' }, systolic: 140, diastolic: 90 }]],
  ['嗯 好的', [ma]],
])('a reading of Ma Gensheng, then 「%s」', (utterance, expected) => {
  expect(after('bp', [ma], utterance)).toEqual(expected);
});

test('another hour keeps the day, another house keeps its compound', () => {
  const lift = {
    location: { compound: '和安小区', building: 6 },
    repair_type: '电梯故障',
    appointment: '2026-03-19T08:00',
  };
  expect(after('repair', [lift], '改到九点')).toEqual([{ ...lift, appointment: '2026-03-19T09:00' }]);
  expect(after('repair', [lift], '不是六号楼 是八号楼')).toEqual([
    { ...lift, location: { compound: '和安小区', building: 8 } },
  ]);
});

const asked = (utterance: string, draft?: Record<string, Value>[]) => {
  const ref = '2026-03-18T10:30:00+08:00';
  const { records, questions } = dictation.read({
    utterance,
    ref,
    ledger: 'bp',
    ...(draft ? { draft } : {}),
  });
  return { values: records.map(({ values }) => values), questions };
};

test.each([
  ['低压改成八百', 'diastolic', '八百'],
  ['心率是两千', 'heart_rate', '两千'],
  ['高压改到十三', 'systolic', '十三'],
])('「%s」 is no such figure: it is asked back and nothing is changed', (utterance, field, heard) => {
  const { values, questions } = asked(utterance, [ma]);
  expect(values).toEqual([ma]);
  expect(questions).toEqual([{ kind: 'out-of-range', record: 0, field, heard }]);
});

test('a figure out of range beside others is asked back, unless one that fits follows', () => {
  expect(asked('周玉萍高压一百四十 低压八百').questions).toEqual([
    { kind: 'out-of-range', record: 0, field: 'diastolic', heard: '八百' },
  ]);
  expect(asked('周玉萍高压一百四十 低压八百 不对 低压八十').questions).toEqual([]);
});

test('what is said of a relative is asked about, never filed unasked under either', () => {
  const { values, questions } = asked('张珍妹的老公一百四九十');
  expect(values[0]?.resident).not.toEqual({ id: 'R0003' });
  expect(questions).toEqual([
    { kind: 'which-person', record: 0, field: 'resident', candidates: ['R0001', 'R0003'] },
  ]);
});
