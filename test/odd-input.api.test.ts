import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import { type Client, type Office, startOffice } from './office.ts';

/** Input that is well-formed and yet nobody means; what guessing finds once in a thousand runs stands here. */
let office: Office;
let resident: string;

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const person = {
    name: '王秀英',
    sex: '2',
    birth: '1942-03-05',
    building: '3',
    room: '502',
    attributes: {},
    sealed: {},
  };
  [resident = ''] = await office.platform.db.transaction(tenant, async (tx) => {
    await office.app.modules.ledgers.declare(tx, tenant);
    return office.app.modules.registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [person]);
  });
});

const statusOf = async (client: Client, method: string, path: string, body?: unknown): Promise<number> => {
  const response = await client.raw(method, `/api${path}`, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  return response.status;
};
const broken = () => office.logLines.filter((line) => line.includes('"unforeseen"'));

const days = [
  '2026-02-29',
  '2026-02-31',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '+010000-01-01',
  '-000001-01-01',
];
test.each(days)('the day %s is found empty or refused', async (day) => {
  const head = await office.as('committee_head');
  expect([200, 400]).toContain(await statusOf(head, 'GET', `/records?day=${encodeURIComponent(day)}`));
  const office2 = await office.as('self_governance');
  const entry = { days: [{ day, working: false, name: '休' }] };
  expect([400, 422]).toContain(await statusOf(office2, 'PUT', '/calendar/2027', entry));
  expect(broken()).toEqual([]);
});

test.each(['0', '-1', '1.5', 'NaN', 'Infinity', '1e99', '9007199254740993', '', ' ', '１'])(
  'page “%s” is a page or refused',
  async (page) => {
    const head = await office.as('committee_head');
    for (const path of ['/records', '/residents'])
      expect([200, 400]).toContain(await statusOf(head, 'GET', `${path}?page=${encodeURIComponent(page)}`));
    expect(broken()).toEqual([]);
  },
);

test('the last page there can be is an empty one', async () => {
  const head = await office.as('committee_head');
  for (const path of ['/records', '/residents'])
    expect(await statusOf(head, 'GET', `${path}?page=10000`)).toBe(200);
});

const draft = (part: object) => ({
  clientId: randomUUID(),
  activity: 'home_visit',
  subject: resident,
  occurredOn: officeDay(),
  values: { 'bp.sys': 130, 'bp.dia': 80, 'act.mode': 'home' },
  ...part,
});
const pressure = { 'bp.dia': 80, 'act.mode': 'home' };

test.each([
  ['a moment before years', { occurredAt: '0000-01-01T00:00:00Z' }],
  ['a moment after all', { occurredAt: '9999-12-31T23:59:59.999999999Z' }],
  ['an offset beyond any', { occurredAt: `${officeDay()}T01:00:00+23:59` }],
  ['a pressure as text', { values: { ...pressure, 'bp.sys': '130' } }],
  ['a pressure of a fraction', { values: { ...pressure, 'bp.sys': 130.0000001 } }],
  ['minus zero', { values: { ...pressure, 'bp.sys': -0 } }],
  ['the largest number', { values: { ...pressure, 'bp.sys': Number.MAX_VALUE } }],
  ['a list for a number', { values: { ...pressure, 'bp.sys': ['130'] } }],
  ['true for a choice', { values: { ...pressure, 'act.mode': true } }],
  ['a value of an activity there is none of', { activity: 'constructor' }],
  ['an element there is none of', { values: { ...pressure, toString: 1 } }],
  ['a prototype', { values: JSON.parse('{"__proto__":{"bp.sys":130},"bp.dia":80}') as object }],
  ['a reason for what is not asked', { confirmUnusual: { constructor: '是' } }],
])('%s is kept whole or refused', async (_, part) => {
  const head = await office.as('committee_head');
  expect([200, 400, 404, 422]).toContain(await statusOf(head, 'POST', '/records', draft(part)));
  expect(broken()).toEqual([]);
});

test('what was kept can be read everywhere it stands', async () => {
  const head = await office.as('committee_head');
  await statusOf(head, 'POST', '/records', draft({ values: { ...pressure, 'bp.sys': 130.0000001 } }));
  const ledgers = (await (await head.raw('GET', '/api/ledgers')).json()) as { id: string }[];
  expect(ledgers).toHaveLength(3);
  for (const { id } of ledgers)
    for (const query of [
      '',
      '?sort=constructor',
      '?month=2099-12',
      '?month=2000-01',
      `?committee=${randomUUID()}`,
    ])
      expect((await head.raw('GET', `/api/ledgers/${id}/page${query}`)).status).toBeLessThan(500);
  expect(broken()).toEqual([]);
});

test.each([
  '%_\\',
  "'; drop table resident; --",
  '\u202e王\u200b秀英',
  '🙂'.repeat(20),
  '𠮷',
  '\t\n',
  '*',
  '&|!():*<->',
])('searching for %j finds or does not', async (text) => {
  const head = await office.as('committee_head');
  expect([200, 400]).toContain(await statusOf(head, 'POST', '/residents/search', { text }));
  expect(broken()).toEqual([]);
});
