import { expect, test } from 'vitest';
import { accountOfIdentity, type Caller, deviceOf, isCallUp, isEmpty, mayAsk, type Person } from './small.ts';

const person = (account: string, committee: string | null, cadre: string | null = account): Person => ({
  account,
  committee,
  cadre,
});
const clerk: Caller = { ...person('clerk', null), ofOffice: true };
const head: Caller = { ...person('head', 'c1'), ofOffice: false };

test('the office asks anybody whose time can be counted; a committee its own and the office', () => {
  expect(mayAsk(clerk, person('a', 'c1'))).toBe(true);
  expect(mayAsk(clerk, person('a', 'c1', null))).toBe(false);
  expect(mayAsk(clerk, person('b', null, null))).toBe(true);
  expect(mayAsk(head, person('a', 'c1', null))).toBe(true);
  expect(mayAsk(head, person('a', 'c2'))).toBe(false);
  expect(mayAsk(head, person('b', null))).toBe(true);
  expect(mayAsk(head, head)).toBe(false);
});

test('only a committee cadre asked by the office is a call-up', () => {
  expect(isCallUp(clerk, person('a', 'c1'))).toBe(true);
  expect(isCallUp(clerk, person('b', null))).toBe(false);
  expect(isCallUp(head, person('a', 'c1'))).toBe(false);
});

test('a room is over when nobody has been there for two minutes, and not while an engine restarts', () => {
  expect(isEmpty('2026-11-25T06:00:00Z', null, '2026-11-25T06:01:59Z')).toBe(false);
  expect(isEmpty('2026-11-25T06:00:00Z', null, '2026-11-25T06:02:00Z')).toBe(true);
  expect(isEmpty('2026-11-25T06:00:00Z', '2026-11-25T06:30:00Z', '2026-11-25T06:31:00Z')).toBe(false);
});

test('a device leads back to its account', () => {
  const account = '019ab000-0000-7000-8000-000000000001';
  expect(accountOfIdentity(deviceOf(account, '019ab000-0000-7000-8000-0000000000aa'))).toBe(account);
  expect(accountOfIdentity('hall:cam')).toBeNull();
});
