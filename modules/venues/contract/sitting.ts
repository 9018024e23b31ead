import { z } from 'zod';
import { IdParams, route, upload } from '#platform/contract/route.ts';
import { layouts } from '../domain/state.ts';
import { problems } from '../problems.ts';
import { Breakout, breakoutActs } from './breakout.ts';

const Moment = z.iso.datetime({ offset: true });
const VenueKey = z
  .union([z.literal('hall'), z.uuid()])
  .describe('会场：hall 为主会场，其余为居委会编号')
  .meta({ id: 'VenueKey' });

/** What all screens of a sitting agree on; a screen applies only a greater `rev`. */
export const VenueState = z
  .object({
    rev: z.int().min(1),
    controlRev: z.int().min(1),
    phase: z.enum(['waiting', 'running', 'ended']),
    programme: VenueKey,
    next: VenueKey.nullable(),
    shownSince: Moment.nullable(),
    layout: z.enum(layouts),
    auto: z.enum(['patrol', 'voice']).nullable().describe('循环观看、声控切换'),
    sharer: VenueKey.nullable().describe('可共享屏幕的会场'),
    document: z
      .object({ id: z.uuid(), title: z.string(), page: z.int().min(1), pages: z.int().min(1) })
      .nullable()
      .describe('正在展示的材料和页码'),
    floor: VenueKey.nullable(),
    floorSince: Moment.nullable(),
    queue: z.array(z.object({ venue: VenueKey, since: Moment })).max(500),
    muted: z.array(VenueKey).max(500),
    item: z.uuid().nullable(),
    itemSince: Moment.nullable(),
    notice: z.object({ to: VenueKey.nullable(), text: z.string(), at: Moment }).nullable(),
    poll: z
      .object({
        id: z.uuid(),
        question: z.string(),
        choices: z.array(z.string()).max(6),
        closed: z.boolean(),
        votes: z.array(z.object({ venue: VenueKey, choice: z.int().min(0) })).max(500),
      })
      .nullable(),
    mayRecord: z.boolean().describe('本次会议可以录制'),
    breakout: Breakout.nullable().describe('分组讨论'),
    recordedSince: Moment.nullable().describe('正在录制当前画面；各屏都显示'),
  })
  .meta({ id: 'VenueState' });

export const BranchVenue = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    online: z.boolean(),
    people: z.int().min(0).nullable().describe('会场报的到会人数'),
  })
  .meta({ id: 'BranchVenue' });
export type BranchVenue = z.output<typeof BranchVenue>;

export const VenueItem = z
  .object({ id: z.uuid(), title: z.string(), minutes: z.int() })
  .meta({ id: 'VenueItem' });

/** All that a screen needs besides pictures and sound. */
export const VenuesView = z
  .object({
    sitting: z.object({
      id: z.uuid(),
      title: z.string(),
      startsAt: Moment.nullable(),
      items: z.array(VenueItem),
    }),
    venues: z.array(BranchVenue).max(500),
    hallOnline: z.boolean(),
    state: VenueState,
    video: z.boolean().describe('本机是否有视频引擎'),
    recorder: z
      .enum(['missing', 'idle', 'starting', 'writing', 'held'])
      .describe('录制：本机不能录、未录、正在启动、正在写入、磁盘将满而暂停'),
    now: Moment.describe('服务器时间，供各屏对时'),
  })
  .meta({ id: 'VenuesView' });
export type VenuesView = z.output<typeof VenuesView>;

/** A way into the sitting's room: one room, for some minutes, only what this screen needs. */
export const VenueTicket = z
  .object({
    url: z.string().describe('信令地址；以 / 开头时在本站之下'),
    token: z.string(),
    identity: z.string(),
    expiresAt: Moment,
  })
  .meta({ id: 'VenueTicket' });
export type VenueTicket = z.output<typeof VenueTicket>;

const Device = z
  .object({
    device: z.uuid().describe('这台设备自己记住的编号'),
    takeOver: z.boolean().default(false).describe('接替另一台设备'),
  })
  .meta({ id: 'VenueDevice' });

const admission = [problems.notFound, problems.notByVideo, problems.ended, problems.noVideo];

export const readVenues = route({
  id: 'readVenues',
  method: 'get',
  path: '/sittings/{id}/venues',
  summary: '会场与当前画面',
  access: 'meetings.read',
  params: IdParams,
  output: VenuesView,
  refusals: [problems.notFound, problems.notByVideo],
});

export const issueBranchTicket = route({
  id: 'issueBranchTicket',
  method: 'post',
  path: '/sittings/{id}/tickets/branch',
  summary: '本会场接入视频',
  access: 'venues.join',
  params: IdParams,
  body: Device,
  output: VenueTicket,
  refusals: [...admission, problems.deviceElsewhere],
});

export const issueHallTicket = route({
  id: 'issueHallTicket',
  method: 'post',
  path: '/sittings/{id}/tickets/hall',
  summary: '主会场摄像头接入视频',
  access: 'venues.control',
  params: IdParams,
  body: Device,
  output: VenueTicket,
  refusals: [...admission, problems.deviceElsewhere],
});

export const issueWallTicket = route({
  id: 'issueWallTicket',
  method: 'post',
  path: '/sittings/{id}/tickets/wall',
  summary: '大屏接入视频（只看不发）',
  access: 'venues.watch',
  params: IdParams,
  output: VenueTicket,
  refusals: admission,
});

export const issueConsoleTicket = route({
  id: 'issueConsoleTicket',
  method: 'post',
  path: '/sittings/{id}/tickets/console',
  summary: '控制台接入视频（只看不发）',
  access: 'venues.control',
  params: IdParams,
  output: VenueTicket,
  refusals: admission,
});

