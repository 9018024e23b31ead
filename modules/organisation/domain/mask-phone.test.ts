import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideNumbers, maskPhone } from './mask-phone.ts';

test('a mobile number keeps its first three and last four digits', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
});

test('no number is ever shown whole', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{6,15}$/), (phone) => maskPhone(phone).includes('*')));
});

test('words are repeated, numbers among them are not', () => {
  expect(hideNumbers('不认识的职务：厨师')).toBe('不认识的职务：厨师');
  expect(hideNumbers('没有叫“10000136789”的居委会')).toBe('没有叫“100****6789”的居委会');
  expect(hideNumbers('１００ ００１３ ６７８９')).not.toContain('００１３');
});
