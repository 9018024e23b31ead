import { expect, test } from 'vitest';
import { resultOf } from './results.ts';

const cells = new Map([
  ['3,5', 130],
  ['3,6', 140],
  ['4,5', 80],
]);
const result = (formula: string) => resultOf(formula, (column, row) => cells.get(`${column},${row}`));

test.each([
  ['SUM(D5:D7)', 270],
  ['SUM(D5:D6,E5,2)', 352],
  ['AVERAGE(D5:D7)', 135],
  ['COUNT(D5:E7)', 3],
  ['MAX($D$5:$D$7)-MIN(D5:D6)', 10],
  ['D5+E5*2-(D6-40)/4', 265],
  ['-D5 + 0.1 + 0.2', -129.7],
])('%s is %d', (formula, value) => {
  expect(result(formula)).toBe(value);
});

test.each([
  'IF(D5>1,1,2)',
  'D5/D9',
  'SUM(汇总!D5)',
  'D5&"x"',
  'SUM(D5',
  '',
  'AVERAGE(F5:F6)',
  'SUM(A1:XFD1048576)',
  'TODAY()',
])('%s is left to the program that opens the file', (formula) => {
  expect(result(formula)).toBeUndefined();
});
