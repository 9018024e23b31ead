import { beforeAll, expect, test } from 'vitest';
import { addDays, officeTime } from '#platform/calendar/calendar.ts';
import { systemActor } from '#platform/contract/actor.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  arrangeSitting,
  cancelSitting,
  checkArrangement,
  decideMeetingRequest,
  endSitting,
  listSittings,
  type MeetingRequest,
  moveSitting,
  type RequestDraft,
  replyToInvitation,
  requestMeeting,
  showMeetingRequest,
  showSitting,
  showTodayMeetings,
  startSitting,
  withdrawMeetingRequest,
} from '../contract.ts';
import type { AttendanceReport, MeetingsService } from './interface.ts';
import { at, directors, draftOf, meetingDay } from './meetings-data.ts';

let office: Office;
let civil: Client;
let self: Client;
let leader: Client;
let head: Client;
let member: Client;
beforeAll(async () => {
  office = await startOffice();
  civil = await office.as('department_clerk', { department: 'civil' });
  self = await office.as('self_governance');
  leader = await office.as('main_leader');
  head = await office.as('committee_head', { committee: 'c01' });
  member = await office.as('committee_member', { committee: 'c01' });
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: CallError) => error.code,
  );

/** A request that is approved, by the leader where the rules ask for it. */
const approved = async (change: Partial<RequestDraft> = {}): Promise<MeetingRequest> => {
  const request = await civil.call(requestMeeting, { body: draftOf(change) });
  if (request.state === 'approved') return request;
  const body = { outcome: 'approved' as const, reason: '同意', revision: request.revision };
  return leader.call(decideMeetingRequest, { params: { id: request.id }, body });
};

const sittingOf = (startsAt: string, ...requests: MeetingRequest[]) => ({
  title: '居委工作例会',
  startsAt,
  mode: 'video' as const,
  place: '街道三楼',
  requests: requests.map(({ id, revision }) => ({ id, revision })),
  order: requests.flatMap(({ items }) => items.map(({ id }) => id)),
});

/** Each test has a day of its own, so that none clashes with another. */
let days = 0;
const ownDay = () => addDays(meetingDay, days++ % 10);

const oneItem = (title: string, minutes: number) => [
  { title, minutes, kind: 'discuss' as const, presenter: '科员', audience: null },
];

test('two requests become one sitting, and each cadre is called for their own minutes only', async () => {
  const day = ownDay();
  const work = await approved({ audience: directors, items: oneItem('月度工作', 10) });
  const card = await approved({ items: oneItem('助老卡换发', 20) });
  const draft = sittingOf(at('14:00', day), work, card);
  const verdict = await self.call(checkArrangement, { body: draft });
  expect(verdict.callUps).toEqual({ separately: 12, pooled: 12 });
  expect(verdict.cadreMinutes).toEqual({ whole: 360, needed: 210 });
  const sitting = await self.call(arrangeSitting, { body: draft });
  expect(
    sitting.agenda.map(({ title, from, until }) => [title, officeTime(from), officeTime(until)]),
  ).toEqual([
    ['月度工作', '14:00', '14:10'],
    ['助老卡换发', '14:10', '14:30'],
  ]);
  expect(sitting.parts.map(({ posts, cadres, committees }) => [posts, cadres, committees])).toEqual([
    [['director'], 3, 3],
    [['social_worker'], 9, 3],
  ]);
  const seen = await head.call(showSitting, { params: { id: sitting.id } });
  expect(officeTime(seen.needed?.until ?? '')).toBe('14:10');
  expect(seen.invitations.every(({ committee }) => committee.id === office.ids.committees.c01)).toBe(true);
  expect(await civil.call(showMeetingRequest, { params: { id: card.id } })).toMatchObject({
    state: 'arranged',
    sitting: sitting.id,
  });
});

test('a cadre called by two pooled requests is one call-up, not two', async () => {
  const day = ownDay();
  const first = await approved({ audience: directors, items: oneItem('月度工作', 10) });
  const second = await approved({ audience: directors, items: oneItem('冬季防火', 15) });
  const sitting = await self.call(arrangeSitting, { body: sittingOf(at('14:00', day), first, second) });
  expect([sitting.callUps, sitting.separately]).toEqual([3, 6]);
});

