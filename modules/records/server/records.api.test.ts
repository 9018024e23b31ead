import { beforeAll, describe, expect, test } from 'vitest';
import type { RegisterService } from '#modules/registers/server';
import { checkCharacterOf } from '#modules/registers/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  correctRecord,
  enterRecord,
  getEntryForm,
  getRecord,
  listActivities,
  listElements,
  listRecords,
  recordedToday,
  voidRecord,
} from '../contract.ts';
import type { Coverage, RecordsService } from './index.ts';

const body17 = '99000019420305002';
const idNo = body17 + checkCharacterOf(body17);
const today = officeDay();
const aLedger = '019df000-0000-7000-8000-00000000000a';

let office: Office;
let li: Client;
let zhang: Client;
let wang: string;
let person: () => Promise<string>;

/** Two ledgers that want a blood pressure, so that what records ask of ledgers is seen without theirs. */
const twoLedgers: Coverage = {
  wanting: async (_, { asked }) => [
    {
      ledger: { id: aLedger, name: '独居老人探访记录', department: '民政办' },
      elements: asked.filter((one) => one !== 'health.smoke'),
    },
  ],
  filling: async (_, entries) => entries.map(() => null),
  standing: async () => [
    { id: aLedger, name: '独居老人探访记录', department: '民政办', cells: 9 },
    {
      id: '019df000-0000-7000-8000-00000000000b',
      name: '高血压患者随访登记',
      department: '卫健办',
      cells: 7,
    },
  ],
};

const draftOf = (subject: string, values = {}) => ({
  clientId: newId(),
  activity: 'home_visit',
  subject,
  occurredOn: today,
  values: { 'bp.sys': 135, 'bp.dia': 85, ...values },
});
const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );
const known = (subject: string) =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, async (tx) => {
    const rows = await tx
      .selectFrom('current_value')
      .select(['element', 'value'])
      .where('subject_id', '=', subject)
      .execute();
    return Object.fromEntries(rows.map(({ element, value }) => [element, value]));
  });

beforeAll(async () => {
  office = await startOffice();
  li = await office.as('committee_member');
  zhang = await office.as('committee_head');
  const { registers, records } = office.app.modules as {
    registers: RegisterService;
    records: RecordsService;
  };
  records.onCoverage(twoLedgers);
  let room = 100;
  person = async () => {
    room += 1;
    const one = {
      name: '王秀英',
      birth: '1942-03-05',
      building: '3',
      room: String(room),
      attributes: { 'person.living': 'alone' },
      sealed: {},
    };
    const ids = await office.platform.db.transaction({ subdistrict: office.ids.subdistrict }, (tx) =>
      registers.plant(tx, { subdistrict: office.ids.subdistrict }, office.ids.committees.c01 ?? '', [one]),
    );
    return ids[0] ?? '';
  };
  wang = await person();
});

