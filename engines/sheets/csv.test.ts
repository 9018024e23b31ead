import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defuse, undefuse, writeCsv } from './csv.ts';

test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '＝1', "'=1", '=cmd|"/c calc"!A1'])(
  '%j cannot run as a formula',
  (cell) => {
    expect(defuse(cell)).toBe(`'${cell}`);
  },
);

test.each(['-5', '-12.50', '王秀英', '', "it's", "'quoted'", '138/85'])('%j stays as it is', (cell) => {
  expect(defuse(cell)).toBe(cell);
});

test('defusing loses nothing', () => {
  fc.assert(fc.property(fc.string(), (cell) => undefuse(defuse(cell)) === cell));
  fc.assert(
    fc.property(fc.stringMatching(/^'{0,3}[=+@-].{0,3}$/), (cell) => undefuse(defuse(cell)) === cell),
  );
});

test('the file starts with the mark Excel needs and ends its lines with CRLF', () => {
  expect(
    writeCsv(
      ['姓名', '备注'],
      [
        ['王秀英', 'a,"b"'],
        ['=x', 5],
      ],
    ),
  ).toBe('\ufeff姓名,备注\r\n王秀英,"a,""b"""\r\n\'=x,5\r\n');
});
