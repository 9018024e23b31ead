import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { asScreen } from './as-screen.ts';

const Share = z.number().min(0).max(1).nullable();
const Layer = z.string().max(20).nullable();

export const VenueLine = z
  .object({
    ms: z.int().min(0).max(60_000).nullable().describe('到媒体服务器的往返毫秒'),
    lossDown: Share.describe('收到的丢包，0 到 1'),
    lossUp: Share.describe('发出的丢包，0 到 1'),
    way: z.enum(['udp', 'tcp', 'relay']).nullable().describe('走的路'),
    sends: Layer.describe('正在发出的画面，如 320×180'),
    gets: Layer.describe('正在收到的画面'),
  })
  .meta({ id: 'VenueLine' });
export type VenueLine = z.output<typeof VenueLine>;

export const reportLine = route({
  id: 'reportLine',
  method: 'put',
  path: '/sittings/{id}/line',
  summary: '会场线路的现况',
  access: 'venues.join',
  params: IdParams,
  body: VenueLine,
  output: null,
  refusals: [problems.notFound, problems.notByVideo],
});

export const reportLineAsScreen = asScreen(reportLine, 'reportLineAsScreen');

export const readLines = route({
  id: 'readLines',
  method: 'get',
  path: '/sittings/{id}/lines',
  summary: '各会场线路的现况',
  access: 'venues.watch',
  params: IdParams,
  output: z
    .array(
      z
        .object({ venue: z.uuid(), line: VenueLine, at: z.iso.datetime({ offset: true }) })
        .meta({ id: 'VenueLineNow' }),
    )
    .max(500),
  refusals: [problems.notFound, problems.notByVideo],
});
