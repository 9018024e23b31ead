import { expect, test } from 'vitest';
import { movedFormula, shiftedFormula, shiftedRange } from './references.ts';

const insertion = { after: 7, count: 5 };
const shifted = (formula: string) => shiftedFormula(formula, insertion, '随访', true);

test('what stands below the new rows moves, what stands above stays, and ranges around them grow', () => {
  expect([
    shiftedRange('A7', insertion),
    shiftedRange('A8', insertion),
    shiftedRange('A5:C9', insertion),
  ]).toEqual(['A7', 'A13', 'A5:C14']);
  expect(shiftedRange('D5:D7', insertion)).toBe('D5:D12');
  expect(shiftedRange('$D$8', insertion)).toBe('$D$13');
});

test.each([
  ['SUM(D5:D8)', 'SUM(D5:D13)'],
  ['IF(A9="A9",B9,"B9:B10")', 'IF(A14="A9",B14,"B9:B10")'],
  ['SUM(汇总!D9)+D9', 'SUM(汇总!D9)+D14'],
  ["SUM('随访'!D9)", "SUM('随访'!D14)"],
  ['LOG10(9)+A9', 'LOG10(9)+A14'],
  ['合计_A9+A9', '合计_A9+A14'],
])('%s becomes %s', (before, after) => {
  expect(shifted(before)).toBe(after);
});

test('a row that is copied down takes its formula along, but for fixed rows', () => {
  expect(movedFormula('D7*$E$3+F7', 2)).toBe('D9*$E$3+F9');
});
