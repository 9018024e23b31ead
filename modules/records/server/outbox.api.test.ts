import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { enterRecord, getOutboxKey, listRecords, sendOutbox } from '../contract.ts';
import { seal } from '../domain/seal.ts';

let office: Office;
let li: Client;
let key: string;
let wang: string;
const today = officeDay();

const draft = (values: Record<string, number>, more = {}) => ({
  activity: 'home_visit',
  subject: wang as string | null,
  whom: '3号楼502 王秀英',
  occurredOn: today,
  occurredAt: null,
  values,
  confirmUnusual: {},
  ...more,
});
const send = async (who: Client, ...entries: Awaited<ReturnType<typeof seal>>[]) =>
  (await who.call(sendOutbox, { body: { entries } })).answers;
const counted = async () => (await li.call(listRecords, { query: { resident: wang } })).total;

beforeAll(async () => {
  office = await startOffice();
  li = await office.as('committee_member');
  key = (await li.call(getOutboxKey)).publicKey;
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
  [wang = ''] = await office.platform.db.transaction(tenant, (tx) =>
    office.app.modules.registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [person]),
  );
});

test('an entry sealed on a phone is stored once, however often it is sent', async () => {
  const entry = await seal(newId(), draft({ 'bp.sys': 135, 'bp.dia': 85 }), key);
  const [first] = await send(li, entry);
  expect(first).toMatchObject({ state: 'stored', record: { summary: '135/85 mmHg' } });
  const again = await Promise.all([send(li, entry), send(li, entry)]);
  expect(again.flat().map(({ state }) => state)).toEqual(['stored', 'stored']);
  expect(await counted()).toBe(1);
});

test('nothing of it can be read on the phone, and by nobody else’s account', async () => {
  const entry = await seal(newId(), draft({ 'bp.sys': 136, 'bp.dia': 86 }), key);
  expect(JSON.stringify(entry)).not.toContain('王秀英');
  const head = await office.as('committee_head');
  const [theirs] = await send(head, entry);
  expect(theirs).toMatchObject({ state: 'unreadable', draft: null });
  const moved = { ...entry, clientId: newId() };
  expect((await send(li, moved))[0]).toMatchObject({ state: 'unreadable' });
});

test('who it was is asked, what cannot be is said, and another content under one id is shown beside what stands', async () => {
  const unknown = await seal(newId(), draft({ 'bp.sys': 137, 'bp.dia': 87 }, { subject: null }), key);
  expect((await send(li, unknown))[0]).toMatchObject({ state: 'whom', draft: { whom: '3号楼502 王秀英' } });
  const swapped = await seal(newId(), draft({ 'bp.sys': 80, 'bp.dia': 130 }), key);
  expect((await send(li, swapped))[0]).toMatchObject({ state: 'refused', code: 'records.valuesWrong' });
  const clientId = newId();
  const { whom: _, ...rest } = draft({ 'bp.sys': 138, 'bp.dia': 88 });
  await li.call(enterRecord, { body: { ...rest, subject: wang, clientId } });
  const other = await seal(clientId, draft({ 'bp.sys': 139, 'bp.dia': 88 }), key);
  expect((await send(li, other))[0]).toMatchObject({
    state: 'refused',
    code: 'records.sentDifferently',
    stored: { values: { 'bp.sys': 138 } },
  });
});

test('no order of sends and repeats loses or doubles an entry', async () => {
  const before = await counted();
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      seal(newId(), draft({ 'bp.sys': 120 + index, 'bp.dia': 80 }), key),
    ),
  );
  const orders = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  });
  const [order = []] = fc.sample(orders, { numRuns: 1, seed: 61 });
  const batches = [...order, [0, 1, 2, 3, 4, 5]].map((batch) => batch.flatMap((at) => all[at] ?? []));
  await Promise.all(batches.map((batch) => send(li, ...batch)));
  expect(await counted()).toBe(before + 6);
});
