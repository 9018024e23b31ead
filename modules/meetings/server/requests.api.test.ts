import { beforeAll, expect, test } from 'vitest';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  amendConveningRule,
  checkMeetingRequest,
  countAudience,
  decideMeetingRequest,
  listConveningRules,
  listMeetingRequests,
  requestMeeting,
  showMeetingRequest,
  showTodayMeetings,
  withdrawMeetingRequest,
} from '../contract.ts';
import { draftOf, workers } from './meetings-data.ts';

let office: Office;
let civil: Client;
let health: Client;
let self: Client;
let leader: Client;
beforeAll(async () => {
  office = await startOffice();
  civil = await office.as('department_clerk', { department: 'civil' });
  health = await office.as('department_clerk', { department: 'health' });
  self = await office.as('self_governance');
  leader = await office.as('main_leader');
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: CallError) => error.code,
  );

test('social workers within the quota are called without asking, and the request says by which rule', async () => {
  const verdict = await civil.call(checkMeetingRequest, { body: draftOf() });
  expect(verdict).toMatchObject({ outcome: 'admitted', rule: 'department_quota', callUps: 9 });
  const request = await civil.call(requestMeeting, { body: draftOf() });
  expect(request).toMatchObject({
    state: 'approved',
    callUps: 9,
    mine: true,
    department: { name: '民政办' },
  });
  expect(request.decisions).toMatchObject([
    { outcome: 'admitted', rule: 'department_quota', words: verdict.words },
  ]);
});

test('a business department that names directors waits for the main leader, who refuses or approves with a reason', async () => {
  const draft = draftOf({ audience: { posts: ['director'], committees: 'all' } });
  const first = await civil.call(requestMeeting, { body: draft });
  const second = await civil.call(requestMeeting, { body: draft });
  expect([first.state, second.state]).toEqual(['waiting', 'waiting']);
  expect((await leader.call(showTodayMeetings)).waiting.approvals).toBeGreaterThanOrEqual(2);
  const no = await leader.call(decideMeetingRequest, {
    params: { id: first.id },
    body: { outcome: 'refused', reason: '改登每周提示', revision: first.revision },
  });
  expect(no).toMatchObject({
    state: 'refused',
    decisions: [{}, { outcome: 'refused', reason: '改登每周提示' }],
  });
  const yes = await leader.call(decideMeetingRequest, {
    params: { id: second.id },
    body: { outcome: 'approved', reason: '同意', revision: second.revision },
  });
  expect(yes.state).toBe('approved');
  expect(
    await refused(
      leader.call(decideMeetingRequest, {
        params: { id: second.id },
        body: { outcome: 'refused', reason: '想想还是算了', revision: second.revision },
      }),
    ),
  ).toBe('meetings.decided');
});

test('the self-governance office calls directors once a month by itself; the second time waits, a withdrawn one frees the place', async () => {
  const draft = draftOf({ audience: { posts: ['director'], committees: 'all' } });
  const ask = () => self.call(requestMeeting, { body: draft });
  const first = await ask();
  expect([first.state, (await ask()).state]).toEqual(['approved', 'waiting']);
  await self.call(withdrawMeetingRequest, {
    params: { id: first.id },
    body: { reason: '议题撤了', revision: first.revision },
  });
  expect((await ask()).state).toBe('approved');
});

test('a leader who looks at an old version of a request is told so', async () => {
  const request = await civil.call(requestMeeting, {
    body: draftOf({ audience: { posts: ['secretary'], committees: 'all' } }),
  });
  const body = { outcome: 'approved' as const, reason: '同意', revision: request.revision + 1 };
  expect(await refused(leader.call(decideMeetingRequest, { params: { id: request.id }, body }))).toBe(
    'meetings.stale',
  );
});

test('another department sees neither the request nor that it exists; the arranger and the leader do', async () => {
  const { id } = await civil.call(requestMeeting, {
    body: draftOf({ audience: { posts: [], committees: [] } }),
  });
  expect(await refused(health.call(showMeetingRequest, { params: { id } }))).toBe('meetings.notFound');
  expect((await health.call(listMeetingRequests)).some((one) => one.id === id)).toBe(false);
  for (const reader of [self, leader])
    expect((await reader.call(showMeetingRequest, { params: { id } })).id).toBe(id);
  expect(
    await refused(
      health.call(withdrawMeetingRequest, { params: { id }, body: { reason: '不是我的', revision: 1 } }),
    ),
  ).toBe('meetings.notFound');
});