test('a cadre is never called twice at once: the second arrangement is refused and names the first', async () => {
  const day = ownDay();
  const [first, second] = [await approved({ audience: directors }), await approved({ audience: directors })];
  await self.call(arrangeSitting, { body: { ...sittingOf(at('09:00', day), first), title: '早会' } });
  const clashing = sittingOf(at('09:20', day), second);
  expect(await self.call(checkArrangement, { body: clashing })).toMatchObject({
    possible: false,
    clashes: [{ kind: 'twice', sitting: '早会', cadres: 3 }],
  });
  expect(await refused(self.call(arrangeSitting, { body: clashing }))).toBe('meetings.calledTwice');
  const later = sittingOf(at('10:00', day), second);
  expect(await self.call(checkArrangement, { body: later })).toMatchObject({
    possible: true,
    clashes: [{ kind: 'half_day' }],
  });
  expect((await self.call(arrangeSitting, { body: later })).state).toBe('arranged');
});

test('of two arrangers who call the same cadres for the same minutes at once, one is refused', async () => {
  const day = ownDay();
  const requests = [await approved({ audience: directors }), await approved({ audience: directors })];
  const answers = await Promise.all(
    requests.map((request) =>
      refused(self.call(arrangeSitting, { body: sittingOf(at('09:00', day), request) })),
    ),
  );
  expect(answers.toSorted()).toEqual(['done', 'meetings.calledTwice']);
});

test('of two arrangers who take the same request at once, one is told to look again', async () => {
  const request = await approved({ audience: { posts: [], committees: [] } });
  const body = sittingOf(at('09:00', ownDay()), request);
  const answers = await Promise.all([1, 2].map(() => refused(self.call(arrangeSitting, { body }))));
  expect(answers.toSorted()).toEqual(['done', 'meetings.notReady']);
});

test('an arrangement must hold exactly its requests, inside their windows, and not all day', async () => {
  const nobody = { posts: [], committees: [] };
  const request = await approved({ audience: nobody });
  const draft = sittingOf(at('09:00'), request);
  expect(await refused(self.call(arrangeSitting, { body: { ...draft, order: draft.order.slice(1) } }))).toBe(
    'meetings.agendaIncomplete',
  );
  const outside = { ...draft, startsAt: at('09:00', addDays(meetingDay, 12)) };
  expect(await refused(self.call(arrangeSitting, { body: outside }))).toBe('meetings.outsideWindow');
  const long = await approved({
    audience: nobody,
    items: [...oneItem('一', 240), ...oneItem('二', 240), ...oneItem('三', 5)],
  });
  expect(await refused(self.call(checkArrangement, { body: sittingOf(at('09:00'), long) }))).toBe(
    'meetings.tooLong',
  );
  const fixed = await approved({ audience: nobody, when: { kind: 'fixed', startsAt: at('09:00') } });
  const pooled = await self.call(checkArrangement, { body: sittingOf(at('09:00'), request, fixed) });
  expect(pooled.clashes.map(({ kind }) => kind)).toEqual(['fixed_time']);
});

test('a cadre replies for themselves, the head for all of the committee, nobody for another', async () => {
  const request = await approved({});
  const { id } = await self.call(arrangeSitting, { body: sittingOf(at('14:00', ownDay()), request) });
  const seen = await member.call(showSitting, { params: { id } });
  const mine = seen.invitations.find(({ mayReply }) => mayReply);
  const other = seen.invitations.find(({ mayReply }) => !mayReply);
  if (!mine || !other) throw new Error('expected an invitation of my own and a colleague’s');
  const reply = (client: Client, cadre: string, revision: number, standIn: string | null) =>
    client.call(replyToInvitation, {
      params: { id, cadre },
      body: { reply: standIn ? 'stand_in' : 'coming', standIn, revision },
    });
  expect(await reply(member, mine.cadre, 1, null)).toMatchObject({ reply: 'coming', revision: 2 });
  expect(await refused(reply(member, other.cadre, 1, null))).toBe('meetings.notFound');
  expect(await refused(reply(head, mine.cadre, 1, '王代会'))).toBe('meetings.stale');
  expect(await reply(head, mine.cadre, 2, '王代会')).toMatchObject({ reply: 'stand_in', standIn: '王代会' });
  const stranger = await office.as('committee_head', { committee: 'c02' });
  expect(await refused(reply(stranger, mine.cadre, 3, null))).toBe('meetings.notFound');
  const nameless = member.call(replyToInvitation, {
    params: { id, cadre: mine.cadre },
    body: { reply: 'stand_in', revision: 3 },
  });
  expect(await refused(nameless)).toBe('request.invalid');
});

