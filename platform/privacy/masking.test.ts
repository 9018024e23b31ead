import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName, maskPhone, maskTail } from './masking.ts';

test.each([
  ['王秀英', '王*英'],
  ['王秀', '王*'],
  ['欧阳修文', '欧**文'],
  ['王', '王'],
  ['𠮷田英', '𠮷*英'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a masked name is as long as the name and never gives away its middle', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(han, { minLength: 3, maxLength: 8 }), (characters) => {
      const masked = [...maskName(characters.join(''))];
      return masked.length === characters.length && masked.slice(1, -1).every((one) => one === '*');
    }),
  );
});

test('of a phone only the last four digits are left', () => {
  expect(maskPhone('6789')).toBe('*6789');
  expect(maskPhone(null)).toBeNull();
  expect([maskTail('10000136789'), maskTail('6789')]).toEqual(['*6789', '***']);
});
