import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { problems } from './problems.ts';

/** Posts of neighbourhood cadres (岗位) an audience is chosen by. */
export const posts = [
  'secretary',
  'deputy_secretary',
  'director',
  'deputy_director',
  'social_worker',
] as const;
export const itemKinds = ['discuss', 'decide', 'train', 'read_out'] as const;
export const modes = ['video', 'in_person', 'on_site'] as const;
export const dayParts = ['any', 'morning', 'afternoon'] as const;
export const ruleCodes = ['reserved_posts', 'department_quota'] as const;
export const requestStates = ['waiting', 'approved', 'arranged', 'refused', 'withdrawn'] as const;
export const sittingStates = ['arranged', 'started', 'ended', 'cancelled'] as const;

const Mode = z.enum(modes);
const Instant = z.iso.datetime({ offset: true });
/** Years beyond these are slips of the pen, and the database's and the calendar's arithmetic ends somewhere. */
const near = (day: string): boolean => day >= '2000-01-01' && day < '2100-01-01';
const Day = z.iso.date().refine(near, '年份应在 2000 至 2099 之间');
const Start = Instant.refine(near, '年份应在 2000 至 2099 之间');
const Revision = z.int().min(1).describe('看到的版本；别人改过就拒绝');
const Reason = z.string().trim().min(1).max(200);
const Words = z.object({ zh: z.string(), en: z.string() });

/** Who is called up (召集范围): every cadre who holds one of the posts in one of the committees. No posts or no committees: nobody. */
export const Audience = z
  .object({
    posts: z.array(z.enum(posts)).max(posts.length),
    committees: z.union([z.literal('all'), z.array(z.uuid()).max(100)]),
  })
  .meta({ id: 'Audience' });
export type Audience = z.output<typeof Audience>;

export const ItemDraft = z
  .object({
    title: z.string().trim().min(1).max(60),
    minutes: z.int().min(5).max(240),
    kind: z.enum(itemKinds),
    presenter: z.string().trim().min(1).max(30),
    audience: Audience.nullable().default(null).describe('只召集部分人时填写；空为整份申请的范围'),
  })
  .meta({ id: 'MeetingItemDraft' });
export type ItemDraft = z.output<typeof ItemDraft>;

const backwards = (when: { earliest: string; latest: string }) => when.earliest <= when.latest;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** When: any time within some days, or one fixed time. */
export const When = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('window'), earliest: Day, latest: Day, part: z.enum(dayParts) }),
    z.object({ kind: z.literal('fixed'), startsAt: Start }),
  ])
  .refine((when) => when.kind === 'fixed' || backwards(when), {
    path: ['latest'],
    message: '最晚日期不能早于最早日期',
  })
  .refine((when) => when.kind === 'fixed' || days(when.earliest, when.latest) <= 62, {
    path: ['latest'],
    message: '时间范围最长两个月',
  })
  .meta({ id: 'MeetingWindow' });
export type When = z.output<typeof When>;

/** What a department asks for (会议申请). */
export const RequestDraft = z
  .object({
    purpose: z.string().trim().min(1).max(60),
    items: z.array(ItemDraft).min(1).max(20),
    audience: Audience,
    when: When,
    mode: Mode,
    place: z.string().trim().max(60),
  })
  .refine(({ mode, place }) => mode === 'video' || place !== '', {
    path: ['place'],
    message: '不是视频会议，请写地点',
  })
  .meta({ id: 'MeetingRequestDraft' });
export type RequestDraft = z.output<typeof RequestDraft>;

/** Which rule a decision followed, in words. */
export const Decision = z
  .object({
    outcome: z.enum(['admitted', 'approval_required', 'approved', 'refused', 'withdrawn', 'cancelled']),
    rule: z.string().nullable().describe('规则代号；空为人的决定'),
    words: Words,
    reason: z.string().nullable(),
    by: z.string(),
    at: Instant,
  })
  .meta({ id: 'MeetingDecision' });
