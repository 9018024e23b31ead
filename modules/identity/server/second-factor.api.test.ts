import { beforeAll, expect, test } from 'vitest';
import { type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { codeOf, cookiesAfter, get, send, totpCode, trySignIn } from '../test/support.ts';

let office: Office;
let uri = '';
let backupCodes: string[] = [];

const username = 'committee-head-c01';
const firstStep = async () => cookiesAfter(await trySignIn(office, username, password));
const secondStep = (code: string, cookie: string, kind = 'totp') =>
  send(office, 'POST', '/session/second-factor', { kind, code }, cookie);

/** Codes are good once: each sign-in here takes one the window still allows, and has not seen. */
beforeAll(async () => {
  office = await startOffice();
  let cookie = await firstStep();
  const wrong = await send(office, 'POST', '/account/totp', { password: 'not mine at all' }, cookie);
  expect(await codeOf(wrong)).toBe('identity.wrongPassword');
  const started = await send(office, 'POST', '/account/totp', { password }, cookie);
  ({ uri, backupCodes } = (await started.json()) as { uri: string; backupCodes: string[] });
  expect(await codeOf(await send(office, 'POST', '/account/totp/confirm', { code: '000000' }, cookie))).toBe(
    'identity.wrongCode',
  );
  const confirmed = await send(
    office,
    'POST',
    '/account/totp/confirm',
    { code: await totpCode(uri, -1) },
    cookie,
  );
  expect(confirmed.status).toBe(204);
  cookie = cookiesAfter(confirmed);
  expect(await (await get(office, '/session', cookie)).json()).toMatchObject({ secondFactor: true });
});

test('the key names the product and the user, and nothing else', () => {
  expect(decodeURIComponent(new URL(uri).pathname)).toBe(`//totp/轻装:${username}`.replace('//totp', ''));
  expect(uri).not.toContain('account.invalid');
});

test('the password alone opens nothing', async () => {
  const response = await trySignIn(office, username, password);
  expect(await response.json()).toEqual({ state: 'secondFactorNeeded' });
  expect((await get(office, '/session', cookiesAfter(response))).status).toBe(401);
});

test('a code opens once, and never again', async () => {
  const code = await totpCode(uri);
  const opened = await secondStep(code, await firstStep());
  expect(await opened.json()).toEqual({ state: 'signedIn' });
  expect((await get(office, '/session', cookiesAfter(opened))).status).toBe(200);
  expect(await codeOf(await secondStep(code, await firstStep()))).toBe('identity.wrongCode');
});

test('somebody signed in elsewhere in this browser becomes the one whose code it is', async () => {
  const clerk = cookiesAfter(await trySignIn(office, 'department-clerk-civil', password));
  const opened = await secondStep(await totpCode(uri, 1), `${clerk}; ${await firstStep()}`);
  expect(await (await get(office, '/session', cookiesAfter(opened))).json()).toMatchObject({ username });
});

test('a backup code opens once', async () => {
  const [code = ''] = backupCodes;
  const answers = await Promise.all([firstStep(), firstStep()]).then((cookies) =>
    Promise.all(cookies.map((cookie) => secondStep(code, cookie, 'backup'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('without the first step there is no second', async () => {
  expect(await codeOf(await secondStep('123456', ''))).toBe('identity.secondFactorGone');
});

test('guessing codes ends after ten, over any number of first steps', async () => {
  const answers: number[] = [];
  for (let at = 0; at < 12; at += 1)
    answers.push((await secondStep(`9990${10 + at}`, await firstStep())).status);
  expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
  expect(answers.slice(-2)).toEqual([429, 429]);
});

test('starting twice at once leaves one key, and no fault', async () => {
  const cookie = cookiesAfter(await trySignIn(office, 'auditor', password));
  const start = () => send(office, 'POST', '/account/totp', { password }, cookie);
  const answers = await Promise.all([start(), start()]);
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
});
