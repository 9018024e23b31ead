import { beforeAll, expect, test } from 'vitest';
import { listConveningRules, listSittings, showTodayMeetings } from '#modules/meetings/contract';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import {
  callSmallMeeting,
  checkSmallMeeting,
  endSmallMeeting,
  issueSmallMeetingTicket,
  leaveSmallMeeting,
  listSmallMeetingChoices,
  listSmallMeetings,
  readVenues,
  showSmallMeeting,
} from '../contract.ts';

let office: Office;
let clerk: Client;
let head: Client;
let member: Client;
let other: Client;
/** Keys of an engine that is not there: tickets are made without it. */
const media = { url: 'ws://127.0.0.1:1', apiKey: 'key', apiSecret: 'a-secret-of-more-than-32-characters' };

beforeAll(async () => {
  office = await startOffice({ media });
  clerk = await office.as('department_clerk');
  head = await office.as('committee_head', { committee: 'c01' });
  member = await office.as('committee_member', { committee: 'c01' });
  other = await office.as('committee_member', { committee: 'c02' });
});

const choices = async (client: Client) => (await client.call(listSmallMeetingChoices)).people;
const find = async (client: Client, place: string, post: string): Promise<string> =>
  (await choices(client)).find((one) => one.place === place && one.posts.includes(post))?.account ?? '';
const usedBy = async (client: Client): Promise<number> =>
  (await client.call(listConveningRules)).find(({ code }) => code === 'department_quota')?.used ?? -1;
const sittingOf = (id: string) =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx.selectFrom('sitting').select(['kind', 'state', 'minutes']).where('id', '=', id).execute(),
  );
const callUpsOf = (id: string) =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx
      .selectFrom('invitation')
      .select(['needed_from', 'needed_until'])
      .where('sitting_id', '=', id)
      .execute(),
  );

test('a clerk calls two social workers: both see it, the quota counts them, and the end says how long', async () => {
  const people = [
    await find(clerk, '和安一居', 'social_worker'),
    await find(clerk, '和安二居', 'social_worker'),
  ];
  const before = await usedBy(clerk);
  const verdict = await clerk.call(checkSmallMeeting, { body: { people } });
  expect(verdict).toMatchObject({ allowed: true, callUps: 2 });
  const { id } = await clerk.call(callSmallMeeting, { body: { people } });
  for (const client of [member, other, clerk])
    expect((await client.call(listSmallMeetings)).map((one) => one.id)).toContain(id);
  expect(await usedBy(clerk)).toBe(before + 2);
  expect(await callUpsOf(id)).toHaveLength(2);
  await member.call(leaveSmallMeeting, { params: { id } });
  const seen = await clerk.call(showSmallMeeting, { params: { id } });
  expect(seen.people.map(({ standing }) => standing).toSorted()).toEqual(['asked', 'asked', 'declined']);
  await expect(other.call(endSmallMeeting, { params: { id } })).rejects.toMatchObject({ status: 403 });
  await clerk.call(endSmallMeeting, { params: { id } });
  expect(await sittingOf(id)).toMatchObject([{ kind: 'small', state: 'ended', minutes: 1 }]);
  // Nobody came: called up, and no minute of theirs was taken.
  for (const row of await callUpsOf(id)) expect(row.needed_until).toBe(row.needed_from);
  expect(await usedBy(clerk)).toBe(before + 2);
  expect(await other.call(listSmallMeetings)).toEqual([]);
  const device = { device: crypto.randomUUID() };
  await expect(other.call(issueSmallMeetingTicket, { params: { id }, body: device })).rejects.toMatchObject({
    code: 'venues.ended',
  });
  expect((await clerk.call(listSmallMeetingChoices)).recent).toEqual([people.toSorted()]);
});

