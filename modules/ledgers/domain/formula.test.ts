import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FormulaName, readFormula, sayFormula } from './formula.ts';

const names: FormulaName[] = [
  { name: '收缩压', expression: { element: 'bp.sys' } },
  { name: '舒张压', expression: { element: 'bp.dia' } },
  { name: '脉搏', expression: { element: 'bp.pulse' } },
];

test('reads what a clerk writes', () => {
  expect(readFormula('[收缩压] - [舒张压]', names)).toEqual({
    difference: [{ element: 'bp.sys' }, { element: 'bp.dia' }],
  });
  expect(readFormula('[收缩压]&"/"&[舒张压]', names)).toEqual({
    joined: [{ element: 'bp.sys' }, { element: 'bp.dia' }],
    by: '/',
  });
});

test('says what it cannot read', () => {
  expect(() => readFormula('[收缩压][舒张压]', names)).toThrow('之间要有');
  expect(() => readFormula('[体重]+[脉搏]', names)).toThrow('没有“体重”');
  expect(() => readFormula('drop table', names)).toThrow('看不懂');
});

test('a formula said is the formula read', () => {
  const name = fc.constantFrom(...names.map((one) => `[${one.name}]`));
  const between = fc.constantFrom('+', '-', '&"/"&', '&""&');
  const formula = fc
    .tuple(name, fc.array(fc.tuple(between, name), { maxLength: 4 }))
    .map(([first, rest]) => first + rest.map(([sign, next]) => sign + next).join(''));
  fc.assert(
    fc.property(formula, (text) => {
      expect(sayFormula(readFormula(text, names), names)).toBe(text);
    }),
  );
});
