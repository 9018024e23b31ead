import { beforeAll, expect, test } from 'vitest';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import {
  actAsBranch,
  type ControlAct,
  controlVenues,
  hearMediaEngine,
  issueBranchTicket,
  issueCheckTicket,
  issueConsoleTicket,
  issueWallTicket,
  readChecks,
  readVenueLog,
  readVenues,
  reportCheck,
  reportHeadCount,
} from '../contract.ts';

let office: Office;
let operator: Client;
let branch: Client;
let other: Client;
/** Keys of an engine that is not there: tickets are made without it. */
const media = { url: 'ws://127.0.0.1:1', apiKey: 'key', apiSecret: 'a-secret-of-more-than-32-characters' };
const device = () => ({ device: crypto.randomUUID() });

beforeAll(async () => {
  office = await startOffice({ media });
  operator = await office.as('hall_operator');
  branch = await office.as('committee_head', { committee: 'c01' });
  other = await office.as('committee_head', { committee: 'c02' });
});

const committee = (code: string): string => office.ids.committees[code] ?? '';
const raise = (client: Client, id: string) =>
  client.call(actAsBranch, { params: { id }, body: { act: 'raise' } });
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('a hand goes up, the operator gives the floor, the branch gives it back', async () => {
  const id = await plantSitting(office);
  const raised = await raise(branch, id);
  expect(raised.queue.map(({ venue }) => venue)).toEqual([committee('c01')]);
  const body = { rev: raised.rev, act: { kind: 'grant' as const, venue: committee('c01') } };
  const granted = await operator.call(controlVenues, { params: { id }, body });
  expect(granted).toMatchObject({ floor: committee('c01'), programme: committee('c01'), queue: [] });
  const back = await branch.call(actAsBranch, { params: { id }, body: { act: 'finish' } });
  expect(back).toMatchObject({ floor: null, programme: 'hall' });
  const { events } = await operator.call(readVenueLog, { params: { id } });
  expect(events.map(({ kind, venue }) => [kind, venue])).toEqual([
    ['raise', committee('c01')],
    ['grant', committee('c01')],
    ['finish', committee('c01')],
  ]);
});

