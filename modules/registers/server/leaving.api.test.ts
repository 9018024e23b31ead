import { beforeAll, describe, expect, test } from 'vitest';
import { getLedgerPage } from '#modules/ledgers/contract';
import { enterRecord, listRecords } from '#modules/records/contract';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  addHousehold,
  addPlace,
  changePlace,
  closePlace,
  getHousehold,
  getPlace,
  getResident,
  leaveResident,
  listGuardedResidents,
  listHouseholds,
  listResidents,
  mergeResidents,
  openResident,
  previewResidentImport,
  returnResident,
  searchResidents,
} from '../contract.ts';
import { auditOf, bringResidents, csv, idNoOf, idOf, refusal } from './fixtures.ts';

let office: Office;
let head: Client;
let member: Client;
let wang: string;
let li: string;
let roster: string;
const today = officeDay();
const wangIdNo = idNoOf('1942-03-05', '002');
const header = ['姓名', '身份证号', '出生日期', '楼号', '室号', '联系电话', '居住情况', '慢性病'];

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  member = await office.as('committee_member');
  const who = { subdistrict: office.ids.subdistrict };
  const ids = await office.platform.db.transaction(who, (tx) => office.app.modules.ledgers.declare(tx, who));
  roster = ids.get('hypertension-roster') ?? '';
  await bringResidents(
    head,
    ['王秀英', wangIdNo, '', '3', '502', '', '独居', '高血压'],
    ['李建国', '', '1950-01-01', '3', '502', '', '独居', ''],
  );
  [wang, li] = [await idOf(head, '王秀英'), await idOf(head, '李建国')];
});

const of = (id: string) => member.call(getResident, { params: { id } });
const revisionOf = async (id: string) => (await of(id)).revision;
const leave = async (id: string, more = {}) =>
  member.call(leaveResident, {
    params: { id },
    body: { revision: await revisionOf(id), on: today, for: 'moved', ...more },
  });
const back = async (id: string) =>
  member.call(returnResident, { params: { id }, body: { revision: await revisionOf(id) } });
const visit = (subject: string, day: string, pressure: readonly [number, number] = [135, 85]) =>
  member.call(enterRecord, {
    body: {
      clientId: crypto.randomUUID(),
      activity: 'home_visit',
      subject,
      occurredOn: day,
      values: { 'bp.sys': pressure[0], 'bp.dia': pressure[1], 'act.mode': 'home' },
    },
  });
const listed = async (query = {}) =>
  (await member.call(listResidents, { query })).residents.map(({ id }) => id);
const rowsOfRoster = async () =>
  (await member.call(getLedgerPage, { params: { id: roster }, query: {} })).total;

