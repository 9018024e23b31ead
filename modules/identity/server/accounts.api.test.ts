import { beforeAll, describe, expect, test } from 'vitest';
import { CallError, type Client, type Office, startOffice } from '#test/office.ts';
import * as contract from '../contract.ts';
import {
  asOwner,
  codeOf,
  cookiesAfter,
  get,
  liveConnected,
  openStream,
  send,
  totpCode,
  trySignIn,
} from '../test/support.ts';

let office: Office;
let admin: Client;
const numbers = Array.from({ length: 100 }, (_, at) => at);

beforeAll(async () => {
  office = await startOffice();
  admin = await office.as('administrator');
});

const chosen = 'river-tea-42-house';
const draft = (more: Partial<contract.AccountDraft> = {}): contract.AccountDraft => ({
  name: '李新社',
  username: `li.xinshe.${numbers.pop()}`,
  roles: ['committee_member'],
  committeeId: office.ids.committees.c02 ?? null,
  departmentId: null,
  cadreId: null,
  ...more,
});
const tokenOf = (link: string) => link.split('#')[1] ?? '';
const claim = (link: string, given = chosen) =>
  send(office, 'POST', '/links/claim', { token: tokenOf(link), password: given });
const add = (more: Partial<contract.AccountDraft> = {}) =>
  admin.call(contract.addAccount, { body: draft(more) });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

/** A new account whose owner has set a password and signed in. */
const settled = async (more: Partial<contract.AccountDraft> = {}) => {
  const { account, link } = await add(more);
  expect((await claim(link)).status).toBe(200);
  return { account, cookie: cookiesAfter(await trySignIn(office, account.username, chosen)) };
};

