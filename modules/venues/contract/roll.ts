import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { mismatches, standings } from '../domain/roll.ts';
import { problems } from '../problems.ts';
import { asScreen } from './as-screen.ts';

const Moment = z.iso.datetime({ offset: true });
const Name = z.string().trim().min(1).max(30);
const Standing = z.enum(standings).meta({ id: 'VenueStanding' });
const Reason = z.string().trim().min(1).max(200);
const People = z.int().min(0).max(500);
const Sources = z.enum(['branch', 'console', 'sign_in']);

export const VenuePerson = z
  .object({ id: z.uuid(), name: z.string(), standing: Standing, source: Sources, at: Moment, by: z.string() })
  .meta({ id: 'VenuePerson' });
export type VenuePerson = z.output<typeof VenuePerson>;

const Invited = z
  .object({ cadre: z.uuid(), name: z.string().describe('本人，或代会的人'), here: z.boolean() })
  .meta({ id: 'VenueInvited' });

/** One venue's list as the venue itself keeps it. */
export const OwnRoll = z
  .object({
    people: z.array(VenuePerson).max(500),
    invited: z.array(Invited).max(200),
    code: z.string().nullable().describe('扫码或输入后自己签到；会议结束后为空'),
  })
  .meta({ id: 'VenueOwnRoll' });
export type OwnRoll = z.output<typeof OwnRoll>;

export const Correction = z
  .object({
    at: Moment,
    by: z.string(),
    what: z.enum(['count', 'added', 'removed']),
    name: z.string().nullable(),
    people: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'VenueCorrection' });

export const VenueRoll = z
  .object({
    venue: z.object({ id: z.uuid(), name: z.string() }),
    online: z.boolean(),
    minutes: z.int(),
    people: People.nullable(),
    named: z.array(VenuePerson).max(500),
    invited: z.array(Invited).max(200),
    mismatches: z.array(z.enum(mismatches)),
    history: z.array(Correction).max(500),
  })
  .meta({ id: 'VenueRoll' });
export type VenueRoll = z.output<typeof VenueRoll>;

const branchRefusals = [problems.notFound, problems.notByVideo, problems.ended];

export const readRoll = route({
  id: 'readRoll',
  method: 'get',
  path: '/sittings/{id}/roll',
  summary: '点到：各会场的在线、人数、姓名与不一致之处',
  access: 'venues.watch',
  params: IdParams,
  output: z.array(VenueRoll).max(500),
  refusals: [problems.notFound, problems.notByVideo],
});

export const correctRoll = route({
  id: 'correctRoll',
  method: 'post',
  path: '/sittings/{id}/roll/{venue}',
  summary: '更正一个会场的人数或名单（保留原来的，写明原因）',
  access: 'venues.control',
  params: IdParams.extend({ venue: z.uuid() }),
  body: z
    .discriminatedUnion('what', [
      z.object({ what: z.literal('count'), people: People, reason: Reason }),
      z.object({ what: z.literal('add'), name: Name, standing: Standing, reason: Reason }),
      z.object({ what: z.literal('remove'), person: z.uuid(), reason: Reason }),
    ])
    .meta({ id: 'RollCorrection' }),
  output: null,
  refusals: [
    problems.notFound,
    problems.notByVideo,
    problems.noSuchVenue,
    problems.noSuchPerson,
    problems.namedAlready,
  ],
});

export const readOwnRoll = route({
  id: 'readOwnRoll',
  method: 'get',
  path: '/sittings/{id}/people',
  summary: '本会场的到会名单与签到码',
  access: 'venues.join',
  params: IdParams,
  output: OwnRoll,
  refusals: [problems.notFound, problems.notByVideo],
});

export const nameVenuePerson = route({
  id: 'nameVenuePerson',
  method: 'post',
  path: '/sittings/{id}/people',
  summary: '本会场登记一位到会人',
  access: 'venues.join',
  params: IdParams,
  body: z
    .object({ name: Name, standing: Standing, cadre: z.uuid().nullable().default(null) })
    .meta({ id: 'VenuePersonDraft' }),
  output: null,
  refusals: [...branchRefusals, problems.namedAlready],
});

export const unnameVenuePerson = route({
  id: 'unnameVenuePerson',
  method: 'delete',
  path: '/sittings/{id}/people/{person}',
  summary: '本会场从名单中去掉一位',
  access: 'venues.join',
  params: IdParams.extend({ person: z.uuid() }),
  output: null,
  refusals: [...branchRefusals, problems.noSuchPerson],
});

export const readOwnRollAsScreen = asScreen(readOwnRoll, 'readOwnRollAsScreen');
export const nameVenuePersonAsScreen = asScreen(nameVenuePerson, 'nameVenuePersonAsScreen');
export const unnameVenuePersonAsScreen = asScreen(unnameVenuePerson, 'unnameVenuePersonAsScreen');

const Code = z.string().max(20);
const signInRefusals = [problems.signInCodeWrong, problems.tooManyCodes];

export const openVenueSignIn = route({
  id: 'openVenueSignIn',
  method: 'post',
  path: '/venue-sign-in/code',
  summary: '签到码对应的会议与会场',
  access: 'public',
  reads: true,
  body: z.object({ code: Code }).meta({ id: 'VenueSignInCode' }),
  output: z.object({ title: z.string(), venue: z.string() }).meta({ id: 'VenueSignInPlace' }),
  refusals: signInRefusals,
});

export const signInAtVenue = route({
  id: 'signInAtVenue',
  method: 'post',
  path: '/venue-sign-in',
  summary: '在会场用自己的手机签到',
  access: 'public',
  body: z.object({ code: Code, name: Name, standing: Standing }).meta({ id: 'VenueSignIn' }),
  output: null,
  refusals: [...signInRefusals, problems.namedAlready],
});
