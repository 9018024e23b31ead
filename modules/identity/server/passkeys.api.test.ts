import { beforeAll, expect, test } from 'vitest';
import { type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { type Ceremony, createAuthenticator } from '../test/authenticator.ts';
import { asOwner, codeOf, cookiesAfter, get, trySignIn } from '../test/support.ts';

let office: Office;
const origin = 'http://office.test';
const key = createAuthenticator('localhost');

const post = (path: string, body: unknown, cookie: string) =>
  office.anonymous.raw('POST', `/api${path}`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie, origin },
  });
const signedIn = async (username: string) => cookiesAfter(await trySignIn(office, username, password));

/** Registers this key for the account of a session. */
const register = async (cookie: string, authenticator = key, ceremony: Ceremony = { origin }) => {
  const started = await post('/account/passkeys/options', { password }, cookie);
  const { challenge } = (await started.json()) as { challenge: string };
  const response = authenticator.register(challenge, ceremony);
  return post('/account/passkeys', { name: '我的手机', response }, `${cookie}; ${cookiesAfter(started)}`);
};

const challengeOf = async () => {
  const started = await post('/session/passkey/options', undefined, '');
  return {
    cookie: cookiesAfter(started),
    ...((await started.json()) as { challenge: string; userVerification: string }),
  };
};
const enter = async (ceremony: Ceremony = { origin }, authenticator = key) => {
  const { challenge, cookie } = await challengeOf();
  return post('/session/passkey', { response: authenticator.sign(challenge, ceremony) }, cookie);
};

beforeAll(async () => {
  office = await startOffice();
  const cookie = await signedIn('committee-head-c01');
  expect(await codeOf(await post('/account/passkeys/options', { password: 'not it' }, cookie))).toBe(
    'identity.wrongPassword',
  );
  const added = await register(cookie);
  expect(await added.json()).toMatchObject({ name: '我的手机' });
});

test('a passkey signs in without a password, and asks for a finger, a face or a PIN', async () => {
  expect((await challengeOf()).userVerification).toBe('required');
  const response = await enter();
  expect(await response.json()).toEqual({ state: 'signedIn' });
  const me = await get(office, '/session', cookiesAfter(response));
  expect(await me.json()).toMatchObject({ username: 'committee-head-c01' });
});

test('one that asked for nothing is refused, at sign-in and when added', async () => {
  expect(await codeOf(await enter({ origin, userVerified: false }))).toBe('identity.passkeyFailed');
  const bare = await register(await signedIn('auditor'), createAuthenticator('localhost'), {
    origin,
    userVerified: false,
  });
  expect(bare.status).toBe(422);
});

test('a challenge is answered once', async () => {
  const { challenge, cookie } = await challengeOf();
  const answer = () => post('/session/passkey', { response: key.sign(challenge, { origin }) }, cookie);
  const answers = await Promise.all([answer(), answer()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('what was signed for another site, or by another key, opens nothing', async () => {
  expect((await enter({ origin: 'https://evil.example' })).status).toBe(422);
  expect((await enter({ origin }, createAuthenticator('localhost'))).status).toBe(422);
});

test('nonsense in place of an answer is refused, not a fault', async () => {
  for (const response of [
    {},
    { id: 'x' },
    { id: 1, response: [] },
    { id: 'x', response: { clientDataJSON: '{' } },
  ]) {
    const { cookie } = await challengeOf();
    expect((await post('/session/passkey', { response }, cookie)).status).toBe(422);
    const own = await signedIn('auditor');
    const started = await post('/account/passkeys/options', { password }, own);
    const both = `${own}; ${cookiesAfter(started)}`;
    expect((await post('/account/passkeys', { name: 'x', response }, both)).status).toBe(422);
  }
});

test('a disabled account does not get in by its passkey either', async () => {
  await asOwner(
    office,
    `update auth.member set disabled_at = now() where user_id in (select "userId" from auth.passkey)`,
  );
  expect(await codeOf(await enter())).toBe('identity.disabled');
  await asOwner(office, `update auth.member set disabled_at = null`);
});

test('a removed passkey opens nothing, and nobody removes another’s', async () => {
  const [row] = await asOwner(office, 'select id from auth.passkey');
  const remove = (cookie: string) =>
    office.anonymous.raw('DELETE', `/api/account/passkeys/${row?.id}`, { headers: { cookie } });
  expect((await remove(await signedIn('auditor'))).status).toBe(404);
  expect((await remove(await signedIn('committee-head-c01'))).status).toBe(204);
  expect((await enter()).status).toBe(422);
});