export type Decision = z.output<typeof Decision>;

const Item = ItemDraft.extend({ id: z.uuid(), callUps: z.int() }).meta({ id: 'MeetingItem' });

/** A meeting request as the API shows it. */
export const MeetingRequest = z
  .object({
    id: z.uuid(),
    department: z.object({ id: z.uuid(), name: z.string() }),
    requestedBy: z.string(),
    requestedAt: Instant,
    purpose: z.string(),
    items: z.array(Item),
    minutes: z.int(),
    audience: Audience,
    callUps: z.int().describe('召集人次'),
    when: When,
    mode: Mode,
    place: z.string(),
    state: z.enum(requestStates),
    decisions: z.array(Decision),
    sitting: z.uuid().nullable(),
    revision: z.int(),
    mine: z.boolean().describe('本科室的申请'),
  })
  .meta({ id: 'MeetingRequest' });
export type MeetingRequest = z.output<typeof MeetingRequest>;

/** What would happen to a draft if it were sent now. */
export const RequestVerdict = z
  .object({
    outcome: z.enum(['admitted', 'approval_required']),
    rule: z.enum([...ruleCodes, 'no_call_up']),
    words: Words,
    callUps: z.int(),
    readOutCallUps: z.int().describe('纯传达议题若改登每周提示，可少召集的人次'),
  })
  .meta({ id: 'MeetingRequestVerdict' });
export type RequestVerdict = z.output<typeof RequestVerdict>;

export const AudienceChoices = z
  .object({
    committees: z.array(
      z.object({ id: z.uuid(), code: z.string(), name: z.string(), shortName: z.string() }),
    ),
    posts: z.array(z.object({ post: z.enum(posts), cadres: z.int() })),
  })
  .meta({ id: 'AudienceChoices' });
export const AudienceCount = z.object({ cadres: z.int(), committees: z.int() }).meta({ id: 'AudienceCount' });

/** Terms of a rule: which posts are reserved, who may call them, how often; how many call-ups a department has a month. */
export const RuleTerms = z
  .object({
    posts: z.array(z.enum(posts)).max(posts.length),
    conveners: z.array(z.enum(['self_governance', 'party_building', 'party_government'])).max(3),
    perMonth: z.int().min(0).max(100_000),
  })
  .meta({ id: 'ConveningRuleTerms' });
export type RuleTerms = z.output<typeof RuleTerms>;
export const ConveningRule = z
  .object({
    code: z.enum(ruleCodes),
    effectiveFrom: Day,
    effectiveTo: Day.nullable(),
    terms: RuleTerms,
    words: Words,
    used: z.int().describe('本科室本月已用'),
  })
  .meta({ id: 'ConveningRule' });
export type ConveningRule = z.output<typeof ConveningRule>;

/** How a sitting is to be arranged: whose requests, in what order, when. */
export const SittingDraft = z
  .object({
    title: z.string().trim().min(1).max(60),
    startsAt: Start,
    mode: Mode,
    place: z.string().trim().max(60),
    requests: z
      .array(z.object({ id: z.uuid(), revision: Revision }))
      .min(1)
      .max(20),
    order: z.array(z.uuid()).min(1).max(100).describe('全部议题的先后'),
  })
  .meta({ id: 'SittingDraft' });
export type SittingDraft = z.output<typeof SittingDraft>;

/** A part of the audience and when it is needed, by post. */
export const NeededPart = z
  .object({
    posts: z.array(z.enum(posts)),
    cadres: z.int(),
    committees: z.int(),
    from: Instant,
    until: Instant,
  })
  .meta({ id: 'NeededPart' });
export type NeededPart = z.output<typeof NeededPart>;

export const AgendaItem = z
  .object({
    id: z.uuid(),
    request: z.uuid(),
    department: z.object({ id: z.uuid(), name: z.string() }),
    title: z.string(),
    minutes: z.int(),
    kind: z.enum(itemKinds),
    presenter: z.string(),
    from: Instant,
    until: Instant,
  })
  .meta({ id: 'AgendaItem' });
