import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPhone } from './mask-phone.ts';

test('a mobile number keeps its first three and last four digits', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
});

test('no number is ever shown whole', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{6,15}$/), (phone) => maskPhone(phone).includes('*')));
});