test('of two consoles that act at once from the same picture, one is refused', async () => {
  const id = await plantSitting(office);
  const { rev } = (await operator.call(readVenues, { params: { id } })).state;
  const take = (venue: string) =>
    operator.call(controlVenues, { params: { id }, body: { rev, act: { kind: 'take', venue } } });
  const answers = await Promise.allSettled([take(committee('c01')), take(committee('c02'))]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((one) => one.status === 'rejected');
  const { programme } = (await operator.call(readVenues, { params: { id } })).state;
  // It says what the quicker one did.
  expect(refused?.reason).toMatchObject({
    status: 409,
    code: 'venues.stale',
    facts: { kind: 'take', venue: programme },
  });
});

test('hands that went up since do not stop the operator', async () => {
  const id = await plantSitting(office);
  const { rev } = (await operator.call(readVenues, { params: { id } })).state;
  await raise(branch, id);
  await raise(other, id);
  const body = { rev, act: { kind: 'grant' as const, venue: committee('c02') } };
  const state = await operator.call(controlVenues, { params: { id }, body });
  expect(state).toMatchObject({ floor: committee('c02'), queue: [{ venue: committee('c01') }] });
});

test('hands raised all at once all stand in the queue', async () => {
  const id = await plantSitting(office);
  const third = await office.as('committee_member', { committee: 'c03' });
  await Promise.all([branch, other, third].map((client) => raise(client, id)));
  const { state } = await operator.call(readVenues, { params: { id } });
  expect(state.queue).toHaveLength(3);
  expect(state.rev).toBe(4);
});

test('a branch acts for its own venue only, and never at the console', async () => {
  const id = await plantSitting(office);
  await raise(other, id);
  const act = { kind: 'grant' as const, venue: committee('c01') };
  await expect(branch.call(controlVenues, { params: { id }, body: { rev: 2, act } })).rejects.toMatchObject({
    status: 403,
  });
  await expect(branch.call(actAsBranch, { params: { id }, body: { act: 'finish' } })).rejects.toMatchObject({
    code: 'venues.noFloor',
  });
  const lowered = await branch.call(actAsBranch, { params: { id }, body: { act: 'lower' } });
  expect(lowered.queue.map(({ venue }) => venue)).toEqual([committee('c02')]);
});

test('a committee that is not called, and another subdistrict, find nothing', async () => {
  const id = await plantSitting(office, { committees: [committee('c01')] });
  const stranger = await office.as('hall_operator', { other: true });
  for (const client of [other, stranger])
    await expect(client.call(readVenues, { params: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(raise(other, id)).rejects.toMatchObject({ status: 404 });
  await expect(other.call(issueBranchTicket, { params: { id }, body: device() })).rejects.toMatchObject({
    status: 404,
  });
  await expect(stranger.call(issueConsoleTicket, { params: { id } })).rejects.toMatchObject({ status: 404 });
});

test('a ticket opens one room for ten minutes with the least rights', async () => {
  const id = await plantSitting(office);
  const ticket = await branch.call(issueBranchTicket, { params: { id }, body: device() });
  const claims = claimsOf(ticket.token);
  expect(ticket.identity).toBe(`venue:${committee('c01')}:cam`);
  expect(claims.exp - claims.nbf).toBeLessThanOrEqual(600);
  expect(claims.video).toMatchObject({
    room: `sitting.${office.ids.subdistrict}.${id}`,
    canPublishSources: ['camera'],
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: false,
  });
  expect(claims.video).not.toHaveProperty('roomAdmin');
  const wall = claimsOf((await operator.call(issueWallTicket, { params: { id } })).token);
  expect(wall.video).toMatchObject({ hidden: true, canPublish: false, canSubscribe: true });
});

test('only with the floor does a ticket let the microphone through', async () => {
  const id = await plantSitting(office);
  const body = { rev: 1, act: { kind: 'grant' as const, venue: committee('c01') } };
  await operator.call(controlVenues, { params: { id }, body });
  const { token } = await branch.call(issueBranchTicket, { params: { id }, body: device() });
  expect(claimsOf(token).video.canPublishSources).toEqual(['camera', 'microphone']);
});

test('a second device of a venue is asked before it takes over, the first one stays out then', async () => {
  const id = await plantSitting(office);
  const [first, second] = [device(), device()];
  const join = (which: { device: string }, takeOver = false) =>
    branch.call(issueBranchTicket, { params: { id }, body: { ...which, takeOver } });
  await join(first);
  await join(first);
  await expect(join(second)).rejects.toMatchObject({ status: 409, code: 'venues.deviceElsewhere' });
  await join(second, true);
  await expect(join(first)).rejects.toMatchObject({ code: 'venues.deviceElsewhere' });
});

test('the end closes the sitting: no acts, no tickets, ended in meetings too', async () => {
  const id = await plantSitting(office);
  const control = (rev: number, kind: 'start' | 'end') =>
    operator.call(controlVenues, { params: { id }, body: { rev, act: { kind } } });
  await branch.call(reportHeadCount, { params: { id }, body: { people: 9 } });
  await control((await control(1, 'start')).rev, 'end');
  await expect(raise(branch, id)).rejects.toMatchObject({ code: 'venues.ended' });
  await expect(operator.call(issueWallTicket, { params: { id } })).rejects.toMatchObject({
    code: 'venues.ended',
  });
  const view = await branch.call(readVenues, { params: { id } });
  expect(view.state.phase).toBe('ended');
  expect(view.venues.find(({ code }) => code === 'c01')?.people).toBe(9);
});

test('a sitting in person has no screens', async () => {
  const id = await plantSitting(office, { mode: 'in_person' });
  await expect(operator.call(readVenues, { params: { id } })).rejects.toMatchObject({
    code: 'venues.notByVideo',
  });
});

test('a webhook that is not signed by the engine is refused', async () => {
  const answer = await office.anonymous.raw('POST', `/api${hearMediaEngine.path}`, {
    headers: { 'content-type': 'application/webhook+json', authorization: 'Bearer nonsense' },
    body: JSON.stringify({ event: 'participant_left' }),
  });
  expect(answer.status).toBe(401);
});

/** A venue's device as the engine would list it now. */
const connect = (id: string, venue: string) =>
  office.platform.db.transaction({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx
      .insertInto('venue_presence')
      .values({
        subdistrict_id: office.ids.subdistrict,
        sitting_id: id,
        session: `PA_${venue}`,
        venue,
        came_at: new Date().toISOString(),
        seen_at: new Date().toISOString(),
        evidence: ['list'],
      })
      .execute(),
  );
const control = (id: string, rev: number, act: ControlAct) =>
  operator.call(controlVenues, { params: { id }, body: { rev, act } });

test('on patrol the picture goes to a venue that is there, without anybody at the console', async () => {
  const id = await plantSitting(office);
  await control(id, 1, { kind: 'start' });
  await connect(id, committee('c02'));
  await control(id, 2, { kind: 'auto', auto: 'patrol' });
  const programme = async () => (await operator.call(readVenues, { params: { id } })).state.programme;
  while ((await programme()) !== committee('c02')) await new Promise((resolve) => setTimeout(resolve, 100));
  // The operator acts from before the picture moved, and is not refused for it.
  expect(await control(id, 3, { kind: 'take', venue: committee('c01') })).toMatchObject({ auto: null });
  const { events } = await operator.call(readVenueLog, { params: { id } });
  expect(events.map(({ kind }) => kind)).toEqual(['start', 'auto', 'patrol', 'take']);
});

test('a show of venues: each has one voice, and everybody sees whose was what', async () => {
  const id = await plantSitting(office);
  const poll = {
    kind: 'poll' as const,
    id: crypto.randomUUID(),
    question: '同意吗',
    choices: ['同意', '不同意'],
  };
  await control(id, 1, poll);
  const vote = (client: Client, choice: number) =>
    client.call(actAsBranch, { params: { id }, body: { act: 'vote', choice } });
  await vote(branch, 0);
  await vote(other, 1);
  const { rev, poll: open } = await vote(branch, 1);
  expect(open?.votes).toEqual([
    { venue: committee('c02'), choice: 1 },
    { venue: committee('c01'), choice: 1 },
  ]);
  await control(id, rev, { kind: 'poll-close' });
  await expect(vote(other, 0)).rejects.toMatchObject({ code: 'venues.noPoll' });
});

test('who was asked to share may share a screen, and nobody else', async () => {
  const id = await plantSitting(office);
  await control(id, 1, { kind: 'share', venue: committee('c01') });
  const sourcesOf = async (client: Client) =>
    claimsOf((await client.call(issueBranchTicket, { params: { id }, body: device() })).token).video
      .canPublishSources;
  expect(await sourcesOf(branch)).toEqual(['camera', 'screen_share', 'screen_share_audio']);
  expect(await sourcesOf(other)).toEqual(['camera']);
  const back = await branch.call(actAsBranch, { params: { id }, body: { act: 'unshare' } });
  expect(back).toMatchObject({ sharer: null, layout: 'questioner' });
});

test('a check is tried in a room of its own, and the operator sees what came of it', async () => {
  const id = await plantSitting(office);
  const ticket = claimsOf((await branch.call(issueCheckTicket, { params: { id } })).token);
  expect(ticket.video).toMatchObject({
    room: `check.${office.ids.subdistrict}.${id}.${committee('c01')}`,
    canPublishSources: ['camera', 'microphone'],
  });
  const parts = {
    https: 'good',
    camera: 'good',
    microphone: 'look',
    loudspeaker: 'good',
    network: 'good',
    media: 'look',
  } as const;
  await branch.call(reportCheck, { params: { id }, body: { parts, ms: 31, media: 'tcp' } });
  const checks = await operator.call(readChecks, { params: { id } });
  expect(checks.map(({ check }) => check?.parts.microphone ?? null)).toEqual(['look', null, null]);
});