describe('one-time links', () => {
  test('the owner sees whose it is, sets a password and signs in', async () => {
    const { account, link } = await add();
    expect(account.passwordSet).toBe(false);
    const opened = await send(office, 'POST', '/links/open', { token: tokenOf(link) });
    expect(await opened.json()).toEqual({ kind: 'setup', name: account.name, username: account.username });
    expect(await codeOf(await claim(link, '1234567890'))).toBe('identity.weakPassword');
    expect((await claim(link)).status).toBe(200);
    expect((await trySignIn(office, account.username, chosen)).status).toBe(200);
  });

  test('before that nobody gets in', async () => {
    const { account } = await add();
    expect((await trySignIn(office, account.username, '')).status).toBe(400);
    expect((await trySignIn(office, account.username, 'anything')).status).toBe(401);
  });

  test('of two who use one link at once, one succeeds; later nobody does', async () => {
    const { link } = await add();
    const answers = await Promise.all([claim(link), claim(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await claim(link)).status).toBe(410);
    expect((await send(office, 'POST', '/links/open', { token: tokenOf(link) })).status).toBe(410);
  });

  test('an old link and one never made are the same', async () => {
    const { link } = await add();
    await asOwner(office, `update auth.link set expires_at = now()`);
    expect(await codeOf(await claim(link))).toBe('identity.linkGone');
    expect(await codeOf(await claim(`/claim#${'x'.repeat(43)}`))).toBe('identity.linkGone');
  });

  test('the token is in the fragment, and the database holds only its hash', async () => {
    const { link } = await add();
    expect(link).toMatch(/^\/claim#[\w-]{43}$/);
    const [row] = await asOwner(office, `select string_agg(l::text, '') as everything from auth.link l`);
    expect(row?.everything).not.toContain(tokenOf(link));
  });
});

describe('a disabled account', () => {
  test('is out at once: requests, live stream, sign-in', async () => {
    await liveConnected(office);
    const { account, cookie } = await settled();
    const stream = await openStream(
      {
        ...office.anonymous,
        raw: (method, path, init) => office.anonymous.raw(method, path, { ...init, headers: { cookie } }),
      },
      'office',
    );
    await stream.until('retry');
    await admin.call(contract.disableAccount, { params: { id: account.id } });
    expect((await get(office, '/session', cookie)).status).toBe(401);
    await stream.ended;
    expect(await codeOf(await trySignIn(office, account.username, chosen))).toBe('identity.disabled');
    expect((await trySignIn(office, account.username, 'wrong')).status).toBe(401);
  });

  test('comes back when enabled, with a new session only', async () => {
    const { account, cookie } = await settled();
    await admin.call(contract.disableAccount, { params: { id: account.id } });
    const back = await admin.call(contract.enableAccount, { params: { id: account.id } });
    expect(back.disabled).toBe(false);
    expect((await get(office, '/session', cookie)).status).toBe(401);
    expect((await trySignIn(office, account.username, chosen)).status).toBe(200);
  });

  test('cannot use a link it still has', async () => {
    const { account, link } = await add();
    await admin.call(contract.disableAccount, { params: { id: account.id } });
    expect(await codeOf(await claim(link))).toBe('identity.disabled');
  });
});

test('a reset takes password, code and sessions, and gives a new link', async () => {
  const { account, cookie } = await settled();
  const started = await send(office, 'POST', '/account/totp', { password: chosen }, cookie);
  const { uri } = (await started.json()) as { uri: string };
  const confirmed = await send(
    office,
    'POST',
    '/account/totp/confirm',
    { code: await totpCode(uri) },
    cookie,
  );
  const { link } = await admin.call(contract.resetAccount, { params: { id: account.id } });
  expect((await get(office, '/session', cookiesAfter(confirmed))).status).toBe(401);
  expect((await trySignIn(office, account.username, chosen)).status).toBe(401);
  expect((await claim(link, 'another-lane-17-tree')).status).toBe(200);
  const again = await trySignIn(office, account.username, 'another-lane-17-tree');
  expect(await again.json()).toEqual({ state: 'signedIn' });
});

test('a changed post counts from the next request on', async () => {
  const { account, cookie } = await settled();
  expect((await get(office, '/accounts', cookie)).status).toBe(403);
  const { username: _, ...edit } = draft({ roles: ['administrator'], committeeId: null });
  await admin.call(contract.updateAccount, { params: { id: account.id }, body: edit });
  expect((await get(office, '/accounts', cookie)).status).toBe(200);
  await admin.call(contract.disableAccount, { params: { id: account.id } });
});

test('a post without its place is refused, and so is a place of another subdistrict', async () => {
  expect(await refusal(add({ committeeId: null }))).toBe('identity.roleNeedsCommittee');
  expect(await refusal(add({ committeeId: office.otherIds.committees.c01 ?? null }))).toBe(
    'request.notFound',
  );
});

test('a user name is taken whatever its case, in every subdistrict', async () => {
  expect(await refusal(add({ username: 'AUDITOR' }))).toBe('identity.usernameTaken');
  expect(await refusal(add({ username: 'other-auditor' }))).toBe('identity.usernameTaken');
  const same = draft();
  const both = await Promise.all([1, 2].map(() => refusal(admin.call(contract.addAccount, { body: same }))));
  expect(both.sort()).toEqual(['done', 'identity.usernameTaken']);
});

describe('the last administrator', () => {
  test('cannot be disabled, nor lose the post', async () => {
    const { account: me } = await admin.call(contract.getSession);
    expect(await refusal(admin.call(contract.disableAccount, { params: { id: me } }))).toBe(
      'identity.lastAdministrator',
    );
    const body = {
      name: '管',
      roles: ['auditor' as const],
      committeeId: null,
      departmentId: null,
      cadreId: null,
    };
    expect(await refusal(admin.call(contract.updateAccount, { params: { id: me }, body }))).toBe(
      'identity.lastAdministrator',
    );
  });

  test('two who disable each other at once leave one', async () => {
    const other = await office.as('administrator', { other: true });
    const second = await other.call(contract.addAccount, {
      body: draft({ roles: ['administrator'], committeeId: null }),
    });
    await claim(second.link);
    const cookie = cookiesAfter(await trySignIn(office, second.account.username, chosen));
    const { account: first } = await other.call(contract.getSession);
    const answers = await Promise.all([
      send(office, 'POST', `/accounts/${first}/disable`, undefined, cookie),
      other.raw('POST', `/api/accounts/${second.account.id}/disable`),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  });
});

describe('another subdistrict', () => {
  test('its administrator neither sees nor reaches our accounts', async () => {
    const { account } = await add();
    const { account: stranger } = await (await office.as('auditor', { other: true })).call(
      contract.getSession,
    );
    expect((await admin.call(contract.listAccounts)).some(({ id }) => id === stranger)).toBe(false);
    for (const route of [contract.disableAccount, contract.enableAccount, contract.resetAccount])
      expect(await refusal(admin.call(route, { params: { id: stranger } }))).toBe('request.notFound');
    expect((await admin.call(contract.listAccounts)).find(({ id }) => id === account.id)?.disabled).toBe(
      false,
    );
  });
});

describe('the audit', () => {
  test('a refused attempt stands in it, and only the auditor reads it', async () => {
    const clerk = await office.as('department_clerk');
    expect(await refusal(clerk.call(contract.listAccounts))).toBe('request.forbidden');
    expect(await refusal(admin.call(contract.listAuditEntries))).toBe('request.forbidden');
    const auditor = await office.as('auditor');
    const { entries } = await auditor.call(contract.listAuditEntries, { query: { action: 'access.denied' } });
    expect(entries.some(({ subject, name }) => subject === 'listAccounts' && name === '科员')).toBe(true);
  });

  test('wrong tries stand in it, up to the lock', async () => {
    for (let at = 0; at < 11; at += 1) await trySignIn(office, 'hall-operator', `wrong-${at}`);
    await office.app.modules.identity.stop();
    const { entries } = await (await office.as('auditor')).call(contract.listAuditEntries, {
      query: { action: 'sign-in.refused' },
    });
    expect(entries.filter(({ name }) => name === 'hall_operator').length).toBe(10);
    expect(entries.filter(({ facts }) => facts.locked === true).length).toBe(1);
  });

  test('its pages give every entry once, newest first', async () => {
    const auditor = await office.as('auditor');
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const query: { limit: number; before?: string } =
        before === null ? { limit: 20 } : { limit: 20, before };
      const page: { entries: { chain: string; seq: number; at: string }[]; next: string | null } =
        await auditor.call(contract.listAuditEntries, { query });
      seen.push(...page.entries.map(({ at, chain, seq }) => `${at} ${chain} ${seq}`));
      before = page.next;
    } while (before !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.map((one) => one.slice(0, 24))).toEqual(
      seen
        .map((one) => one.slice(0, 24))
        .toSorted()
        .toReversed(),
    );
  });

  test('a page mark somebody made up is refused', async () => {
    const auditor = await office.as('auditor');
    const marks = ['zzz', '1|office|1', '2026-13-41T00:00:00.000Z|office|1', '2026-11-24T00:00:00.000Z|\0|1'];
    for (const mark of marks) {
      const before = Buffer.from(mark).toString('base64url');
      expect(await refusal(auditor.call(contract.listAuditEntries, { query: { before } }))).toBe(
        'request.invalid',
      );
    }
  });

  test('every chain is whole after all this', async () => {
    const { platform, ids } = office;
    const { breaks, entries } = await platform.db.read({ subdistrict: ids.subdistrict }, (tx) =>
      platform.audit.verify(tx, ids.subdistrict),
    );
    expect(breaks).toEqual([]);
    expect(entries).toBeGreaterThan(30);
  });
});
