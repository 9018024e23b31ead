import { beforeAll, describe, expect, test } from 'vitest';
import { createHttpApp } from '#platform/http/app.ts';
import { type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { getSession, signOut } from '../contract.ts';
import { asOwner, codeOf, cookiesAfter, get, send, trySignIn } from '../test/support.ts';
import { createIdentity } from './index.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});

const answersOf = async (tries: Promise<Response>[]): Promise<number[]> =>
  (await Promise.all(tries)).map(({ status }) => status);
const count = (answers: readonly number[], status: number) => answers.filter((one) => one === status).length;

/** The same database behind HTTPS, as another process of the product would serve it. */
const behindHttps = () => {
  const { platform, app } = office;
  const options = { publicUrl: 'https://qz.example', secure: true, demo: false };
  const identity = createIdentity(platform, app.modules.organisation, options);
  return createHttpApp({
    routes: identity.routes,
    authenticate: identity.authenticate,
    onDenied: identity.recordDenial,
    publicUrl: options.publicUrl,
    mayWrite: () => true,
    trustProxy: false,
    log: platform.log,
    metrics: platform.metrics,
  });
};

describe('cookies', () => {
  test('over HTTPS the session cookie is bound to the host', async () => {
    const response = await behindHttps().request('https://qz.example/api/session', {
      method: 'POST',
      body: JSON.stringify({ username: 'auditor', password }),
      headers: { 'content-type': 'application/json', origin: 'https://qz.example' },
    });
    expect(response.status).toBe(200);
    const [cookie = '', ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-qz\.session_token=/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('on plain HTTP it goes without the prefix', async () => {
    const [cookie] = (await trySignIn(office, 'auditor', password)).headers.getSetCookie();
    expect(cookie).toMatch(/^qz\.session_token=.*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Secure');
  });

  test('a cookie whose token or signature was changed is nobody', async () => {
    const good = cookiesAfter(await trySignIn(office, 'auditor', password));
    expect((await get(office, '/session', good)).status).toBe(200);
    for (const bad of [good.replace(/=./, '=~'), good.slice(0, -6), 'qz.session_token=abc', `${good}%`])
      expect((await get(office, '/session', bad)).status).toBe(401);
  });

  test('the answer is not kept by anybody', async () => {
    expect((await trySignIn(office, 'auditor', password)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('another site', () => {
  test.each(['https://evil.example', 'null', 'http://office.test.evil.example'])(
    'a sign-in sent from %s is refused',
    async (origin) => {
      const response = await trySignIn(office, 'auditor', password, '10.1.0.1', { origin });
      expect(await codeOf(response)).toBe('request.foreignOrigin');
    },
  );

  test('its change of an account is refused with the cookie and all', async () => {
    const cookie = cookiesAfter(await trySignIn(office, 'auditor', password));
    const response = await office.anonymous.raw('DELETE', '/api/session', {
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
    expect((await get(office, '/session', cookie)).status).toBe(200);
  });
});

describe('guessing', () => {
  test('a wrong password and a name nobody has get the same answer', async () => {
    const wrong = await trySignIn(office, 'hall-operator', 'not-this-one');
    const nobody = await trySignIn(office, 'nobody-at-all', 'not-this-one');
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  test('of fifty wrong tries at once from fifty addresses, exactly ten are looked at', async () => {
    const answers = await answersOf(
      Array.from({ length: 50 }, (_, at) =>
        trySignIn(office, 'party-building', `wrong-${at}`, `10.9.0.${at}`),
      ),
    );
    expect(count(answers, 401)).toBe(10);
    expect(count(answers, 429)).toBe(40);
  });

  test('then the right password is refused too, by every process on this database', async () => {
    expect((await trySignIn(office, 'Party-Building ', password)).status).toBe(429);
    const other = await behindHttps().request('https://qz.example/api/session', {
      method: 'POST',
      body: JSON.stringify({ username: 'party-building', password }),
      headers: { 'content-type': 'application/json' },
    });
    expect(other.status).toBe(429);
  });

  test('a quarter of an hour later it works again', async () => {
    await asOwner(office, `update auth.attempt set at = at - interval '15 minutes'`);
    expect((await trySignIn(office, 'party-building', password)).status).toBe(200);
  });

  test('a name nobody has is limited as well, so that the limit tells nothing', async () => {
    const answers = await answersOf(Array.from({ length: 12 }, () => trySignIn(office, 'ghost', 'x')));
    expect(count(answers, 429)).toBe(2);
  });

  test('a right password does not use up tries', async () => {
    for (let at = 0; at < 12; at += 1)
      expect((await trySignIn(office, 'main-leader', password)).status).toBe(200);
  });

  test('all cadres of an address that tried hundreds of names still sign in, a newcomer waits', async () => {
    const address = '10.33.0.1';
    expect((await trySignIn(office, 'committee-head-c01', password, address)).status).toBe(200);
    const attempts = 'gen_random_uuid(), sha256(n::text::bytea), address_key from generate_series(1, 600) n';
    await trySignIn(office, 'auditor', 'wrong', address);
    await asOwner(
      office,
      `insert into auth.attempt (id, account_key, address_key)
       select ${attempts}, (select address_key from auth.attempt order by id desc limit 1) a`,
    );
    expect((await trySignIn(office, 'committee-head-c01', password, address)).status).toBe(200);
    expect((await trySignIn(office, 'committee-head-c02', password, address)).status).toBe(429);
    expect((await trySignIn(office, 'committee-head-c02', password, '10.33.0.2')).status).toBe(200);
  });

  test('thirty-three committees behind one address mistype once each, and all get in', async () => {
    const accounts = Array.from({ length: 33 }, (_, at) => ({
      name: `社工${at}`,
      username: `branch-${at}`,
      roles: ['committee_member'] as const,
      committee: office.ids.committees.c01 ?? null,
    }));
    await office.app.modules.identity.seedAccounts(office.ids.subdistrict, accounts, password);
    const all = (given: string) =>
      answersOf(accounts.map(({ username }) => trySignIn(office, username, given, '10.44.0.1')));
    expect(new Set(await all('mistyped'))).toEqual(new Set([401]));
    expect(new Set(await all(password))).toEqual(new Set([200]));
  });

  test('what was typed stands nowhere in the log', async () => {
    await trySignIn(office, 'my-secret-in-the-wrong-box', 'another-secret');
    expect(office.logLines.join('')).not.toMatch(/my-secret|another-secret/);
  });
});

describe('sessions', () => {
  const signedIn = async (username = 'self-governance') =>
    cookiesAfter(await trySignIn(office, username, password));

  test('twelve idle hours end a session', async () => {
    const cookie = await signedIn();
    await asOwner(office, `update auth.session set last_seen_at = now() - interval '12 hours 1 minute'`);
    expect((await get(office, '/session', cookie)).status).toBe(401);
  });

  test('seven days end a session however busy it is', async () => {
    const cookie = await signedIn();
    await asOwner(office, `update auth.session set "expiresAt" = now() - interval '1 second'`);
    expect((await get(office, '/session', cookie)).status).toBe(401);
  });

  test('signing out ends it for good, also for a copied cookie', async () => {
    const cookie = await signedIn();
    const response = await office.anonymous.raw('DELETE', '/api/session', { headers: { cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    expect((await get(office, '/session', cookie)).status).toBe(401);
  });

  test('signing in again in the same browser ends the session before', async () => {
    const before = await signedIn();
    const response = await trySignIn(office, 'auditor', password, '10.1.0.1', { cookie: before });
    expect((await get(office, '/session', cookiesAfter(response))).status).toBe(200);
    expect((await get(office, '/session', before)).status).toBe(401);
  });

  test('one may end another session of one’s own, and none of anybody else’s', async () => {
    const mine = await signedIn();
    const other = await signedIn();
    const list = (await (await get(office, '/account/sessions', mine)).json()) as {
      id: string;
      current: boolean;
    }[];
    const target = list.find(({ current }) => !current);
    const stranger = await signedIn('auditor');
    const end = (cookie: string) =>
      send(office, 'DELETE', `/account/sessions/${target?.id}`, undefined, cookie);
    expect((await end(stranger)).status).toBe(404);
    expect((await end(mine)).status).toBe(204);
    expect((await get(office, '/session', other)).status).toBe(401);
    expect((await get(office, '/session', mine)).status).toBe(200);
  });

  test('a changed password ends the other sessions and keeps this one going', async () => {
    const mine = await signedIn('party-government');
    const other = await signedIn('party-government');
    const change = (current: string, next: string) =>
      send(office, 'PUT', '/account/password', { current, next }, mine);
    expect(await codeOf(await change('wrong', 'river-tea-42-house'))).toBe('identity.wrongPassword');
    expect(await codeOf(await change(password, 'party-government1'))).toBe('identity.weakPassword');
    const changed = await change(password, 'river-tea-42-house');
    expect(changed.status).toBe(204);
    expect((await get(office, '/session', other)).status).toBe(401);
    expect((await get(office, '/session', cookiesAfter(changed))).status).toBe(200);
    expect((await trySignIn(office, 'party-government', 'river-tea-42-house')).status).toBe(200);
  });
});

test('preferences are kept', async () => {
  const client = await office.as('committee_member', { committee: 'c03' });
  const response = await send(
    office,
    'PUT',
    '/account/preferences',
    { language: 'en', elderMode: true },
    client.cookie,
  );
  expect(response.status).toBe(200);
  expect(await client.call(getSession)).toMatchObject({ language: 'en', elderMode: true });
  await client.call(signOut);
});
