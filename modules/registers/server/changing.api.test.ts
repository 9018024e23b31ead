import { beforeAll, describe, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  addResident,
  changeResident,
  getResident,
  listGuardedResidents,
  listResidents,
  openResident,
  tagResident,
} from '../contract.ts';
import { carriesOneOf, guardedTags, openTags, tagsOf } from '../domain/tags.ts';
import { auditOf, bringResidents, idNoOf, idOf, refusal } from './fixtures.ts';

let office: Office;
let head: Client;
let member: Client;
const wangIdNo = idNoOf('1942-03-05', '002');

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  member = await office.as('committee_member');
  await bringResidents(head, ['王秀英', wangIdNo, '', '3', '502', '10000136789', '独居', '高血压']);
});

const revisionOf = async (id: string) => (await member.call(getResident, { params: { id } })).revision;

describe('adding by hand', () => {
  test('what is wrong is refused field by field, its content never repeated', async () => {
    const values = { 'person.name': '钱7', 'person.id_no': '99000019420305002', 'person.nothing': '1' };
    const error = await refusal(member.call(addResident, { body: { values } }));
    expect(error).toMatchObject({ status: 422, code: 'registers.fieldsWrong' });
    expect(error.errors.map(({ path }) => path).toSorted()).toEqual([
      'person.id_no',
      'person.name',
      'person.nothing',
    ]);
    expect(JSON.stringify(error.errors)).not.toContain('19420305');
  });

  test('somebody with the same ID number is there already, here or in another committee', async () => {
    const values = { 'person.name': '王秀瑛', 'person.id_no': wangIdNo };
    expect((await refusal(member.call(addResident, { body: { values } }))).code).toBe(
      'registers.alreadyThere',
    );
    const elsewhere = await office.as('committee_member', { committee: 'c02' });
    expect((await refusal(elsewhere.call(addResident, { body: { values } }))).code).toBe(
      'registers.knownElsewhere',
    );
  });

  test('the same name, birth and door is asked about, and taken when it is another person', async () => {
    const values = {
      'person.name': '王秀英',
      'person.birth': '1942-03-05',
      'place.building': '3号楼',
      'place.room': '502',
    };
    const error = await refusal(member.call(addResident, { body: { values } }));
    expect(error).toMatchObject({ code: 'registers.alreadyThere' });
    const { id } = await member.call(addResident, { body: { values, anyway: true } });
    expect((await auditOf(office, id)).map(({ action }) => action)).toEqual(['resident.added']);
  });
});

