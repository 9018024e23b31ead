import { expect, test } from 'vitest';
import { register } from './corpus/fixtures.ts';
import { createDictation, type Ledger } from './index.ts';

/** Ledgers no line of the engine was written for. */
const ledgers: Ledger[] = [
  {
    id: 'physique',
    title: '老年人体质监测台账',
    fields: [
      { key: 'who', label: '老人姓名', type: 'resident', required: true },
      { key: 'height', label: '身高', type: 'number', unit: 'cm', min: 100, max: 220 },
      { key: 'weight', label: '体重', type: 'number', unit: 'kg', min: 25, max: 200 },
      { key: 'temperature', label: '体温', type: 'number', unit: '℃', min: 34, max: 43 },
      {
        key: 'care',
        label: '自理能力',
        type: 'choice',
        options: [{ value: '自理' }, { value: '半自理' }, { value: '不能自理' }],
      },
      { key: 'next', label: '下次监测日期', type: 'date' },
    ],
  },
  {
    id: 'fee',
    title: '物业费催缴台账',
    fields: [
      { key: 'home', label: '房屋', type: 'address', required: true },
      { key: 'owner', label: '业主', type: 'resident' },
      { key: 'owed', label: '欠费金额', type: 'number', unit: '元', min: 0, max: 50_000 },
      {
        key: 'state',
        label: '缴费情况',
        type: 'choice',
        options: [{ value: '已缴' }, { value: '未缴' }, { value: '部分缴' }],
      },
      { key: 'told', label: '是否通知到位', type: 'boolean' },
      { key: 'promise', label: '承诺缴费日期', type: 'date' },
    ],
  },
];

const dictation = createDictation({ ledgers, ...register });
const read = (utterance: string, ledger?: string) => {
  const reading = dictation.read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger });
  return [reading.ledger, ...reading.records.map(({ values }) => values)];
};

test('units, decimals behind their unit and options are read from the definitions', () => {
  expect(read('马根生一米六八 六十二公斤 体温三十六度五 生活自理', 'physique')).toEqual([
    'physique',
    { who: { id: 'R0017' }, height: 168, weight: 62, temperature: 36.5, care: '自理' },
  ]);
  expect(read('林小妹身高152 体重98斤 下个月十号再测', 'physique')).toEqual([
    'physique',
    { who: { id: 'R0008' }, height: 152, weight: 49, next: '2026-04-10' },
  ]);
});

test('what is promised is not done yet', () => {
  expect(read('和安三号302 李国强 欠物业费两千四 说月底前交清', 'fee')).toEqual([
    'fee',
    {
      home: { compound: '和安小区', building: 3, room: '302' },
      owner: { id: 'R0006' },
      owed: 2400,
      promise: '2026-03-31',
    },
  ]);
});

test('which ledger it is follows from what was said', () => {
  expect(read('马根生体重六十公斤')[0]).toBe('physique');
  expect(read('通阳十二号505还欠三千六 通知单已经送到')[0]).toBe('fee');
  expect(read('等会儿开会 先把名单打印出来')).toEqual([null]);
});
