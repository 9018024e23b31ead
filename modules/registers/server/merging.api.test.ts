import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterRecord, listRecords } from '#modules/records/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  addHousehold,
  changeResident,
  getHousehold,
  getResident,
  listDuplicates,
  mergeResidents,
  openResident,
  sayDistinct,
  undoResidentMerge,
} from '../contract.ts';
import { bringResidents, idNoOf, refusal } from './fixtures.ts';

let office: Office;
let head: Client;
let turn = 0;
/** Two entries of one person, a pair of its own for each test. */
let keep: string;
let other: string;
let name: string;
let masked: string;
let idNo: string;

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
});

beforeEach(async () => {
  turn += 1;
  const surname = '赵钱孙李周吴郑王冯陈'[turn] ?? '';
  name = `${surname}秀英`;
  masked = `${surname}*英`;
  idNo = idNoOf('1942-03-05', String(100 + turn * 2));
  await bringResidents(head, [name, '', '1942-03-05', '3', '502', '', '独居', '高血压']);
  await bringResidents(head, [name, idNo, '', '7', '101', '10000136789', '', '糖尿病']);
  const pair = (await head.call(listDuplicates, {})).pairs.find(({ one }) => one.name === masked);
  const both = [pair?.one, pair?.other];
  keep = both.find((one) => one?.room === '502')?.id ?? '';
  other = both.find((one) => one?.room === '101')?.id ?? '';
});

const visit = (subject: string, systolic: number) =>
  head.call(enterRecord, {
    body: {
      clientId: crypto.randomUUID(),
      activity: 'home_visit',
      subject,
      occurredOn: officeDay(),
      values: { 'bp.sys': systolic, 'bp.dia': 80, 'act.mode': 'home' },
    },
  });
const revisionOf = async (id: string) => (await head.call(getResident, { params: { id } })).revision;
const merge = async () =>
  head.call(mergeResidents, {
    body: { keep, keepRevision: await revisionOf(keep), other, otherRevision: await revisionOf(other) },
  });
const undo = (id: string) => head.call(undoResidentMerge, { params: { id } });
const factsOf = async (id: string) => {
  const { facts } = await head.call(openResident, { params: { id }, body: { reason: 'check' } });
  return Object.fromEntries(facts.map(({ element, value }) => [element, value]));
};
const actsOf = async (resident: string) => (await head.call(listRecords, { query: { resident } })).total;
const knownPressure = async (subject: string) => {
  const rows = await office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx
      .selectFrom('current_value')
      .select('value')
      .where('subject_id', '=', subject)
      .where('element', '=', 'bp.sys')
      .execute(),
  );
  return rows.map(({ value }) => value);
};

describe('finding', () => {
  test('a pair says why, and in what they differ, masked', async () => {
    const { pairs } = await head.call(listDuplicates, {});
    const pair = pairs.find(({ one, other: two }) => [one.id, two.id].includes(keep));
    expect(pair?.why).toBe('birth');
    expect(pair?.differ.map(({ zh }) => zh)).toContain('室号');
    expect(JSON.stringify(pair)).not.toMatch(new RegExp(`${idNo}|${name}`));
    await head.call(sayDistinct, { body: { one: other, other: keep } });
    const after = await head.call(listDuplicates, {});
    expect(after.pairs.some(({ one, other: two }) => [one.id, two.id].includes(keep))).toBe(false);
  });

  test('two ID numbers are two people: no pair, and no merge', async () => {
    const body = {
      revision: await revisionOf(keep),
      values: { 'person.id_no': idNoOf('1942-03-05', '999') },
    };
    await head.call(changeResident, { params: { id: keep }, body }).catch(() => undefined);
    expect((await head.call(listDuplicates, {})).pairs.some(({ one }) => one.name === masked)).toBe(false);
    expect((await refusal(merge())).code).toBe('registers.twoPeople');
  });
});