describe('somebody who moved away or died', () => {
  test('leaves lists, marks, the roster and the household from that day; what was done stays', async () => {
    const yesterday = addDays(today, -1);
    const home = await head.call(addHousehold, {
      body: {
        ...{ building: '3', room: '502' },
        members: [
          { resident: wang, relation: '0' },
          { resident: li, relation: '1' },
        ],
      },
    });
    await visit(wang, yesterday);
    expect([await rowsOfRoster(), await listed({ tag: 'over80' })]).toEqual([1, [wang]]);
    const after = await leave(wang, { on: yesterday, note: '搬到女儿家' });
    expect(after).toMatchObject({ left: { on: yesterday, for: 'moved' }, tags: [], household: null });
    expect(await rowsOfRoster()).toBe(0);
    expect([await listed({ tag: 'over80' }), await listed(), await listed({ left: 'true' })]).toEqual([
      [],
      [li],
      [wang],
    ]);
    const { head: theHead, people, changes } = await member.call(getHousehold, { params: { id: home.id } });
    expect([theHead, people, changes[0]?.source, changes[0]?.before[0]?.value]).toEqual([
      null,
      1,
      'left',
      '王*英（户主）、李*国（配偶）',
    ]);
    expect((await head.call(listHouseholds, { query: {} })).homeless).toBe(0);
    expect((await member.call(listRecords, { query: { resident: wang } })).total).toBe(1);
    expect(await member.call(searchResidents, { body: { text: 'wxy' } })).toMatchObject([
      { id: wang, left: { for: 'moved' } },
    ]);
    const opened = await member.call(openResident, { params: { id: wang }, body: { reason: 'check' } });
    expect([opened.leftNote, opened.tags, opened.changes[0]?.source]).toEqual(['搬到女儿家', [], 'left']);
    expect(await auditOf(office, wang)).toContainEqual({
      action: 'resident.left',
      facts: { for: 'moved', on: yesterday },
    });
  });

  test('what was done before may still be noted, what came after not', async () => {
    expect((await refusal(visit(wang, today))).code).toBe('records.subjectLeft');
    await visit(wang, addDays(today, -2));
    expect((await refusal(leave(wang))).code).toBe('registers.leftAlready');
  });

  test('a spreadsheet does not bring them back unasked, nor is anybody merged with them', async () => {
    const body = csv(header, ['王秀英', wangIdNo, '', '3', '502', '', '独居', '']);
    const { remarks } = await head.call(previewResidentImport, { body });
    expect(remarks).toMatchObject([{ cell: 'B2', level: 'error' }]);
    const pair = {
      keep: li,
      keepRevision: await revisionOf(li),
      other: wang,
      otherRevision: await revisionOf(wang),
    };
    expect((await refusal(head.call(mergeResidents, { body: pair }))).code).toBe('registers.leftAlready');
  });

  test('taken back, they stand where they stood, in the household too', async () => {
    const after = await back(wang);
    expect(after).toMatchObject({ left: null, tags: ['over80', 'alone'] });
    expect([await rowsOfRoster(), after.changes[0]?.source]).toEqual([1, 'back']);
    const home = await member.call(getHousehold, { params: { id: after.household ?? '' } });
    expect([home.head, home.people]).toEqual(['王*英', 2]);
    expect((await refusal(back(wang))).code).toBe('registers.notLeft');
  });

  test('a household left empty is there again; a day to come, an older page and strangers are refused', async () => {
    await leave(li, { for: 'died' });
    const home = (await of(wang)).household ?? '';
    await leave(wang);
    expect((await refusal(member.call(getHousehold, { params: { id: home } }))).status).toBe(404);
    expect((await back(wang)).household).toBe(home);
    await back(li);
    expect((await member.call(getHousehold, { params: { id: home } })).people).toBe(2);
    expect((await refusal(leave(li, { on: addDays(today, 1) }))).code).toBe('registers.leftOnWrong');
    expect((await refusal(leave(li, { revision: 1 }))).code).toBe('registers.changedMeanwhile');
    expect((await refusal(leave(li, { note: wangIdNo }))).code).toBe('registers.fieldsWrong');
    const stranger = await office.as('committee_head', { committee: 'c02' });
    const params = { params: { id: li }, body: { revision: 1, on: today, for: 'moved' as const } };
    expect((await refusal(stranger.call(leaveResident, params))).status).toBe(404);
  });
});

describe('marks by rule over records', () => {
  const guarded = async (tag: 'pressure_high') =>
    (await member.call(listGuardedResidents, { body: { tag, reason: 'check' } })).residents.map(
      ({ id }) => id,
    );

  test('who lives alone and was not visited for 30 days is named, and no longer once visited', async () => {
    expect(await listed({ tag: 'unvisited' })).toEqual([li]);
    await visit(li, addDays(today, -30));
    expect(await listed({ tag: 'unvisited' })).toEqual([li]);
    await visit(li, addDays(today, -29));
    expect([await listed({ tag: 'unvisited' }), (await of(li)).tags]).toEqual([[], ['alone']]);
  });

  test('a pressure raised on two days running is a mark on health; one of them, or twice a day, is not', async () => {
    await visit(li, addDays(today, -20), [150, 80]);
    await visit(li, addDays(today, -20), [152, 80]);
    expect(await guarded('pressure_high')).toEqual([]);
    await visit(li, addDays(today, -10), [120, 90]);
    expect(await guarded('pressure_high')).toEqual([li]);
    expect((await of(li)).tags).toEqual(['alone']);
    const { tags } = await member.call(openResident, { params: { id: li }, body: { reason: 'check' } });
    expect(tags).toEqual(['alone', 'pressure_high']);
    await visit(li, today, [128, 82]);
    expect(await guarded('pressure_high')).toEqual([]);
  });
});

test('former versions of a shop are readable, its phone only once opened', async () => {
  const { id } = await member.call(addPlace, {
    body: {
      register: 'premises',
      values: { 'place.name': '老虎灶', 'place.use': '商铺', 'place.building': '7', 'place.owner': '王秀英' },
    },
  });
  const change = async (values: Record<string, string>) => {
    const { revision } = await member.call(getPlace, { params: { id } });
    return member.call(changePlace, { params: { id }, body: { revision, values } });
  };
  await change({ 'place.owner': '李建国' });
  const after = await change({ 'place.name': '新虎灶' });
  expect(after.changes.map(({ before }) => before.map(({ zh, value }) => `${zh} ${value}`))).toEqual([
    ['名称 老虎灶'],
    ['产权人 王*英'],
  ]);
  await member.call(closePlace, { params: { id }, body: { revision: after.revision } });
  expect((await member.call(getPlace, { params: { id } })).changes[0]).toMatchObject({ source: 'closed' });
});
