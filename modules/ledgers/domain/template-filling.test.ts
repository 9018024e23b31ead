import { expect, test } from 'vitest';
import { proposeColumns, proposeLine, proposeMark } from './template-filling.ts';

const columns = [
  { key: 'name', path: ['基本情况', '姓名'], synonyms: ['姓名', '老人姓名'] },
  { key: 'date', path: ['探访情况', '探访日期'], synonyms: ['服务日期'] },
  { key: 'sys', path: ['探访情况', '血压(mmHg)', '收缩压'], synonyms: ['高压'] },
  { key: 'dia', path: ['探访情况', '血压(mmHg)', '舒张压'], synonyms: ['低压'] },
];

test('the same name and a synonym are sure, a likeness is proposed for a look, a stranger is left open', () => {
  expect(proposeColumns(['姓名', '高压', '探访的日期', '备注'], columns)).toEqual([
    { path: '姓名', key: 'name', sure: true },
    { path: '高压', key: 'sys', sure: true },
    { path: '探访的日期', key: 'date', sure: false },
    { path: '备注', key: null, sure: false },
  ]);
});

test('no column stands in two places: the better name has it', () => {
  const keys = proposeColumns(['随访/收缩压', '探访情况/血压(mmHg)/收缩压'], columns).map(({ key }) => key);
  expect(keys).toEqual([null, 'sys']);
});

test('blank labels are filled, a unit of money or a filled line stays', () => {
  expect(proposeLine('填报单位：')).toBe('填报单位：{committee}');
  expect(proposeLine('填表人：______　审核人：______')).toBe('填表人：{keeper}　　审核人：______');
  expect(proposeLine('2026年11月')).toBe('{period}');
  expect(proposeLine('单位：元')).toBe('单位：元');
  expect(proposeMark('居委会名称')).toBe('{committee}');
  expect(proposeMark('备注')).toBe('');
});
