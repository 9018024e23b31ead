import { expect, test } from 'vitest';
import { getSession } from '#modules/identity/contract';
import { showTodayMeetings } from '#modules/meetings/contract';
import { recordedToday } from '#modules/records/contract';
import { addressOf } from '#platform/contract/call.ts';
import { sessionAddress, todayAddresses } from './early.ts';

test('what is asked for early is what the pages ask for, under the permission the contract names', () => {
  expect(sessionAddress).toBe(addressOf(getSession));
  const routes = [showTodayMeetings, recordedToday];
  expect(todayAddresses).toEqual(Object.fromEntries(routes.map((one) => [one.access, addressOf(one)])));
});
