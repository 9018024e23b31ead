import { beforeAll, expect, test } from 'vitest';
import { type Office, startOffice } from '#test/office.ts';
import { asOwner, codeOf, cookiesAfter, get, send, trySignIn } from '../test/support.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});

const link = (): Promise<string | null> => office.app.modules.identity.firstAdministratorLink();
const claim = (address: string | null) =>
  send(office, 'POST', '/first-administrator', {
    token: address?.split('#')[1] ?? '',
    subdistrict: '清河街道',
    name: '管理员',
    username: 'guan',
    password: 'river-tea-42-house',
  });

test('where there are accounts there is no such link', async () => {
  expect(await link()).toBeNull();
});

test('an empty office is opened once, by the newest link', async () => {
  await asOwner(office, 'delete from auth."user"');
  expect(await (await office.anonymous.raw('GET', '/api/session/options')).json()).toEqual({
    demonstration: false,
    administratorNeeded: true,
  });
  const first = await link();
  const second = await link();
  expect(await codeOf(await claim(first))).toBe('identity.linkGone');
  const answers = await Promise.all([claim(second), claim(second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect((await claim(second)).status).toBe(410);
  const cookie = cookiesAfter(await trySignIn(office, 'guan', 'river-tea-42-house'));
  expect(await (await get(office, '/session', cookie)).json()).toMatchObject({
    roles: ['administrator'],
    subdistrict: { name: '清河街道' },
  });
  expect(await link()).toBeNull();
});