describe('entering', () => {
  test('the form asks what the ledgers want and says which they are', async () => {
    const form = await li.call(getEntryForm, {
      params: { activity: 'home_visit' },
      query: { resident: wang },
    });
    expect(form.subject).toMatchObject({ name: '王*英', door: '3号楼101' });
    expect(form.fields.slice(0, 2).map(({ element, need }) => [element.code, need])).toEqual([
      ['bp.sys', 'must'],
      ['bp.dia', 'must'],
    ]);
    expect(form.fields.map(({ element }) => element.code)).not.toContain('health.smoke');
    expect(form.ledgers).toEqual([{ id: aLedger, name: '独居老人探访记录', department: '民政办' }]);
  });

  test('an entry stands, says what it filled and what was spared', async () => {
    const subject = await person();
    const before = await li.call(recordedToday);
    const { record, cellsSaved, again } = await li.call(enterRecord, {
      body: draftOf(subject, { 'health.drug': 'regular' }),
    });
    expect(record).toMatchObject({ summary: '135/85 mmHg', author: '李社', revision: 1, voided: false });
    expect(record.ledgers.map(({ name }) => name)).toEqual(['独居老人探访记录', '高血压患者随访登记']);
    expect([cellsSaved, again]).toEqual([13, false]);
    expect(await known(subject)).toEqual({ 'bp.sys': 135, 'bp.dia': 85, 'health.drug': 'regular' });
    expect(await li.call(recordedToday)).toEqual({
      records: before.records + 1,
      ledgers: 2,
      cellsSaved: before.cellsSaved + 13,
    });
  });

  test('sent ten times at once it is stored once, and every answer is the same record', async () => {
    const subject = await person();
    const body = draftOf(subject);
    const answers = await Promise.all(Array.from({ length: 10 }, () => li.call(enterRecord, { body })));
    expect(new Set(answers.map(({ record }) => record.id)).size).toBe(1);
    expect(answers.filter(({ again }) => !again)).toHaveLength(1);
    expect((await li.call(listRecords, { query: { resident: subject } })).total).toBe(1);
  });

  test('the same client id with another body is refused with both shown, and changes nothing', async () => {
    const body = draftOf(await person());
    const { record } = await li.call(enterRecord, { body });
    const other = { ...body, values: { 'bp.sys': 145, 'bp.dia': 85 } };
    const refused = await refusal(li.call(enterRecord, { body: other }));
    expect(refused).toMatchObject({ status: 409, code: 'records.sentDifferently' });
    expect(refused.facts).toMatchObject({
      stored: { record: record.id, values: { 'bp.sys': 135 } },
      sent: { values: { 'bp.sys': 145 } },
    });
    expect((await li.call(getRecord, { params: { id: record.id } })).values['bp.sys']).toBe(135);
  });

  test('what cannot be is refused at its place; what is unusual is asked about and kept with its reason', async () => {
    const subject = await person();
    const impossible = await refusal(li.call(enterRecord, { body: draftOf(subject, { 'bp.sys': 1350 }) }));
    expect(impossible).toMatchObject({ status: 422, code: 'records.valuesWrong' });
    expect(impossible.errors[0]?.path).toBe('body.values.bp.sys');
    const body = draftOf(subject, { 'bp.sys': 195 });
    expect((await refusal(li.call(enterRecord, { body }))).code).toBe('records.unusual');
    const { record } = await li.call(enterRecord, {
      body: { ...body, confirmUnusual: { 'bp.sys': '已复测', 'bp.dia': '多余' } },
    });
    expect(record.confirmed).toEqual({ 'bp.sys': '已复测' });
  });

  test.each([
    ['tomorrow', { occurredOn: '2999-01-01' }],
    ['long ago', { occurredOn: '1999-01-01' }],
    ['a time on another day', { occurredAt: '2026-01-01T01:00:00Z' }],
  ])('%s is refused', async (_, part) => {
    expect((await refusal(li.call(enterRecord, { body: { ...draftOf(wang), ...part } }))).code).toBe(
      'records.dayWrong',
    );
  });

  test('an ID number in a remark is refused and not repeated anywhere', async () => {
    const refused = await refusal(
      li.call(enterRecord, { body: draftOf(wang, { 'act.note': `身份证${idNo}` }) }),
    );
    expect(refused.code).toBe('records.valuesWrong');
    expect(JSON.stringify({ ...refused, message: refused.message })).not.toContain(body17);
    expect(office.logLines.join('\n')).not.toContain(body17);
  });

  test('nor in the reason for a change', async () => {
    const { id, revision, occurredOn } = (await li.call(enterRecord, { body: draftOf(wang) })).record;
    const reason = `抄错，${idNo}`;
    const values = { 'bp.sys': 140, 'bp.dia': 80 };
    const unusual = { ...draftOf(wang, { 'bp.sys': 251 }), confirmUnusual: { 'bp.sys': reason } };
    const refusals = await Promise.all([
      refusal(li.call(correctRecord, { params: { id }, body: { revision, occurredOn, values, reason } })),
      refusal(li.call(voidRecord, { params: { id }, body: { revision, reason } })),
      refusal(li.call(enterRecord, { body: unusual })),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('records.valuesWrong'));
  });

  test('half a character is refused before it reaches the database; a whole rare one is kept', async () => {
    const send = (note: string) =>
      li.raw('POST', '/api/records', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(draftOf(wang, { 'act.note': '注' })).replace('注', note),
      });
    expect((await send('\\ud842')).status).toBe(400);
    const kept = await send('\\ud842\\udfb7 \\\\ud842');
    const { record } = (await kept.json()) as { record: { values: Record<string, unknown> } };
    expect([kept.status, record.values['act.note']]).toEqual([200, '𠮷 \\ud842']);
  });

  test('what is known recently is not asked again', async () => {
    const subject = await person();
    await li.call(enterRecord, { body: draftOf(subject, { 'health.mood': 'good' }) });
    const form = await li.call(getEntryForm, {
      params: { activity: 'home_visit' },
      query: { resident: subject },
    });
    expect(form.fields.map(({ element }) => element.code)).not.toContain('health.mood');
    expect(form.known).toContainEqual({ element: 'health.mood', zh: '精神状态', asOf: today });
  });
});

