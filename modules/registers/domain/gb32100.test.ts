import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCreditCode, creditCheckOf, tidyCreditCode } from './gb32100.ts';

test('a code of the standard holds, however it is typed', () => {
  // Of the standard's own example (GB 32100-2015, annex A).
  expect(checkCreditCode('91350100M000100Y43')).toBe(true);
  expect(checkCreditCode(tidyCreditCode(' 91350100m000100y43 '))).toBe(true);
});

test('one wrong character is found', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const body = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (first17, at, other) => {
      const code = [...first17, creditCheckOf(first17.join(''))];
      const changed = code.with(at, other);
      return checkCreditCode(code.join('')) && (code[at] === other || !checkCreditCode(changed.join('')));
    }),
  );
});

test.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100M000100Y44'])(
  '%s is none',
  (code) => {
    expect(checkCreditCode(code)).toBe(false);
  },
);