export type AgendaItem = z.output<typeof AgendaItem>;

/** A clash found while arranging: `twice` refuses, the others ask to look again. */
export const Clash = z
  .object({
    kind: z.enum(['twice', 'half_day', 'part_of_day', 'fixed_time', 'outside_window', 'rest_day']),
    sitting: z.string().nullable().describe('另一场会的名称'),
    request: z.string().nullable(),
    cadres: z.int(),
    committees: z.array(z.string()).describe('涉及的居委会'),
  })
  .meta({ id: 'SittingClash' });
export type Clash = z.output<typeof Clash>;

export const ArrangementVerdict = z
  .object({
    agenda: z.array(AgendaItem),
    parts: z.array(NeededPart),
    clashes: z.array(Clash),
    possible: z.boolean(),
    callUps: z.object({ separately: z.int(), pooled: z.int() }),
    cadreMinutes: z
      .object({ whole: z.int(), needed: z.int() })
      .describe('全程陪会与只到该到的时段，按人分钟'),
  })
  .meta({ id: 'ArrangementVerdict' });
export type ArrangementVerdict = z.output<typeof ArrangementVerdict>;

export const replies = ['none', 'coming', 'stand_in'] as const;
export const Invitation = z
  .object({
    cadre: z.uuid(),
    name: z.string(),
    posts: z.array(z.string()),
    committee: z.object({ id: z.uuid(), name: z.string() }),
    from: Instant,
    until: Instant,
    items: z.array(z.uuid()),
    reply: z.enum(replies),
    standIn: z.string().nullable(),
    mayReply: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.output<typeof Invitation>;

export const Presence = z
  .object({
    committee: z.object({ id: z.uuid(), name: z.string() }),
    minutes: z.int().describe('在会分钟'),
    intervals: z.array(z.object({ from: Instant, until: Instant.nullable() })),
    headCount: z.int().nullable(),
  })
  .meta({ id: 'CommitteePresence' });
export type Presence = z.output<typeof Presence>;

export const SittingSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    mode: Mode,
    place: z.string(),
    state: z.enum(sittingStates),
    kind: z.enum(['regular', 'practice', 'small']).describe('练习用的演练不计入任何统计；小会是当场召集的'),
    departments: z.array(z.string()),
    callUps: z.int(),
    committees: z.int(),
    needed: z
      .object({ from: Instant, until: Instant })
      .nullable()
      .describe('您需要在场的时段；不属于个人的账号为本居委会最早的'),
    unanswered: z.int().describe('待您回复的邀请'),
    revision: z.int(),
  })
  .meta({ id: 'SittingSummary' });
export type SittingSummary = z.output<typeof SittingSummary>;

/** A sitting with all its page shows (会次). */
export const Sitting = SittingSummary.extend({
  agenda: z.array(AgendaItem),
  parts: z.array(NeededPart),
  invitations: z.array(Invitation),
  attendance: z.array(Presence),
  reason: z.string().nullable(),
  separately: z.int().describe('若分开开会的召集人次'),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  colleagues: z.array(z.string()).describe('本居委会可代会的同事'),
  may: z.object({
    arrange: z.boolean(),
    join: z.boolean(),
    watch: z.boolean(),
    control: z.boolean(),
  }),
}).meta({ id: 'Sitting' });
export type Sitting = z.output<typeof Sitting>;

/** A sitting as the Today page shows it to one person. */
export const TodaySitting = SittingSummary.extend({
  invitation: Invitation.nullable(),
  tripsSaved: z.int().describe('拼会为此人省下的趟数'),
  colleagues: z.array(z.string()),
  may: z.object({ join: z.boolean(), watch: z.boolean(), control: z.boolean() }),
}).meta({ id: 'TodaySitting' });
export type TodaySitting = z.output<typeof TodaySitting>;