describe('changing', () => {
  test('the old value is kept, masked on the page and whole once opened', async () => {
    const id = await idOf(member, wangIdNo);
    const revision = await revisionOf(id);
    const values = { 'person.phone': '10000136780', 'person.chronic': '' };
    const after = await member.call(changeResident, { params: { id }, body: { revision, values } });
    expect(after.phone).toBe('*6780');
    expect(after.changes[0]).toMatchObject({ source: 'typed' });
    const before = Object.fromEntries(
      (after.changes[0]?.before ?? []).map((one) => [one.element, one.value]),
    );
    expect(before).toEqual({ 'person.phone': '*6789', 'person.chronic': '***' });
    const opened = await member.call(openResident, { params: { id }, body: { reason: 'check' } });
    expect(opened.changes[0]?.before.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['10000136789', '高血压']),
    );
    expect(opened.facts.map(({ element }) => element)).not.toContain('person.chronic');
  });

  test('a page that is older than what stands changes nothing', async () => {
    const id = await idOf(member, wangIdNo);
    const revision = (await revisionOf(id)) - 1;
    const body = { revision, values: { 'person.phone': '10000130000' } };
    expect((await refusal(member.call(changeResident, { params: { id }, body }))).code).toBe(
      'registers.changedMeanwhile',
    );
  });

  test('of two changes at once one is refused', async () => {
    const id = await idOf(member, wangIdNo);
    const revision = await revisionOf(id);
    const outcomes = await Promise.allSettled(
      ['301', '302'].map((room) =>
        member.call(changeResident, { params: { id }, body: { revision, values: { 'place.room': room } } }),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a birthday must agree with the ID number that is known', async () => {
    const id = await idOf(member, wangIdNo);
    const body = { revision: await revisionOf(id), values: { 'person.birth': '1950-01-01' } };
    const error = await refusal(member.call(changeResident, { params: { id }, body }));
    expect(error.errors).toMatchObject([{ path: 'person.birth' }]);
  });

  test('another committee changes nobody', async () => {
    const id = await idOf(member, wangIdNo);
    const stranger = await office.as('committee_head', { committee: 'c02' });
    const body = { revision: 1, values: { 'person.phone': '' } };
    expect((await refusal(stranger.call(changeResident, { params: { id }, body }))).status).toBe(404);
  });
});

describe('marks', () => {
  test('set by hand, shown, and found', async () => {
    const id = await idOf(member, wangIdNo);
    const body = { revision: await revisionOf(id), tags: ['volunteer' as const, 'bereaved' as const] };
    const after = await member.call(tagResident, { params: { id }, body });
    expect(after.tags).toEqual(['over80', 'alone', 'unvisited', 'volunteer']);
    const found = await member.call(listResidents, { query: { tag: 'volunteer' } });
    expect(found.residents.map((one) => one.id)).toEqual([id]);
    await bringResidents(head, ['王秀英', wangIdNo, '', '3', '502', '10000136789', '独居', '高血压']);
    expect((await member.call(getResident, { params: { id } })).tags).toContain('volunteer');
  });

  test('those on health and hardship are asked for with a reason, which is kept', async () => {
    const id = await idOf(member, wangIdNo);
    const body = { tag: 'hypertension' as const, reason: 'visit' as const };
    const { residents } = await member.call(listGuardedResidents, { body });
    expect(residents.map((one) => one.id)).toEqual([id]);
    const kept = await auditOf(office, office.ids.committees.c01 ?? '');
    expect(kept.at(-1)).toMatchObject({
      action: 'residents.listed',
      facts: { tag: 'hypertension', reason: 'visit', people: 1 },
    });
  });

  test('the list finds exactly those the rules say', async () => {
    const today = officeDay();
    const year = Number(today.slice(0, 4));
    const births = [
      `${year - 80}${today.slice(4)}`,
      `${year - 79}${today.slice(4)}`,
      `${year - 81}-02-28`,
      '',
    ];
    const attributes: Record<string, string | string[]>[] = [
      {},
      { 'person.living': 'alone', 'person.chronic': ['diabetes', 'hypertension'] },
      { 'person.living': 'family', 'person.chronic': [], 'dis.kind': '3' },
      { 'person.selfcare': 'severe', 'aid.kind': 'minimum', 'dis.kind': '' },
      { 'person.selfcare': 'able', 'person.chronic': ['stroke'] },
    ];
    const tags = [[], ['veteran', 'cared', 'volunteer'], ['pregnant', 'party_member', 'bereaved']];
    const drafts = births.flatMap((birth) =>
      attributes.flatMap((known) =>
        tags.map((hand) => ({
          ...{ name: '孙试', building: '9', room: '901', sealed: {}, attributes: known, tags: hand },
          ...(birth ? { birth } : {}),
        })),
      ),
    );
    const committee = office.ids.committees.c03 ?? '';
    const who = { subdistrict: office.ids.subdistrict };
    const ids = await office.platform.db.transaction(who, (tx) =>
      office.app.modules.registers.plant(tx, who, committee, drafts),
    );
    const there = await office.as('committee_member', { committee: 'c03' });
    for (const tag of [...openTags, ...guardedTags]) {
      const page = openTags.includes(tag)
        ? await there.call(listResidents, { query: { tag } })
        : await there.call(listGuardedResidents, { body: { tag, reason: 'check' } });
      const wanted = ids.filter((_, at) => {
        const draft = drafts[at];
        const facts = draft && { ...draft, birth: draft.birth ?? null };
        // Nothing was ever done with any of them.
        const byActs = facts && carriesOneOf(['over80', 'alone'], facts, today) ? ['unvisited' as const] : [];
        return facts && tagsOf({ ...facts, byActs }, today, true).includes(tag);
      });
      expect([tag, page.residents.map(({ id }) => id).toSorted()]).toEqual([tag, wanted.toSorted()]);
      if (tag !== 'pressure_high') expect(wanted.length).toBeGreaterThan(0);
    }
  });
});
