import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { asScreen } from './as-screen.ts';
import { actAsBranch, issueBranchTicket, readVenues, reportHeadCount } from './sitting.ts';

const Moment = z.iso.datetime({ offset: true });
const Venue = z.object({ id: z.uuid(), name: z.string() });

export const VenueScreen = z
  .object({
    id: z.uuid(),
    name: z.string().describe('设备自报的浏览器'),
    pairedAt: Moment,
    pairedBy: z.string(),
    seenAt: Moment,
  })
  .meta({ id: 'VenueScreen' });
export type VenueScreen = z.output<typeof VenueScreen>;

export const listVenueScreens = route({
  id: 'listVenueScreens',
  method: 'get',
  path: '/venue-screens',
  summary: '各居委会配对的固定屏',
  access: 'venues.pair',
  output: z
    .array(
      z
        .object({ committee: Venue, screens: z.array(VenueScreen).max(100) })
        .meta({ id: 'VenueScreensOfCommittee' }),
    )
    .max(500),
});

export const makePairingCode = route({
  id: 'makePairingCode',
  method: 'post',
  path: '/venue-screens/codes',
  summary: '为居委会的固定屏生成配对码（只显示一次，15 分钟内有效）',
  access: 'venues.pair',
  body: z.object({ committee: z.uuid() }).meta({ id: 'PairingCodeDraft' }),
  output: z.object({ code: z.string(), expiresAt: Moment }).meta({ id: 'PairingCode' }),
  refusals: [problems.noSuchVenue],
});

export const revokeVenueScreen = route({
  id: 'revokeVenueScreen',
  method: 'delete',
  path: '/venue-screens/{id}',
  summary: '解除一块固定屏的配对',
  access: 'venues.pair',
  params: IdParams,
  output: null,
  refusals: [problems.noSuchScreen],
});

/** Whose screen this is and what it is to show now. */
export const ScreenPlan = z
  .object({
    subdistrict: z.string(),
    venue: Venue,
    screen: z.uuid(),
    now: z.object({ id: z.uuid() }).nullable().describe('现在要进入的会次'),
    next: z.object({ id: z.uuid(), title: z.string(), startsAt: Moment }).nullable(),
    time: Moment,
  })
  .meta({ id: 'ScreenPlan' });
export type ScreenPlan = z.output<typeof ScreenPlan>;

export const pairScreen = route({
  id: 'pairScreen',
  method: 'post',
  path: '/screen',
  summary: '固定屏输入配对码，取得本会场的长期凭据',
  access: 'public',
  body: z.object({ code: z.string().max(20) }).meta({ id: 'ScreenPairing' }),
  output: ScreenPlan,
  refusals: [problems.codeWrong, problems.tooManyCodes],
});

export const readScreen = route({
  id: 'readScreen',
  method: 'get',
  path: '/screen',
  summary: '固定屏：本会场现在和接下来的会（凭配对凭据）',
  access: 'public',
  output: ScreenPlan,
  refusals: [problems.notPaired],
});

/** Events of one sitting and of the venue's committee, for as long as the screen is paired. */
export const listenAsScreen = route({
  id: 'listenAsScreen',
  method: 'get',
  path: '/screen/live',
  summary: '固定屏的实时消息（凭配对凭据）',
  access: 'public',
  query: z.object({ sitting: z.uuid().optional() }),
  output: file('text/event-stream'),
  refusals: [problems.notPaired, problems.notFound],
});

export const readVenuesAsScreen = asScreen(readVenues, 'readVenuesAsScreen');
export const issueScreenTicket = asScreen(issueBranchTicket, 'issueScreenTicket');
export const actAsScreen = asScreen(actAsBranch, 'actAsScreen');
export const reportHeadCountAsScreen = asScreen(reportHeadCount, 'reportHeadCountAsScreen');
