import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { mostPeople } from '../domain/small.ts';
import { problems } from '../problems.ts';
import { VenueTicket } from './sitting.ts';

const Moment = z.iso.datetime({ offset: true });
const Words = z.object({ zh: z.string(), en: z.string() });

/** Somebody who can be asked to a small meeting. */
export const SmallMeetingChoice = z
  .object({
    account: z.uuid(),
    name: z.string(),
    place: z.string().describe('居委会或科室'),
    posts: z.array(z.string()),
    callUp: z.boolean().describe('计入召集人次'),
  })
  .meta({ id: 'SmallMeetingChoice' });
export type SmallMeetingChoice = z.output<typeof SmallMeetingChoice>;

/** A small meeting (小会): who was asked, who is there. */
export const SmallMeeting = z
  .object({
    id: z.uuid(),
    host: z.object({ account: z.uuid(), name: z.string(), place: z.string() }),
    startedAt: Moment,
    endedAt: Moment.nullable(),
    people: z
      .array(
        z.object({
          account: z.uuid(),
          name: z.string(),
          place: z.string(),
          standing: z.enum(['here', 'asked', 'declined', 'left']),
          callUp: z.boolean(),
          minutes: z.int().describe('在会分钟'),
        }),
      )
      .max(mostPeople),
    video: z.boolean().describe('本机是否有视频引擎'),
  })
  .meta({ id: 'SmallMeeting' });
export type SmallMeeting = z.output<typeof SmallMeeting>;

const People = z
  .array(z.uuid())
  .min(1)
  .max(mostPeople - 1)
  .describe('账号');

export const listSmallMeetings = route({
  id: 'listSmallMeetings',
  method: 'get',
  path: '/small-meetings',
  summary: '小会：正在请我的',
  access: 'meetings.read',
  output: z.array(SmallMeeting).max(20),
});

export const listSmallMeetingChoices = route({
  id: 'listSmallMeetingChoices',
  method: 'get',
  path: '/small-meetings/choices',
  summary: '小会：可以请的人，和最近常见的几拨人',
  access: 'meetings.call',
  output: z.object({
    people: z.array(SmallMeetingChoice).max(2000),
    recent: z.array(z.array(z.uuid()).max(mostPeople)).max(6),
  }),
});

export const checkSmallMeeting = route({
  id: 'checkSmallMeeting',
  method: 'post',
  path: '/small-meetings/check',
  summary: '试算：请这几位适用哪条召集规则（不发出）',
  access: 'meetings.call',
  reads: true,
  body: z.object({ people: People }).meta({ id: 'SmallMeetingCheck' }),
  output: z
    .object({ allowed: z.boolean(), callUps: z.int(), words: Words })
    .meta({ id: 'SmallMeetingVerdict' }),
  refusals: [problems.noSuchPeople],
});

export const callSmallMeeting = route({
  id: 'callSmallMeeting',
  method: 'post',
  path: '/small-meetings',
  summary: '现在见面：请几位同事马上视频',
  access: 'meetings.call',
  body: z.object({ people: People }).meta({ id: 'SmallMeetingDraft' }),
  output: SmallMeeting,
  refusals: [problems.noSuchPeople, problems.noVideo, problems.needsApproval, problems.calledElsewhere],
});

export const showSmallMeeting = route({
  id: 'showSmallMeeting',
  method: 'get',
  path: '/small-meetings/{id}',
  summary: '一场小会：谁在、谁还没来',
  access: 'meetings.read',
  params: IdParams,
  output: SmallMeeting,
  refusals: [problems.notFound],
});

export const issueSmallMeetingTicket = route({
  id: 'issueSmallMeetingTicket',
  method: 'post',
  path: '/small-meetings/{id}/ticket',
  summary: '加入小会',
  access: 'meetings.read',
  params: IdParams,
  body: z.object({ device: z.uuid().describe('这台设备自己记住的编号') }).meta({ id: 'SmallMeetingDevice' }),
  output: VenueTicket,
  refusals: [problems.notFound, problems.ended, problems.noVideo],
});

export const leaveSmallMeeting = route({
  id: 'leaveSmallMeeting',
  method: 'post',
  path: '/small-meetings/{id}/leave',
  summary: '离开小会；还没来的，是说现在不便。最后一位离开，小会结束',
  access: 'meetings.read',
  params: IdParams,
  output: null,
  refusals: [problems.notFound],
});

export const endSmallMeeting = route({
  id: 'endSmallMeeting',
  method: 'post',
  path: '/small-meetings/{id}/end',
  summary: '召集人结束小会',
  access: 'meetings.call',
  params: IdParams,
  output: null,
  refusals: [problems.notFound],
});