test('a director is called by the rule that binds every meeting: not by a department, by the leader', async () => {
  const director = await find(clerk, '和安一居', 'director');
  expect(await clerk.call(checkSmallMeeting, { body: { people: [director] } })).toMatchObject({
    allowed: false,
  });
  await expect(clerk.call(callSmallMeeting, { body: { people: [director] } })).rejects.toMatchObject({
    code: 'venues.needsApproval',
  });
  const leader = await office.as('main_leader');
  const { id, people } = await leader.call(callSmallMeeting, { body: { people: [director] } });
  expect(people.filter(({ callUp }) => callUp)).toHaveLength(1);
  expect(await callUpsOf(id)).toHaveLength(1);
  const again = await office.as('self_governance');
  await expect(again.call(callSmallMeeting, { body: { people: [director] } })).rejects.toMatchObject({
    code: 'venues.calledElsewhere',
  });
  await leader.call(endSmallMeeting, { params: { id } });
});

test('among one’s own committee a head calls without approval, and nobody is called up', async () => {
  const worker = (await choices(head)).find(({ place, posts }) => place === '和安一居' && posts.length > 0);
  const { id } = await head.call(callSmallMeeting, { body: { people: [worker?.account ?? ''] } });
  expect(await sittingOf(id)).toEqual([]);
  expect((await member.call(listSmallMeetings))[0]).toMatchObject({ id, host: { place: '和安一居' } });
  const elsewhere = await find(clerk, '和安二居', 'social_worker');
  await expect(head.call(callSmallMeeting, { body: { people: [elsewhere] } })).rejects.toMatchObject({
    code: 'venues.noSuchPeople',
  });
  await expect(member.call(callSmallMeeting, { body: { people: [elsewhere] } })).rejects.toMatchObject({
    status: 403,
  });
  await expect(other.call(showSmallMeeting, { params: { id } })).rejects.toMatchObject({ status: 404 });
  await head.call(endSmallMeeting, { params: { id } });
});

test('a ticket opens the one room; what is said there is nobody’s else, not the hall’s either', async () => {
  const people = [await find(clerk, '新芳居', 'social_worker')];
  const { id } = await clerk.call(callSmallMeeting, { body: { people } });
  const body = { device: crypto.randomUUID() };
  const { token } = await clerk.call(issueSmallMeetingTicket, { params: { id }, body });
  const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(video).toMatchObject({ room: `small.${office.ids.subdistrict}.${id}`, hidden: false });
  const operator = await office.as('hall_operator');
  await expect(operator.call(readVenues, { params: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(other.call(issueSmallMeetingTicket, { params: { id }, body })).rejects.toMatchObject({
    status: 404,
  });
  await clerk.call(endSmallMeeting, { params: { id } });
});

test('a practice calls nobody: no quota, no attendance, no cadre’s Today, no fixed screen', async () => {
  const before = await usedBy(clerk);
  const id = await plantSitting(office, { practice: true, title: '演练' });
  const { meetings } = office.app.modules;
  const key = { subdistrict: office.ids.subdistrict };
  const committee = office.ids.committees.c01 ?? '';
  await office.platform.db.transaction(key, async (tx) => {
    const who = { ...key, account: id } as never;
    const from = new Date().toISOString();
    const intervals = [{ from, until: null }];
    await meetings.recordAttendance(tx, who, id, { committee, source: 'device', intervals });
    expect(
      await tx.selectFrom('attendance').select('sitting_id').where('sitting_id', '=', id).execute(),
    ).toEqual([]);
    const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    expect((await meetings.videoSittings(tx, day)).map((one) => one.id)).not.toContain(id);
  });
  expect(await usedBy(clerk)).toBe(before);
  const secretary = await office.as('committee_head', { committee: 'c01' });
  expect((await secretary.call(listSittings, { query: {} })).map((one) => one.id)).not.toContain(id);
  expect((await secretary.call(showTodayMeetings)).today.map((one) => one.id)).not.toContain(id);
  const operator = await office.as('hall_operator');
  const listed = (await operator.call(listSittings, { query: {} })).find((one) => one.id === id);
  expect(listed).toMatchObject({ kind: 'practice', callUps: 0 });
});
