import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  correctRecord,
  enterRecord,
  getOutboxKey,
  getRecord,
  listRecords,
  sendOutbox,
  voidRecord,
} from '../contract.ts';
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

/** What is done with the four entries of a run, in any order. */
const which = fc.nat(3);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ send: fc.array(which, { minLength: 1, maxLength: 5 }) }) },
  // The same entry by two ways at one moment: the phone's retry, and the form that was still open.
  { weight: 1, arbitrary: fc.record({ both: which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      correct: which,
      to: fc.tuple(fc.integer({ min: 100, max: 170 }), fc.integer({ min: 100, max: 170 })),
      // Typed on a page that is older than what stands; by two cadres at one moment; or as it should be.
      how: fc.constantFrom('stale', 'two', 'plain'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ make: fc.constant('void'), of: which }) },
);

interface Entry {
  readonly sealed: Awaited<ReturnType<typeof seal>>;
  readonly plain: { readonly clientId: string; readonly values: Record<string, number> };
  /** Every systolic value that was acknowledged, in order; the id once it is stored. */
  readonly said: number[];
  id: string | null;
  voided: boolean;
}

const newEntry = async (subject: string, index: number): Promise<Entry> => {
  const [clientId, values] = [newId(), { 'bp.sys': 120 + index, 'bp.dia': 80 }];
  const sealed = await seal(clientId, draft(values, { subject }), key);
  return { sealed, plain: { clientId, values }, said: [120 + index], id: null, voided: false };
};

const answered = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null);

const correctTo = async (entry: Entry, revision: number, systolic: number): Promise<boolean> => {
  const values = { 'bp.sys': systolic, 'bp.dia': 80 };
  const body = { revision, occurredOn: today, values, reason: '听错了' };
  const done = await answered(li.call(correctRecord, { params: { id: entry.id ?? '' }, body }));
  if (done) entry.said.push(systolic);
  return done !== null;
};

const act = async (entries: readonly Entry[], subject: string, one: object): Promise<void> => {
  const at = (index: number): Entry => entries[index] as Entry;
  if ('send' in one) {
    const chosen = (one.send as number[]).map(at);
    const answers = await send(li, ...chosen.map(({ sealed }) => sealed));
    for (const [index, { state, record }] of answers.entries()) {
      const entry = chosen[index] as Entry;
      expect([state, entry.id ?? record?.id]).toEqual(['stored', record?.id]);
      entry.id = record?.id ?? null;
    }
  } else if ('both' in one) {
    const entry = at(one.both as number);
    const body = { ...entry.plain, activity: 'home_visit', subject, occurredOn: today, occurredAt: null };
    const [[sealed], open] = await Promise.all([send(li, entry.sealed), li.call(enterRecord, { body })]);
    expect([sealed?.state, sealed?.record?.id]).toEqual(['stored', open.record.id]);
    entry.id = open.record.id;
  } else if ('correct' in one) {
    const { how, to, correct } = one as { how: string; to: [number, number]; correct: number };
    const entry = at(correct);
    if (!entry.id) return;
    const revision = entry.said.length;
    if (how === 'two') {
      const before = entry.said.at(-1);
      const done = await Promise.all(to.map((systolic) => correctTo(entry, revision, systolic)));
      const able = !entry.voided && to.some((systolic) => systolic !== before);
      expect(done.filter(Boolean)).toHaveLength(able ? 1 : 0);
    } else {
      const fits = how === 'plain' && !entry.voided && to[0] !== entry.said.at(-1);
      expect(await correctTo(entry, how === 'stale' ? revision + 1 : revision, to[0])).toBe(fits);
    }
  } else if ('of' in one) {
    const entry = at(one.of as number);
    if (!entry.id || entry.voided) return;
    const body = { revision: entry.said.length, reason: '记错了人' };
    await li.call(voidRecord, { params: { id: entry.id }, body });
    entry.voided = true;
  }
};

test('no order of offline sends, retries, corrections and voidings loses or doubles a value', async () => {
  const tenant = { subdistrict: office.ids.subdistrict };
  const committee = office.ids.committees.c01 ?? '';
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const [subject = ''] = await office.platform.db.transaction(tenant, (tx) =>
        office.app.modules.registers.plant(tx, tenant, committee, [
          { name: '李建国', attributes: {}, sealed: {} },
        ]),
      );
      const entries = await Promise.all([0, 1, 2, 3].map((index) => newEntry(subject, index)));
      for (const one of steps) await act(entries, subject, one);
      // At last everything is sent, two phones at a time.
      const all = entries.map(({ sealed }) => sealed);
      const [answers] = await Promise.all([send(li, ...all), send(li, ...all.toReversed())]);
      expect(answers.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored', 'stored']);
      expect((await li.call(listRecords, { query: { resident: subject } })).total).toBe(4);
      const stand = await Promise.all(
        answers.map(({ record }) => li.call(getRecord, { params: { id: record?.id ?? '' } })),
      );
      for (const [index, record] of stand.entries()) {
        const versions = [...record.revisions.toReversed(), record];
        expect(versions.map(({ values }) => values['bp.sys'])).toEqual(entries[index]?.said);
        expect(record.voided).toBe(entries[index]?.voided);
      }
      const valid = stand
        .filter(({ voided }) => !voided)
        .toSorted((a, b) => (a.enteredAt + a.id < b.enteredAt + b.id ? -1 : 1));
      const known = await office.platform.db.read(tenant, (tx) =>
        tx
          .selectFrom('current_value')
          .select('value')
          .where('subject_id', '=', subject)
          .where('element', '=', 'bp.sys')
          .executeTakeFirst(),
      );
      expect(known?.value).toBe(valid.at(-1)?.values['bp.sys']);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
