import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { checkParts } from '../domain/check.ts';
import { problems } from '../problems.ts';
import { asScreen } from './as-screen.ts';
import { VenueTicket } from './sitting.ts';

const Verdict = z.enum(['good', 'look', 'bad']);

export const VenueCheck = z
  .object({
    parts: z.record(z.enum(checkParts), Verdict),
    ms: z.int().min(0).max(60_000).nullable().describe('到服务器的往返毫秒'),
    media: z.enum(['udp', 'tcp', 'relay']).nullable().describe('视频走的路'),
  })
  .meta({ id: 'VenueCheck' });
export type VenueCheck = z.output<typeof VenueCheck>;

export const issueCheckTicket = route({
  id: 'issueCheckTicket',
  method: 'post',
  path: '/sittings/{id}/tickets/check',
  summary: '会前检查：接入只有自己的试音室',
  access: 'venues.join',
  params: IdParams,
  output: VenueTicket,
  refusals: [problems.notFound, problems.notByVideo, problems.ended, problems.noVideo],
});

export const reportCheck = route({
  id: 'reportCheck',
  method: 'put',
  path: '/sittings/{id}/check',
  summary: '会前检查的结果',
  access: 'venues.join',
  params: IdParams,
  body: VenueCheck,
  output: null,
  refusals: [problems.notFound, problems.notByVideo],
});

export const issueCheckTicketAsScreen = asScreen(issueCheckTicket, 'issueCheckTicketAsScreen');
export const reportCheckAsScreen = asScreen(reportCheck, 'reportCheckAsScreen');

export const readChecks = route({
  id: 'readChecks',
  method: 'get',
  path: '/sittings/{id}/checks',
  summary: '各会场会前检查的结果',
  access: 'venues.watch',
  params: IdParams,
  output: z
    .array(
      z
        .object({
          venue: z.object({ id: z.uuid(), name: z.string() }),
          check: VenueCheck.nullable(),
          at: z.iso.datetime({ offset: true }).nullable(),
        })
        .meta({ id: 'VenueChecked' }),
    )
    .max(500),
  refusals: [problems.notFound, problems.notByVideo],
});