test('moving a sitting invites anew; a reply meant for the old time is stale', async () => {
  const day = ownDay();
  const request = await approved({});
  const sitting = await self.call(arrangeSitting, { body: sittingOf(at('14:00', day), request) });
  const params = { id: sitting.id };
  const mine = (await member.call(showSitting, { params })).invitations.find(({ mayReply }) => mayReply);
  if (!mine) throw new Error('no invitation');
  const moved = await self.call(moveSitting, {
    params,
    body: { startsAt: at('15:00', day), revision: sitting.revision },
  });
  expect(officeTime(moved.agenda[0]?.from ?? '')).toBe('15:00');
  expect(moved.invitations.every(({ reply }) => reply === 'none')).toBe(true);
  const late = {
    params: { ...params, cadre: mine.cadre },
    body: { reply: 'coming' as const, revision: mine.revision },
  };
  expect(await refused(member.call(replyToInvitation, late))).toBe('meetings.stale');
  const twice = self.call(moveSitting, {
    params,
    body: { startsAt: at('16:00', day), revision: sitting.revision },
  });
  expect(await refused(twice)).toBe('meetings.stale');
});

test('a cancelled sitting says why, its requests wait again, and its cadres are free', async () => {
  const day = ownDay();
  const request = await approved({ audience: directors });
  const sitting = await self.call(arrangeSitting, { body: sittingOf(at('14:00', day), request) });
  expect(
    await refused(
      civil.call(withdrawMeetingRequest, {
        params: { id: request.id },
        body: { reason: '不开了', revision: request.revision + 1 },
      }),
    ),
  ).toBe('meetings.alreadyArranged');
  const body = { reason: '主讲人有事', revision: sitting.revision };
  const cancelled = await self.call(cancelSitting, { params: { id: sitting.id }, body });
  expect(cancelled).toMatchObject({ state: 'cancelled', reason: '主讲人有事' });
  const again = await civil.call(showMeetingRequest, { params: { id: request.id } });
  expect(again).toMatchObject({ state: 'approved', sitting: null });
  expect((await self.call(arrangeSitting, { body: sittingOf(at('14:00', day), again) })).state).toBe(
    'arranged',
  );
  expect(await refused(self.call(cancelSitting, { params: { id: sitting.id }, body }))).toBe(
    'meetings.closed',
  );
});

test.each(['0000-01-01', '9999-12-31'])('a list from %s is refused, not broken', async (from) => {
  expect(await refused(self.call(listSittings, { query: { from } }))).toBe('request.invalid');
});

test('a committee that is not called does not learn of a sitting; departments do, without names', async () => {
  const c01 = office.ids.committees.c01 ?? '';
  const request = await approved({ audience: { posts: ['social_worker'], committees: [c01] } });
  const { id } = await self.call(arrangeSitting, { body: sittingOf(at('14:00', ownDay()), request) });
  const stranger = await office.as('committee_head', { committee: 'c02' });
  expect(await refused(stranger.call(showSitting, { params: { id } }))).toBe('meetings.notFound');
  expect((await stranger.call(listSittings)).some((one) => one.id === id)).toBe(false);
  const health = await office.as('department_clerk', { department: 'health' });
  expect(await health.call(showSitting, { params: { id } })).toMatchObject({ callUps: 3, invitations: [] });
  expect((await civil.call(showSitting, { params: { id } })).invitations).toHaveLength(3);
  const theirs = await office.as('self_governance', { other: true });
  expect(await refused(theirs.call(showSitting, { params: { id } }))).toBe('meetings.notFound');
});

