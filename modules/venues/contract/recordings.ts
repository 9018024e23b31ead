import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { VenueState } from './sitting.ts';

const Moment = z.iso.datetime({ offset: true });

/** One run of the recorder; when it died the recording goes on in the next part. */
export const RecordingPart = z
  .object({
    part: z.int().min(1),
    firstAt: Moment,
    seconds: z.number().min(0),
    bytes: z.int().min(0),
  })
  .meta({ id: 'RecordingPart' });
export type RecordingPart = z.output<typeof RecordingPart>;

/** A place to jump to: an item of the agenda, or who spoke, from when to when in a part. */
export const RecordingMark = z
  .object({
    kind: z.enum(['item', 'speech']),
    item: z.uuid().nullable(),
    venue: z.string().nullable().describe('发言的会场：hall 或居委会编号'),
    part: z.int().min(1),
    from: z.number().min(0).describe('在该段中的秒数'),
    until: z.number().min(0),
  })
  .meta({ id: 'RecordingMark' });
export type RecordingMark = z.output<typeof RecordingMark>;

export const Recording = z
  .object({
    id: z.uuid(),
    startedAt: Moment,
    stoppedAt: Moment.nullable(),
    keptUntil: Moment.describe('到期自动删除'),
    deleted: z.object({ at: Moment, by: z.string(), reason: z.string() }).nullable(),
    parts: z.array(RecordingPart).max(1000),
    marks: z.array(RecordingMark).max(5000),
  })
  .meta({ id: 'Recording' });
export type Recording = z.output<typeof Recording>;

/** What was recorded of a sitting, and whether it may be. */
export const listRecordings = route({
  id: 'listRecordings',
  method: 'get',
  path: '/sittings/{id}/recordings',
  summary: '会议录像和对应的议题',
  access: 'venues.recordings',
  params: IdParams,
  output: z
    .object({ mayRecord: z.boolean(), available: z.boolean(), recordings: z.array(Recording).max(200) })
    .meta({ id: 'Recordings' }),
  refusals: [problems.notFound, problems.notByVideo],
});

/** The convener says whether this sitting may be recorded. Taken back, a recording that runs ends. */
export const chooseRecording = route({
  id: 'chooseRecording',
  method: 'put',
  path: '/sittings/{id}/recording-choice',
  summary: '说明本次会议可否录制（各屏都告知；收回即停录）',
  access: 'venues.recordings',
  params: IdParams,
  body: z.object({ allowed: z.boolean() }).meta({ id: 'RecordingChoice' }),
  output: VenueState,
  refusals: [problems.notFound, problems.notByVideo, problems.ended],
});

/** Opening a recording is on record; what it answers is needed for each part, for a few hours. */
export const openRecording = route({
  id: 'openRecording',
  method: 'post',
  path: '/recordings/{id}/viewings',
  summary: '打开录像观看（记入审计）',
  access: 'venues.recordings',
  reads: true,
  params: IdParams,
  output: z.object({ viewing: z.string(), expiresAt: Moment }).meta({ id: 'RecordingViewing' }),
  refusals: [problems.noSuchRecording, problems.recordingDeleted],
});

export const playRecording = route({
  id: 'playRecording',
  method: 'get',
  path: '/recordings/{id}/parts/{part}',
  summary: '录像的一段（支持按字节范围取）',
  access: 'venues.recordings',
  params: IdParams.extend({ part: z.coerce.number().int().min(1).max(1000) }),
  query: z.object({ viewing: z.string().max(200) }),
  output: file('video/webm'),
  refusals: [problems.noSuchRecording, problems.recordingDeleted, problems.viewingOver],
});

export const deleteRecording = route({
  id: 'deleteRecording',
  method: 'post',
  path: '/recordings/{id}/deletion',
  summary: '删除录像（须写原因，不可恢复）',
  access: 'venues.recordings',
  params: IdParams,
  body: z.object({ reason: z.string().trim().min(1).max(200) }).meta({ id: 'RecordingDeletion' }),
  output: null,
  refusals: [problems.noSuchRecording, problems.stillRecording],
});
