import { expect, test } from 'vitest';
import { startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { asOwner, cookiesAfter, get, trySignIn } from '../test/support.ts';
import { tidy } from './tidy.ts';

test('the nightly tidying removes what has ended and nothing else', async () => {
  const office = await startOffice();
  const ended = await trySignIn(office, 'auditor', password);
  await asOwner(office, `update auth.session set "expiresAt" = now() - interval '1 minute'`);
  const alive = cookiesAfter(await trySignIn(office, 'auditor', password));
  await trySignIn(office, 'auditor', 'wrong');
  await asOwner(office, `update auth.attempt set at = now() - interval '2 hours'`);
  await trySignIn(office, 'auditor', 'wrong');
  await tidy(office.platform);
  expect(ended.status).toBe(200);
  expect((await get(office, '/session', alive)).status).toBe(200);
  expect(await asOwner(office, `select count(*)::int as n from auth.session`)).toEqual([{ n: 1 }]);
  expect(await asOwner(office, `select count(*)::int as n from auth.attempt`)).toEqual([{ n: 1 }]);
});