describe('correcting', () => {
  test('keeps the old value, says who and why, and changes what is known', async () => {
    const subject = await person();
    const { record } = await li.call(enterRecord, { body: draftOf(subject) });
    const corrected = await zhang.call(correctRecord, {
      params: { id: record.id },
      body: { revision: 1, occurredOn: today, values: { 'bp.sys': 138, 'bp.dia': 85 }, reason: '抄错一位' },
    });
    expect(corrected).toMatchObject({ revision: 2, values: { 'bp.sys': 138 } });
    expect(corrected.revisions).toMatchObject([
      { revision: 1, values: { 'bp.sys': 135 }, changedBy: '吴任', reason: '抄错一位' },
    ]);
    expect(await known(subject)).toEqual({ 'bp.sys': 138, 'bp.dia': 85 });
  });

  test('of two cadres on one record the second is refused and shown what stands', async () => {
    const { record } = await li.call(enterRecord, { body: draftOf(await person()) });
    const correct = (client: Client, sys: number) =>
      client.call(correctRecord, {
        params: { id: record.id },
        body: { revision: 1, occurredOn: today, values: { 'bp.sys': sys, 'bp.dia': 85 }, reason: '更正' },
      });
    const outcomes = await Promise.allSettled([correct(li, 136), correct(zhang, 137)]);
    const lost = outcomes.find((one) => one.status === 'rejected')?.reason as CallError;
    const now = await li.call(getRecord, { params: { id: record.id } });
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(lost).toMatchObject({ status: 409, code: 'records.changedMeanwhile' });
    expect(lost.facts).toMatchObject({ standing: { revision: 2, values: now.values } });
    expect(now.revisions).toHaveLength(1);
  });

  test('changing nothing is refused', async () => {
    const { record } = await li.call(enterRecord, { body: draftOf(await person()) });
    const same = { revision: 1, occurredOn: today, values: { 'bp.dia': 85, 'bp.sys': 135 }, reason: '无' };
    expect((await refusal(li.call(correctRecord, { params: { id: record.id }, body: same }))).code).toBe(
      'records.unchanged',
    );
  });

  test('a void record stays readable, stands in no ledger, and what was known before is known again', async () => {
    const subject = await person();
    await li.call(enterRecord, { body: draftOf(subject, { 'bp.sys': 128 }) });
    const { record } = await li.call(enterRecord, { body: draftOf(subject, { 'bp.sys': 150 }) });
    const body = { revision: 1, reason: '量的是别人' };
    const voided = await li.call(voidRecord, { params: { id: record.id }, body });
    expect(voided).toMatchObject({
      voided: true,
      voidedReason: '量的是别人',
      ledgers: [],
      values: { 'bp.sys': 150 },
    });
    expect((await known(subject))['bp.sys']).toBe(128);
    expect((await refusal(li.call(voidRecord, { params: { id: record.id }, body }))).code).toBe(
      'records.voided',
    );
  });

  test('an earlier day entered later does not become what is known', async () => {
    const subject = await person();
    await li.call(enterRecord, { body: draftOf(subject) });
    await li.call(enterRecord, {
      body: { ...draftOf(subject, { 'bp.sys': 120 }), occurredOn: `${today.slice(0, 8)}01` },
    });
    const expected = today.endsWith('-01') ? 120 : 135;
    expect((await known(subject))['bp.sys']).toBe(expected);
  });
});

test('another committee and another subdistrict see nothing and can enter nothing', async () => {
  const body = draftOf(wang);
  const { record } = await li.call(enterRecord, { body });
  for (const as of [{ committee: 'c02' }, { other: true }]) {
    const stranger = await office.as('committee_head', as);
    const params = { id: record.id };
    const correction = { revision: 1, occurredOn: today, values: { 'bp.sys': 1, 'bp.dia': 1 }, reason: '无' };
    const answers = await Promise.all([
      refusal(stranger.call(getRecord, { params })),
      refusal(stranger.call(correctRecord, { params, body: correction })),
      refusal(stranger.call(voidRecord, { params, body: { revision: 1, reason: '无' } })),
      refusal(stranger.call(enterRecord, { body: draftOf(wang) })),
      refusal(stranger.call(getEntryForm, { params: { activity: 'home_visit' }, query: { resident: wang } })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await stranger.call(listRecords, { query: { day: today } })).total).toBe(0);
    const guessed = await refusal(stranger.call(enterRecord, { body }));
    expect(JSON.stringify({ ...guessed, message: guessed.message })).not.toContain('135');
  }
});

test('the dictionary and the activities are there for everybody signed in', async () => {
  const clerk = await office.as('department_clerk');
  expect((await clerk.call(listElements)).length).toBeGreaterThan(150);
  expect((await clerk.call(listActivities)).map(({ code }) => code)).toContain('home_visit');
});

test('every act on a record is in the audit, which holds', async () => {
  const who = { subdistrict: office.ids.subdistrict };
  const actions = await office.platform.db.read(who, (tx) =>
    tx.selectFrom('audit').select('action').distinct().execute(),
  );
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['record.entered', 'record.corrected', 'record.voided']),
  );
  const { breaks } = await office.platform.db.read(who, (tx) =>
    office.platform.audit.verify(tx, who.subdistrict),
  );
  expect(breaks).toEqual([]);
});