export const TodayMeetings = z
  .object({
    next: TodaySitting.nullable(),
    today: z.array(SittingSummary),
    waiting: z.object({
      approvals: z.int().describe('待我批准'),
      toArrange: z.int().describe('待安排'),
      toReply: z.int().describe('待回复的邀请'),
      requests: z.int().describe('本科室在办的申请'),
    }),
  })
  .meta({ id: 'TodayMeetings' });
export type TodayMeetings = z.output<typeof TodayMeetings>;

const read = 'meetings.read';

export const listAudienceChoices = route({
  id: 'listAudienceChoices',
  method: 'get',
  path: '/meeting-audience',
  summary: '可召集的居委会与岗位',
  access: 'meetings.request',
  output: AudienceChoices,
});

export const countAudience = route({
  id: 'countAudience',
  method: 'post',
  path: '/meeting-audience/count',
  summary: '按范围计算召集人数',
  access: 'meetings.request',
  body: Audience,
  output: AudienceCount,
  refusals: [problems.unknownCommittee],
});

export const listConveningRules = route({
  id: 'listConveningRules',
  method: 'get',
  path: '/convening-rules',
  summary: '召集规则与本月用量',
  access: read,
  output: z.array(ConveningRule),
});

export const amendConveningRule = route({
  id: 'amendConveningRule',
  method: 'post',
  path: '/convening-rules',
  summary: '自某日起改变召集规则（旧规则保留）',
  access: 'meetings.arrange',
  body: z.object({ code: z.enum(ruleCodes), effectiveFrom: Day, terms: RuleTerms }),
  output: z.array(ConveningRule),
  refusals: [problems.windowPast, problems.ruleOverlaps],
});

export const checkMeetingRequest = route({
  id: 'checkMeetingRequest',
  method: 'post',
  path: '/meeting-requests/check',
  summary: '试算：这份申请适用哪条规则、是否须批准（不提交）',
  access: 'meetings.request',
  body: RequestDraft,
  output: RequestVerdict,
  refusals: [problems.noDepartment, problems.windowPast, problems.unknownCommittee],
});

export const requestMeeting = route({
  id: 'requestMeeting',
  method: 'post',
  path: '/meeting-requests',
  summary: '申请会议',
  access: 'meetings.request',
  body: RequestDraft,
  output: MeetingRequest,
  refusals: [problems.noDepartment, problems.windowPast, problems.unknownCommittee],
});

export const listMeetingRequests = route({
  id: 'listMeetingRequests',
  method: 'get',
  path: '/meeting-requests',
  summary: '会议申请（本科室的；安排人与主要领导看全部），新的在前',
  access: read,
  query: z.object({ state: z.enum(requestStates).optional() }),
  output: z.array(MeetingRequest),
});

export const showMeetingRequest = route({
  id: 'showMeetingRequest',
  method: 'get',
  path: '/meeting-requests/{id}',
  summary: '一份会议申请',
  access: read,
  params: IdParams,
  output: MeetingRequest,
  refusals: [problems.notFound],
});

export const decideMeetingRequest = route({
  id: 'decideMeetingRequest',
  method: 'post',
  path: '/meeting-requests/{id}/decision',
  summary: '主要领导批准或不同意',
  access: 'meetings.approve',
  params: IdParams,
  body: z.object({ outcome: z.enum(['approved', 'refused']), reason: Reason, revision: Revision }),
  output: MeetingRequest,
  refusals: [problems.notFound, problems.stale, problems.decided],
});

export const withdrawMeetingRequest = route({
  id: 'withdrawMeetingRequest',
  method: 'post',
  path: '/meeting-requests/{id}/withdrawal',
  summary: '撤回尚未安排的申请',
  access: 'meetings.request',
  params: IdParams,
  body: z.object({ reason: Reason, revision: Revision }),
  output: MeetingRequest,
  refusals: [problems.notFound, problems.stale, problems.decided, problems.alreadyArranged],
});

