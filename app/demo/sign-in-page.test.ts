import { expect, test } from 'vitest';
import { demonstrationPassword, demonstrationPosts } from '../../modules/identity/web/demonstration.ts';
import { demoAccounts, demoPassword } from './accounts.ts';

test('the sign-in page offers accounts that the demonstration has', () => {
  const planted = demoAccounts({ committees: new Map(), departments: new Map(), cadres: [] }).shown;
  const names = planted.map(({ username }) => username);
  expect(demonstrationPosts.filter(({ username }) => !names.includes(username))).toEqual([]);
  expect(demonstrationPassword).toBe(demoPassword);
});