test('the neighbouring subdistrict sees nothing of ours', async () => {
  const { id } = await civil.call(requestMeeting, {
    body: draftOf({ audience: { posts: [], committees: [] } }),
  });
  const theirs = await office.as('main_leader', { other: true });
  expect(await refused(theirs.call(showMeetingRequest, { params: { id } }))).toBe('meetings.notFound');
  expect(await theirs.call(listMeetingRequests)).toEqual([]);
});

test('what cannot be asked for is refused by name', async () => {
  const yesterday = addDays(officeDay(), -1);
  const past = draftOf({ when: { kind: 'window', earliest: yesterday, latest: yesterday, part: 'any' } });
  expect(await refused(civil.call(requestMeeting, { body: past }))).toBe('meetings.windowPast');
  const nowhere = draftOf({ audience: { posts: ['director'], committees: [office.ids.subdistrict] } });
  expect(await refused(civil.call(requestMeeting, { body: nowhere }))).toBe('meetings.unknownCommittee');
  const government = await office.as('party_government');
  expect(await refused(government.call(requestMeeting, { body: draftOf() }))).toBe('meetings.noDepartment');
  const nowhereToGo = draftOf({ mode: 'on_site', place: '' });
  expect(await refused(civil.call(requestMeeting, { body: nowhereToGo }))).toBe('request.invalid');
  const backwards = draftOf({
    when: { kind: 'window', earliest: '2027-02-02', latest: '2027-02-01', part: 'any' },
  });
  expect(await refused(civil.call(requestMeeting, { body: backwards }))).toBe('request.invalid');
});

test('a read-out item says truly how many call-ups the weekly tips would save', async () => {
  const [item] = draftOf().items;
  if (!item) throw new Error('no item');
  const body = draftOf({
    items: [item, { ...item, kind: 'read_out', audience: { posts: ['secretary'], committees: 'all' } }],
  });
  expect(await civil.call(checkMeetingRequest, { body })).toMatchObject({ callUps: 12, readOutCallUps: 3 });
});

test('an audience is counted before anything is sent', async () => {
  const c01 = office.ids.committees.c01 ?? '';
  expect(
    await civil.call(countAudience, { body: { posts: ['director', 'secretary'], committees: 'all' } }),
  ).toEqual({ cadres: 6, committees: 3 });
  expect(await civil.call(countAudience, { body: { ...workers, committees: [c01] } })).toEqual({
    cadres: 3,
    committees: 1,
  });
});

test('of fifty requests sent at once, the quota admits what fits and not one more', async () => {
  const rules = await self.call(amendConveningRule, {
    body: {
      code: 'department_quota',
      effectiveFrom: officeDay(),
      terms: { posts: [], conveners: [], perMonth: 40 },
    },
  });
  expect(rules.filter(({ code }) => code === 'department_quota')).toMatchObject([
    { terms: { perMonth: 40 }, effectiveTo: null },
  ]);
  const asked = await Promise.all(
    Array.from({ length: 50 }, () => health.call(requestMeeting, { body: draftOf() })),
  );
  const states = Object.groupBy(asked, ({ state }) => state);
  expect([states.approved?.length, states.waiting?.length]).toEqual([4, 46]);
  const verdict = await health.call(checkMeetingRequest, { body: draftOf() });
  expect(verdict).toMatchObject({
    outcome: 'approval_required',
    words: { zh: expect.stringContaining('已用 36') },
  });
});

test('a rule is amended once from a day; the same day again is refused and the old terms stay readable', async () => {
  const effectiveFrom = addDays(officeDay(), 400);
  const body = {
    code: 'reserved_posts' as const,
    effectiveFrom,
    terms: { posts: ['secretary' as const], conveners: [], perMonth: 2 },
  };
  await self.call(amendConveningRule, { body });
  expect(await refused(self.call(amendConveningRule, { body }))).toBe('meetings.ruleOverlaps');
  const rules = (await civil.call(listConveningRules)).filter(({ code }) => code === 'reserved_posts');
  expect(rules.map(({ terms, effectiveTo }) => [terms.perMonth, effectiveTo])).toEqual([
    [1, addDays(effectiveFrom, -1)],
    [2, null],
  ]);
});
