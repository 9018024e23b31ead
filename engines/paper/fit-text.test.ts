import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, fitText } from './fit-text.ts';
import { MM_PER_PT } from './geometry.ts';

const widthOf = (char: string): number => (/[\x20-\x7e]/.test(char) ? 0.5 : 1);
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
const box = (width: number, height = 8): Box => ({ width, height, sizes });
/** A box as wide as so many characters at a size. */
const wide = (characters: number, size = 10.5, height = 8): Box =>
  box(characters * size * MM_PER_PT + 0.1, height);
const ems = (line: string): number => [...line].reduce((sum, char) => sum + widthOf(char), 0);

test('what fits stands on one line in the first size', () => {
  expect(fitText('王秀英', wide(3), widthOf)).toEqual({ size: 10.5, lines: ['王秀英'], clipped: false });
});

test('a little too long is a little smaller, much too long is two lines', () => {
  expect(fitText('欧阳文静雅', wide(4.3), widthOf)).toMatchObject({ size: 9, lines: ['欧阳文静雅'] });
  expect(fitText('欧阳文静雅居', wide(3), widthOf)).toMatchObject({ size: 10, lines: ['欧阳文', '静雅居'] });
});

test('a number or a word is broken only when it cannot be helped', () => {
  expect(fitText('血压 138/85mmHg', wide(5, 10.5, 8), widthOf).lines).toEqual(['血压', '138/85mmHg']);
  expect(fitText('310106195001011234', wide(3, 6, 12), widthOf)).toMatchObject({
    lines: ['31010', '61950', '01011', '234'],
    size: 7,
  });
});

test('no line begins with a comma or ends with an opening bracket', () => {
  expect(fitText('家访，已办（全部）', wide(4, 10.5, 14), widthOf).lines).toEqual([
    '家访，已',
    '办（全',
    '部）',
  ]);
});

test('what does not fit at the smallest size ends with an ellipsis and says so', () => {
  const fitted = fitText('很'.repeat(200), wide(4), widthOf);
  expect(fitted).toMatchObject({ size: 6, clipped: true });
  expect(fitted.lines.at(-1)).toMatch(/很…$/);
});

test('text never spills: no line is wider, no block is higher than the box; what is not cut is all there', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'王秀英很长（），。 ab12-/\n𠮷é…“”'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 6, max: 60 }),
      fc.integer({ min: 4, max: 30 }),
      (raw, width, height) => {
        const given = raw.trim();
        const { lines, size, clipped } = fitText(given, box(width, height), widthOf);
        for (const line of lines) expect(ems(line) * size * MM_PER_PT).toBeLessThanOrEqual(width);
        const high = (lines.length + (lines.length - 1) * 0.22) * size * MM_PER_PT;
        expect(high).toBeLessThanOrEqual(height + 1e-6);
        if (!clipped) expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
      },
    ),
  );
});
