import { beforeAll, expect, test } from 'vitest';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import {
  actAsBranch,
  type ControlAct,
  controlVenues,
  issueBranchTicket,
  issueConsoleTicket,
  issueHallTicket,
  issueWallTicket,
  readVenueLog,
  readVenues,
} from '../contract.ts';

let office: Office;
let operator: Client;
const branches: Client[] = [];
/** Keys of an engine that is not there: tickets are made without it. */
const media = { url: 'ws://127.0.0.1:1', apiKey: 'key', apiSecret: 'a-secret-of-more-than-32-characters' };

beforeAll(async () => {
  office = await startOffice({ media });
  operator = await office.as('hall_operator');
  for (const code of ['c01', 'c02', 'c03'])
    branches.push(await office.as('committee_head', { committee: code }));
});

const committee = (code: string): string => office.ids.committees[code] ?? '';
const branch = (place: number): Client => branches[place] as Client;
const grantOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).video;
const roomOf = (token: string): string => grantOf(token).room.split('.').slice(0, 4).join('.');
const operate = async (id: string, ...acts: ControlAct[]) => {
  let { state } = await operator.call(readVenues, { params: { id } });
  for (const act of acts)
    state = await operator.call(controlVenues, { params: { id }, body: { rev: state.rev, act } });
  return state;
};
const device = { device: crypto.randomUUID() };
const ticketOf = async (client: Client, id: string) =>
  (await client.call(issueBranchTicket, { params: { id }, body: { ...device, takeOver: true } })).token;
const groups = () => [
  { id: 'g1', name: '第一组', venues: [committee('c01')] },
  { id: 'g2', name: '第二组', venues: [committee('c02')] },
];
const roomIn = (id: string, group: string | null) =>
  group === null
    ? `sitting.${office.ids.subdistrict}.${id}`
    : `group.${office.ids.subdistrict}.${id}.${group}`;

test('each venue is let into its own group and speaks there; who is in none stays in the hall; all come back', async () => {
  const id = await plantSitting(office);
  await operate(id, { kind: 'start' }, { kind: 'grant', venue: committee('c02') });
  expect(roomOf(await ticketOf(branch(0), id))).toBe(roomIn(id, null));
  await operate(id, { kind: 'groups', groups: groups() }, { kind: 'groups-open', minutes: 10 });
  const first = grantOf(await ticketOf(branch(0), id));
  expect(first.room).toBe(roomIn(id, 'g1'));
  expect(first.canPublishSources).toContain('microphone');
  expect(roomOf(await ticketOf(branch(1), id))).toBe(roomIn(id, 'g2'));
  const third = grantOf(await ticketOf(branch(2), id));
  expect(third.room).toBe(roomIn(id, null));
  expect(third.canPublishSources).toEqual(['camera']);
  const back = await operate(id, { kind: 'groups-back' });
  expect(back).toMatchObject({ floor: committee('c02'), programme: committee('c02') });
  expect(grantOf(await ticketOf(branch(1), id))).toMatchObject({ room: roomIn(id, null) });
  expect(grantOf(await ticketOf(branch(1), id)).canPublishSources).toContain('microphone');
});

test('wall, console and the main venue are in a group only while all its venues see that they are', async () => {
  const id = await plantSitting(office);
  const rooms = async () => [
    roomOf((await operator.call(issueWallTicket, { params: { id } })).token),
    roomOf((await operator.call(issueConsoleTicket, { params: { id } })).token),
    roomOf(
      (await operator.call(issueHallTicket, { params: { id }, body: { ...device, takeOver: true } })).token,
    ),
  ];
  await operate(id, { kind: 'groups', groups: groups() }, { kind: 'groups-open', minutes: null });
  expect(new Set(await rooms())).toEqual(new Set([roomIn(id, null)]));
  await operate(id, { kind: 'groups-visit', group: 'g2' });
  expect(new Set(await rooms())).toEqual(new Set([roomIn(id, 'g2')]));
  const seen = await branch(1).call(readVenues, { params: { id } });
  expect(seen.state.breakout?.visiting).toBe('g2');
});

test('a group asks for help, which makes no operator late; all of it stands in the log', async () => {
  const id = await plantSitting(office);
  const opened = await operate(
    id,
    { kind: 'groups', groups: groups() },
    { kind: 'groups-open', minutes: null },
  );
  const asked = await branch(0).call(actAsBranch, { params: { id }, body: { act: 'help' } });
  expect(asked.breakout?.groups.map(({ help }) => help !== null)).toEqual([true, false]);
  await expect(branch(2).call(actAsBranch, { params: { id }, body: { act: 'help' } })).rejects.toMatchObject({
    code: 'venues.noGroups',
  });
  // From the revision before the call for help.
  const body = { rev: opened.rev, act: { kind: 'groups-helped' as const, group: 'g1' } };
  const helped = await operator.call(controlVenues, { params: { id }, body });
  expect(helped.breakout?.groups.every(({ help }) => help === null)).toBe(true);
  await operate(id, { kind: 'groups-back' });
  const { events } = await operator.call(readVenueLog, { params: { id } });
  expect(events.map(({ kind }) => kind)).toEqual([
    ...['groups', 'groups-open', 'help', 'groups-helped', 'groups-back'],
  ]);
  expect(events[1]?.detail).toEqual({
    groups: groups().map(({ name, venues }) => ({ name, venues })),
  });
});

test('when the time is up the server calls everybody back, whatever became of the console', async () => {
  const id = await plantSitting(office);
  await operate(id, { kind: 'groups', groups: groups() }, { kind: 'groups-open', minutes: 10 });
  // The clock is put back in the database: no test waits for minutes.
  const past = new Date(Date.now() - 1_000).toISOString();
  const key = { subdistrict: office.ids.subdistrict };
  await office.platform.db.transaction(key, async (tx) => {
    const { breakout } = await tx
      .selectFrom('venue_state')
      .select('breakout')
      .where('sitting_id', '=', id)
      .executeTakeFirstOrThrow();
    const changed = JSON.stringify({ ...(breakout as object), until: past });
    await tx.updateTable('venue_state').set({ breakout: changed }).where('sitting_id', '=', id).execute();
  });
  await expect
    .poll(async () => (await operator.call(readVenues, { params: { id } })).state.breakout?.open, {
      timeout: 15_000,
    })
    .toBe(false);
  const { events } = await operator.call(readVenueLog, { params: { id } });
  expect(events.at(-1)?.kind).toBe('groups-over');
});