describe('merging and taking it back', () => {
  test('acts, what is known, the household and the values are one person’s, and two people’s again', async () => {
    await visit(keep, 120);
    await visit(other, 150);
    const household = await head.call(addHousehold, {
      body: { building: '7', room: '101', members: [{ resident: other, relation: '0' }] },
    });
    const before = [await factsOf(keep), await factsOf(other)];
    const { merge: id, records } = await merge();
    expect(records).toBe(1);
    expect(await actsOf(keep)).toBe(2);
    expect(await knownPressure(keep)).toEqual([150]);
    expect(await factsOf(keep)).toMatchObject({
      ...{ 'person.id_no': idNo, 'person.chronic': '高血压、糖尿病', 'place.room': '502' },
      'person.phone': '10000136789',
    });
    const page = await head.call(getResident, { params: { id: keep } });
    expect(page).toMatchObject({ household: household.id, mergedFrom: [{ merge: id, name: masked }] });
    // A link to the other leads to the one that is kept, and so does an entry for the other made before.
    expect((await head.call(getResident, { params: { id: other } })).id).toBe(keep);
    await visit(other, 160);
    expect(await actsOf(keep)).toBe(3);

    expect(await undo(id)).toEqual({ resident: other, records: 1 });
    expect([await factsOf(keep), await factsOf(other)]).toEqual(before);
    // What was entered after the merge was entered for the one kept.
    expect([await actsOf(keep), await actsOf(other)]).toEqual([2, 1]);
    expect([await knownPressure(keep), await knownPressure(other)]).toEqual([[160], [150]]);
    const home = await head.call(getHousehold, { params: { id: household.id } });
    expect(home.members.map((one) => one.id)).toEqual([other]);
    expect((await refusal(undo(id))).code).toBe('registers.noMerge');
  });

  test('what was changed since stays with the kept one', async () => {
    const { merge: id } = await merge();
    const body = { revision: await revisionOf(keep), values: { 'person.phone': '10000130000' } };
    await head.call(changeResident, { params: { id: keep }, body });
    await undo(id);
    expect(await factsOf(keep)).toMatchObject({ 'person.phone': '10000130000', 'place.room': '502' });
    expect(await factsOf(keep)).not.toHaveProperty('person.id_no');
    expect(await factsOf(other)).toMatchObject({ 'person.id_no': idNo, 'person.phone': '10000136789' });
  });

  test('of a chain the last merge is taken back first', async () => {
    const { merge: first } = await merge();
    await bringResidents(head, [name, '', '1942-03-05', '9', '901', '', '', '']);
    const pair = (await head.call(listDuplicates, {})).pairs.find((one) =>
      [one.one.id, one.other.id].includes(keep),
    );
    const third = pair?.one.id === keep ? pair.other : pair?.one;
    const { merge: second } = await head.call(mergeResidents, {
      body: {
        ...{ keep: third?.id ?? '', keepRevision: third?.revision ?? 0 },
        ...{ other: keep, otherRevision: await revisionOf(keep) },
      },
    });
    expect((await head.call(getResident, { params: { id: other } })).id).toBe(third?.id);
    expect((await refusal(undo(first))).code).toBe('registers.mergedFurther');
    await undo(second);
    await undo(first);
    expect((await head.call(getResident, { params: { id: other } })).id).toBe(other);
  });

  test('a merge of what was changed meanwhile, of one with itself, of another committee’s is refused', async () => {
    const body = { keep, keepRevision: 99, other, otherRevision: 1 };
    expect((await refusal(head.call(mergeResidents, { body }))).code).toBe('registers.changedMeanwhile');
    expect((await refusal(head.call(mergeResidents, { body: { ...body, other: keep } }))).status).toBe(404);
    const stranger = await office.as('committee_head', { committee: 'c02' });
    expect((await refusal(stranger.call(mergeResidents, { body }))).status).toBe(404);
    const member = await office.as('committee_member');
    expect((await refusal(member.call(mergeResidents, { body }))).status).toBe(403);
  });

  test('a household that was gone with the merge is there again', async () => {
    const alone = (resident: string, number: string) =>
      head.call(addHousehold, { body: { number, members: [{ resident, relation: '0' }] } });
    const [home, gone] = [await alone(keep, `k${turn}`), await alone(other, `o${turn}`)];
    const { merge: id } = await merge();
    expect((await refusal(head.call(getHousehold, { params: { id: gone.id } }))).status).toBe(404);
    await undo(id);
    expect(await head.call(getHousehold, { params: { id: gone.id } })).toMatchObject({
      ...{ number: `o${turn}`, head: masked },
      members: [{ id: other, relation: '0' }],
    });
    expect((await head.call(getHousehold, { params: { id: home.id } })).members).toMatchObject([
      { id: keep },
    ]);
  });

  test('an act entered at the very moment of the merge is with the one kept', async () => {
    const acts = Array.from({ length: 6 }, (_, at) => visit(other, 120 + at));
    await Promise.all([...acts.slice(0, 3), merge(), ...acts.slice(3)]);
    expect([await actsOf(keep), await actsOf(other)]).toEqual([6, 0]);
  });

  test('merged twice at once, it is merged once', async () => {
    const outcomes = await Promise.allSettled([merge(), merge()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
