import { expect, test } from 'vitest';
import { readCode, readCredential, sayCode, writeCredential } from './pairing.ts';

test('a code is read with or without its gap, and nothing else is', () => {
  expect(readCode(sayCode('0123456789'))).toBe('0123456789');
  expect(readCode('01234-56789')).toBe('0123456789');
  for (const wrong of ['012345678', '01234567890', '0123456789x', '']) expect(readCode(wrong)).toBeNull();
});

test('a credential is read back whole, a broken one not at all', () => {
  const one = { subdistrict: crypto.randomUUID(), screen: crypto.randomUUID(), secret: 'a'.repeat(43) };
  const text = writeCredential(one);
  expect(readCredential(text)).toEqual(one);
  for (const wrong of ['', text.slice(1), `${text}x`, text.replace('.', ';')])
    expect(readCredential(wrong)).toBeNull();
});