const arrangement = [
  problems.stale,
  problems.notReady,
  problems.agendaIncomplete,
  problems.tooLong,
  problems.windowPast,
] as const;

export const checkArrangement = route({
  id: 'checkArrangement',
  method: 'post',
  path: '/sittings/check',
  summary: '试排：逐分钟议程、召集人次、冲突（不保存）',
  access: 'meetings.arrange',
  body: SittingDraft,
  output: ArrangementVerdict,
  refusals: [...arrangement],
});

export const arrangeSitting = route({
  id: 'arrangeSitting',
  method: 'post',
  path: '/sittings',
  summary: '安排会次并邀请',
  access: 'meetings.arrange',
  body: SittingDraft,
  output: Sitting,
  refusals: [...arrangement, problems.outsideWindow, problems.calledTwice],
});

export const moveSitting = route({
  id: 'moveSitting',
  method: 'put',
  path: '/sittings/{id}/time',
  summary: '改时间（已有的回复作废，重新邀请）',
  access: 'meetings.arrange',
  params: IdParams,
  body: z.object({ startsAt: Start, revision: Revision }),
  output: Sitting,
  refusals: [
    problems.notFound,
    problems.stale,
    problems.closed,
    problems.started,
    problems.windowPast,
    problems.outsideWindow,
    problems.calledTwice,
  ],
});

export const cancelSitting = route({
  id: 'cancelSitting',
  method: 'post',
  path: '/sittings/{id}/cancellation',
  summary: '取消会次；所含申请回到待安排',
  access: 'meetings.arrange',
  params: IdParams,
  body: z.object({ reason: Reason, revision: Revision }),
  output: Sitting,
  refusals: [problems.notFound, problems.stale, problems.closed],
});

export const startSitting = route({
  id: 'startSitting',
  method: 'post',
  path: '/sittings/{id}/start',
  summary: '宣布开会',
  access: 'meetings.arrange',
  params: IdParams,
  output: Sitting,
  refusals: [problems.notFound, problems.closed],
});

export const endSitting = route({
  id: 'endSitting',
  method: 'post',
  path: '/sittings/{id}/end',
  summary: '宣布散会',
  access: 'meetings.arrange',
  params: IdParams,
  output: Sitting,
  refusals: [problems.notFound, problems.closed, problems.notStarted],
});

export const listSittings = route({
  id: 'listSittings',
  method: 'get',
  path: '/sittings',
  summary: '会次：默认今天起六十天',
  access: read,
  query: z.object({ from: Day.optional(), until: Day.optional() }),
  output: z.array(SittingSummary),
});

export const showSitting = route({
  id: 'showSitting',
  method: 'get',
  path: '/sittings/{id}',
  summary: '一场会：议程、召集、回复、出席',
  access: read,
  params: IdParams,
  output: Sitting,
  refusals: [problems.notFound],
});

export const replyToInvitation = route({
  id: 'replyToInvitation',
  method: 'put',
  path: '/sittings/{id}/invitations/{cadre}',
  summary: '回复：参加，或请人代会',
  access: 'meetings.reply',
  params: IdParams.extend({ cadre: z.uuid() }),
  body: z
    .object({
      reply: z.enum(['coming', 'stand_in']),
      standIn: z.string().trim().min(1).max(30).nullable().default(null),
      revision: Revision,
    })
    .refine((body) => (body.reply === 'stand_in') === (body.standIn !== null), {
      path: ['standIn'],
      message: '请写明由谁代会',
    }),
  output: Invitation,
  refusals: [problems.notFound, problems.stale, problems.closed],
});

export const showTodayMeetings = route({
  id: 'showTodayMeetings',
  method: 'get',
  path: '/today/meetings',
  summary: '今日页：下一场会、今天的会、等我办的',
  access: read,
  output: TodayMeetings,
});
