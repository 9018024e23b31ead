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
