import { beforeAll, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { addressOf } from '#platform/contract/call.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import {
  actAsScreen,
  issueScreenTicket,
  listVenueScreens,
  makePairingCode,
  pairScreen,
  readScreen,
  readVenuesAsScreen,
  reportHeadCountAsScreen,
  revokeVenueScreen,
  type ScreenPlan,
} from '../contract.ts';

let office: Office;
let operator: Client;
const media = { url: 'ws://127.0.0.1:1', apiKey: 'key', apiSecret: 'a-secret-of-more-than-32-characters' };

beforeAll(async () => {
  office = await startOffice({ media });
  operator = await office.as('hall_operator');
});

const committee = (code: string): string => office.ids.committees[code] ?? '';
const newCode = async (code = 'c01'): Promise<string> =>
  (await operator.call(makePairingCode, { body: { committee: committee(code) } })).code;

const post = (code: string, address = '127.0.0.1') =>
  office.anonymous.raw('POST', addressOf(pairScreen), {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
    },
    body: JSON.stringify({ code }),
    address,
  });

/** A device that typed the code: asks with its cookie and nothing else. */
const pairedScreen = async (code = 'c01') => {
  const answer = await post(await newCode(code));
  const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await office.anonymous.raw(method, path, {
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: json ? ((await response.json()) as Record<string, unknown>) : {},
    };
  };
  return {
    plan: (await answer.json()) as ScreenPlan,
    setCookie: answer.headers.getSetCookie()[0] ?? '',
    ask,
  };
};

test('a screen typed its code once: it shows its venue, and the sitting that is on', async () => {
  const id = await plantSitting(office);
  const { plan, setCookie, ask } = await pairedScreen();
  expect(plan).toMatchObject({ venue: { id: committee('c01') }, now: { id } });
  expect(setCookie).toMatch(/HttpOnly; SameSite=Strict/);
  const view = await ask('GET', addressOf(readVenuesAsScreen, { params: { id } }));
  expect(view).toMatchObject({ status: 200, body: { sitting: { id } } });
  const ticket = await ask('POST', addressOf(issueScreenTicket, { params: { id } }), { device: plan.screen });
  expect(ticket.body).toMatchObject({ identity: `venue:${committee('c01')}:cam` });
  const raised = await ask('POST', addressOf(actAsScreen, { params: { id } }), { act: 'raise' });
  expect(raised.body.queue).toMatchObject([{ venue: committee('c01') }]);
  const counted = await ask('PUT', addressOf(reportHeadCountAsScreen, { params: { id } }), { people: 11 });
  expect(counted.status).toBe(204);
});

test('a screen of one committee finds nothing of a sitting its committee is not called to', async () => {
  const id = await plantSitting(office, { committees: [committee('c01')] });
  const { plan, ask } = await pairedScreen('c02');
  expect(plan.now?.id).not.toBe(id);
  for (const [method, route, body] of [
    ['GET', readVenuesAsScreen, undefined],
    ['POST', issueScreenTicket, { device: plan.screen }],
    ['POST', actAsScreen, { act: 'raise' }],
  ] as const)
    expect((await ask(method, addressOf(route, { params: { id } }), body)).status).toBe(404);
});

test('a code works once, and a wrong one not at all', async () => {
  const code = await newCode();
  expect((await post(code)).status).toBe(200);
  expect((await post(code)).status).toBe(409);
  expect((await post('00000 00000')).status).toBe(409);
});

test('of two screens that type one code at once, one is paired', async () => {
  const code = await newCode();
  const answers = await Promise.all([post(code), post(code)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('tries from one address are counted, and right ones do not count', async () => {
  const from = '203.0.113.7';
  for (let turn = 0; turn < 10; turn += 1) expect((await post('11111 11111', from)).status).toBe(409);
  expect((await post(await newCode(), from)).status).toBe(429);
  expect((await post(await newCode(), '203.0.113.8')).status).toBe(200);
});

test('a screen that was let go is out at once and no longer listed', async () => {
  const { plan, ask } = await pairedScreen('c03');
  const screensOf = async () =>
    (await operator.call(listVenueScreens)).find(({ committee: { id } }) => id === committee('c03'))
      ?.screens ?? [];
  expect(await screensOf()).toMatchObject([{ id: plan.screen, name: 'Chrome · Windows' }]);
  await operator.call(revokeVenueScreen, { params: { id: plan.screen } });
  expect(await ask('GET', addressOf(readScreen))).toMatchObject({
    status: 401,
    body: { code: 'venues.notPaired' },
  });
  expect(await screensOf()).toEqual([]);
});

test('without a credential, or with another screen’s secret, nothing answers', async () => {
  const id = await plantSitting(office);
  const { plan } = await pairedScreen();
  const forged = `qz.screen=${office.ids.subdistrict}.${plan.screen}.${'A'.repeat(43)}`;
  for (const cookie of ['', 'qz.screen=', forged]) {
    const answer = await office.anonymous.raw('GET', addressOf(readVenuesAsScreen, { params: { id } }), {
      headers: { cookie },
    });
    expect(answer.status).toBe(401);
  }
});

test('a screen may do what a screen does and nothing else', async () => {
  const { ask } = await pairedScreen();
  const passed: string[] = [];
  for (const route of contracts.filter(({ access }) => access !== 'public')) {
    const params = {
      id: crypto.randomUUID(),
      cadre: crypto.randomUUID(),
      column: 'a',
      record: crypto.randomUUID(),
    };
    const path = addressOf(route, { params: { year: 2026, activity: 'home_visit', ...params } } as never);
    const { status } = await ask(route.method.toUpperCase(), path, route.method === 'get' ? undefined : {});
    if (status !== 401) passed.push(`${route.id}: ${status}`);
  }
  expect(passed).toEqual([]);
});