test('Today shows the next sitting with my minutes and what waits, until it has ended', async () => {
  const c03 = office.ids.committees.c03 ?? '';
  const only = { posts: ['director' as const], committees: [c03] };
  const request = await approved({ audience: only, items: oneItem('第一项', 10) });
  const second = await approved({
    audience: { ...only, posts: ['social_worker'] },
    items: oneItem('第二项', 15),
  });
  const { id } = await self.call(arrangeSitting, {
    body: sittingOf(at('08:00', meetingDay), request, second),
  });
  const boss = await office.as('committee_head', { committee: 'c03' });
  const before = await boss.call(showTodayMeetings);
  expect(before.next).toMatchObject({
    id,
    may: { join: true, control: false },
    invitation: { reply: 'none' },
  });
  expect(officeTime(before.next?.needed?.until ?? '')).toBe('08:10');
  expect(before.waiting.toReply).toBeGreaterThanOrEqual(4);
  await self.call(startSitting, { params: { id } });
  await self.call(endSitting, { params: { id } });
  const after = await boss.call(showTodayMeetings);
  expect(after.next?.id).not.toBe(id);
  expect(await refused(self.call(startSitting, { params: { id } }))).toBe('meetings.closed');
});

test('attendance reported twice by one source stands once; two sources of one committee are joined', async () => {
  const request = await approved({});
  const { id } = await self.call(arrangeSitting, { body: sittingOf(at('14:00', ownDay()), request) });
  const meetings: MeetingsService = office.app.modules.meetings;
  const who = systemActor(office.ids.subdistrict);
  const report: AttendanceReport = {
    committee: office.ids.committees.c01 ?? '',
    source: 'device',
    intervals: [{ from: at('14:00'), until: at('14:20') }],
  };
  const counted: AttendanceReport = {
    ...report,
    source: 'roll_call',
    intervals: [{ from: at('14:10'), until: at('14:30') }],
    headCount: 5,
  };
  for (const one of [report, report, counted])
    await office.platform.db.transaction(who, (tx) => meetings.recordAttendance(tx, who, id, one));
  expect((await self.call(showSitting, { params: { id } })).attendance).toMatchObject([
    { minutes: 30, headCount: 5 },
  ]);
  const stranger = await office.as('committee_head', { committee: 'c02' });
  expect((await stranger.call(showSitting, { params: { id } })).attendance).toEqual([]);
});

test('a demonstration is planted in one go, held sittings in the past included', async () => {
  const meetings: MeetingsService = office.app.modules.meetings;
  const who = systemActor(office.ids.subdistrict);
  const department = office.ids.departments.health ?? '';
  const requestedAt = '2026-10-01T01:00:00.000Z';
  const plan: Parameters<MeetingsService['plant']>[2] = {
    sittings: [
      {
        key: 'past',
        title: '十月例会',
        startsAt: '2026-10-13T06:00:00Z',
        mode: 'video',
        place: '',
        state: 'ended',
      },
    ],
    requests: [
      { department, draft: draftOf(), requestedAt, sitting: 'past' },
      { department, draft: draftOf({ audience: directors }), requestedAt, sitting: 'past' },
      { department, draft: draftOf(), requestedAt, sitting: null, state: 'waiting' },
    ],
  };
  const ids = await office.platform.db.transaction(who, (tx) => meetings.plant(tx, who, plan));
  const past = ids.get('past') ?? '';
  const seen = await self.call(showSitting, { params: { id: past } });
  expect(seen).toMatchObject({ state: 'ended', callUps: 12, agenda: [{}, {}, {}, {}] });
  const [facts, invited, items] = await office.platform.db.read(who, async (tx) => [
    await meetings.sitting(tx, past),
    await meetings.invitedCommittees(tx, past),
    await meetings.items(tx, past),
  ]);
  expect([facts?.committees.length, invited.length, items.length]).toEqual([3, 3, 4]);
});
