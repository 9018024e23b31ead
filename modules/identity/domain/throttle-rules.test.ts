import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountsPerAddress, addressBlock, mayTry, triesPerAccount } from './throttle-rules.ts';

const fresh = { atAccount: 0, accountsFromAddress: 0, known: false };

test('the tenth wrong try is let through, the eleventh is not', () => {
  expect(mayTry({ ...fresh, atAccount: triesPerAccount - 1 })).toBe(true);
  expect(mayTry({ ...fresh, atAccount: triesPerAccount })).toBe(false);
});

test('363 cadres behind one address may all mistype', () => {
  expect(mayTry({ ...fresh, accountsFromAddress: 363 })).toBe(true);
});

test('an address that tries names is refused, those who sign in from there are not', () => {
  expect(mayTry({ ...fresh, accountsFromAddress: accountsPerAddress })).toBe(false);
  expect(mayTry({ ...fresh, accountsFromAddress: accountsPerAddress, known: true })).toBe(true);
});

test('being known never lifts the limit of the account', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.boolean(), (accountsFromAddress, known) => {
      expect(mayTry({ atAccount: triesPerAccount, accountsFromAddress, known })).toBe(false);
    }),
  );
});

test.each([
  ['10.2.0.7', '10.2.0.7'],
  ['::ffff:10.2.0.7', '10.2.0.7'],
  ['2001:db8:0:7::1', '2001:db8:0:7::/64'],
  ['2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd', '2001:db8:0:7::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

test('whatever stands in the last 64 bits, it is one address', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
  fc.assert(
    fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (tail) => {
      expect(addressBlock(`2001:db8:1:2:${tail.join(':')}`)).toBe('2001:db8:1:2::/64');
    }),
  );
});