export const actAsBranch = route({
  id: 'actAsBranch',
  method: 'post',
  path: '/sittings/{id}/hand',
  summary: '本会场举手、放下、发言完毕、表决、停止共享、请主会场来本组',
  access: 'venues.join',
  params: IdParams,
  body: z
    .discriminatedUnion('act', [
      z.object({ act: z.enum(['raise', 'lower', 'finish', 'voice', 'unshare', 'help', 'help-over']) }),
      z.object({ act: z.literal('vote'), choice: z.int().min(0).max(5) }),
    ])
    .meta({ id: 'BranchAct' }),
  output: VenueState,
  refusals: [
    problems.notFound,
    problems.notByVideo,
    problems.ended,
    problems.noFloor,
    problems.noPoll,
    problems.noGroups,
  ],
});

export const reportHeadCount = route({
  id: 'reportHeadCount',
  method: 'put',
  path: '/sittings/{id}/head-count',
  summary: '本会场报到会人数',
  access: 'venues.join',
  params: IdParams,
  body: z.object({ people: z.int().min(0).max(500) }).meta({ id: 'HeadCount' }),
  output: null,
  refusals: [problems.notFound, problems.notByVideo, problems.ended],
});

const venue = VenueKey;
export const ControlAct = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('start') }),
    z.object({ kind: z.literal('grant'), venue }),
    z.object({ kind: z.literal('return') }),
    z.object({ kind: z.literal('dismiss'), venue }),
    z.object({ kind: z.literal('preview'), venue: venue.nullable() }),
    z.object({ kind: z.literal('take'), venue: venue.optional() }),
    z.object({ kind: z.literal('layout'), layout: z.enum(layouts) }),
    z.object({ kind: z.literal('mute'), venue }),
    z.object({ kind: z.literal('unmute'), venue }),
    z.object({ kind: z.literal('mute-all') }),
    z.object({ kind: z.literal('item'), item: z.uuid().nullable() }),
    z.object({ kind: z.literal('notice'), to: venue.nullable(), text: z.string().trim().max(60) }),
    z.object({ kind: z.literal('auto'), auto: z.enum(['patrol', 'voice']).nullable() }),
    z.object({ kind: z.literal('share'), venue: venue.nullable() }),
    z.object({
      kind: z.literal('poll'),
      id: z.uuid(),
      question: z.string().trim().min(1).max(60),
      choices: z.array(z.string().trim().min(1).max(20)).min(2).max(6),
    }),
    z.object({ kind: z.literal('poll-close') }),
    z.object({ kind: z.literal('poll-clear') }),
    z.object({ kind: z.literal('document'), document: z.uuid().nullable(), page: z.int().min(1).max(200) }),
    z.object({ kind: z.literal('allow-record'), allowed: z.boolean() }),
    z.object({ kind: z.literal('record') }),
    z.object({ kind: z.literal('record-stop') }),
    ...breakoutActs,
    z.object({ kind: z.literal('end') }),
  ])
  .meta({ id: 'ControlAct' });
export type ControlAct = z.output<typeof ControlAct>;

export const controlVenues = route({
  id: 'controlVenues',
  method: 'post',
  path: '/sittings/{id}/control',
  summary: '控制台操作（以所见的版本为准，过时则拒绝）',
  access: 'venues.control',
  params: IdParams,
  body: z
    .object({ rev: z.int().min(1).max(2_000_000_000).describe('操作员看到的版本'), act: ControlAct })
    .meta({ id: 'VenueControl' }),
  output: VenueState,
  refusals: [
    problems.notFound,
    problems.notByVideo,
    problems.ended,
    problems.stale,
    problems.noSuchVenue,
    problems.noSuchItem,
    problems.nothingNext,
    problems.noFloor,
    problems.noPoll,
    problems.notRecordable,
    problems.noRecorder,
    problems.noSuchPage,
    problems.noGroups,
    problems.noSuchGroup,
    problems.inTwoGroups,
  ],
});

/** The main venue's own microphone hears somebody speak: under 声控切换 the picture follows. */
export const reportHallVoice = route({
  id: 'reportHallVoice',
  method: 'post',
  path: '/sittings/{id}/hall-voice',
  summary: '主会场有人说话（声控切换）',
  access: 'venues.control',
  params: IdParams,
  output: VenueState,
  refusals: [problems.notFound, problems.notByVideo, problems.ended],
});

export const VenueEvent = z
  .object({
    rev: z.int(),
    at: Moment,
    kind: z.string(),
    venue: VenueKey.nullable(),
    item: z.uuid().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'VenueEvent' });
export const VenuePresence = z
  .object({ venue: VenueKey, cameAt: Moment, seenAt: Moment, evidence: z.array(z.string()).max(2) })
  .meta({ id: 'VenuePresence' });

/** The switching log and who was connected when. */
export const readVenueLog = route({
  id: 'readVenueLog',
  method: 'get',
  path: '/sittings/{id}/venue-log',
  summary: '切换记录与各会场在线时段',
  access: 'venues.watch',
  params: IdParams,
  output: z
    .object({ events: z.array(VenueEvent).max(5000), presence: z.array(VenuePresence).max(5000) })
    .meta({ id: 'VenueLog' }),
  refusals: [problems.notFound, problems.notByVideo],
});

/** Called by the media engine, signed with its key. A hint only: what it says is looked up afresh. */
export const hearMediaEngine = route({
  id: 'hearMediaEngine',
  method: 'post',
  path: '/venues/webhook',
  summary: '视频引擎通知（引擎签名）',
  access: 'public',
  body: upload(256 * 1024, 'application/webhook+json'),
  output: null,
  refusals: [problems.badSignature],
});
