import { expect, test } from 'vitest';
import { safeAddress } from './safe-address.ts';

test('after signing in one goes on where one wanted to', () => {
  expect(safeAddress('/ledgers?month=2026-11')).toBe('/ledgers?month=2026-11');
});

test.each([
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?to=/',
])('never to another site or in a circle: %s', (to) => expect(safeAddress(to)).toBe('/'));
