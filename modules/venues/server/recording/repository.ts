import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { ClusterPlace } from '../../domain/webm.ts';
import type { SittingKey } from '../repository.ts';

export interface RecordingRow {
  readonly id: string;
  readonly sitting: string;
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  readonly deletedReason: string | null;
}

const columns = [
  'id',
  'sitting_id as sitting',
  'started_at as startedAt',
  'stopped_at as stoppedAt',
  'deleted_at as deletedAt',
  'deleted_by as deletedBy',
  'deleted_reason as deletedReason',
] as const;

/** Begins a recording; while one goes on it is that one. */
export const beginRecording = (tx: Db, { subdistrict, sitting }: SittingKey, at: string) =>
  tx
    .insertInto('venue_recording')
    .values({ subdistrict_id: subdistrict, id: newId(), sitting_id: sitting, started_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const endRecording = (tx: Db, { subdistrict, sitting }: SittingKey, at: string) =>
  tx
    .updateTable('venue_recording')
    .set({ stopped_at: at })
    .where('subdistrict_id', '=', subdistrict)
    .where('sitting_id', '=', sitting)
    .where('stopped_at', 'is', null)
    .execute();

export const recordingsOf = (tx: Db, { subdistrict, sitting }: SittingKey): Promise<RecordingRow[]> =>
  tx
    .selectFrom('venue_recording')
    .select(columns)
    .where('subdistrict_id', '=', subdistrict)
    .where('sitting_id', '=', sitting)
    .orderBy('started_at')
    .limit(200)
    .execute();

export const findRecording = (tx: Db, subdistrict: string, id: string): Promise<RecordingRow | undefined> =>
  tx
    .selectFrom('venue_recording')
    .select(columns)
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .executeTakeFirst();

/**
 * Takes, or goes on holding, the recording that is open: of several processes one records.
 * @returns its id, or null when there is none or another process holds it
 */
export const claimRecording = async (
  tx: Db,
  { subdistrict, sitting }: SittingKey,
  process: string,
  until: string,
): Promise<string | null> => {
  const row = await tx
    .updateTable('venue_recording')
    .set({ claimed_by: process, claimed_until: until })
    .where('subdistrict_id', '=', subdistrict)
    .where('sitting_id', '=', sitting)
    .where('stopped_at', 'is', null)
    .where((where) =>
      where.or([
        where('claimed_by', 'is', null),
        where('claimed_by', '=', process),
        where('claimed_until', '<', sql<string>`now()`),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Lets go, so that another process need not wait. */
export const releaseRecording = (tx: Db, { subdistrict, sitting }: SittingKey, process: string) =>
  tx
    .updateTable('venue_recording')
    .set({ claimed_by: null, claimed_until: null })
    .where('subdistrict_id', '=', subdistrict)
    .where('sitting_id', '=', sitting)
    .where('claimed_by', '=', process)
    .execute();

export interface PartRow {
  readonly recording: string;
  readonly part: number;
  readonly firstAt: string;
  readonly writtenAt: string;
  readonly headerBytes: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export const partsOf = (tx: Db, subdistrict: string, recordings: readonly string[]): Promise<PartRow[]> =>
  recordings.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('venue_recording_part')
        .select([
          'recording_id as recording',
          'part',
          'first_at as firstAt',
          'written_at as writtenAt',
          'header_bytes as headerBytes',
          'bytes',
          'milliseconds',
        ])
        .where('subdistrict_id', '=', subdistrict)
        .where('recording_id', 'in', [...recordings])
        .orderBy('recording_id')
        .orderBy('part')
        .execute();

export const addPart = (
  tx: Db,
  subdistrict: string,
  { recording, part, firstAt, headerBytes }: Pick<PartRow, 'recording' | 'part' | 'firstAt' | 'headerBytes'>,
) =>
  tx
    .insertInto('venue_recording_part')
    .values({
      subdistrict_id: subdistrict,
      recording_id: recording,
      part,
      first_at: firstAt,
      written_at: new Date().toISOString(),
      header_bytes: headerBytes,
      bytes: 0,
      milliseconds: 0,
    })
    .execute();

export interface ChunkRow {
  readonly chunk: number;
  readonly bytes: number;
  readonly clusters: readonly ClusterPlace[];
}

/** Adds a chunk whose file is in the store. @returns false when the recording has been deleted meanwhile */
export const addChunk = async (
  tx: Db,
  subdistrict: string,
  { recording, part }: Pick<PartRow, 'recording' | 'part'>,
  { chunk, bytes, clusters }: ChunkRow,
  until: number,
): Promise<boolean> => {
  const open = await tx
    .selectFrom('venue_recording')
    .select('id')
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', recording)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!open) return false;
  const key = { subdistrict_id: subdistrict, recording_id: recording, part };
  await tx
    .insertInto('venue_recording_chunk')
    .values({ ...key, chunk, bytes, clusters: sql<never>`${JSON.stringify(clusters)}::jsonb` })
    .execute();
  await tx
    .updateTable('venue_recording_part')
    .set({
      bytes: sql<number>`bytes + ${bytes}`,
      milliseconds: until,
      written_at: new Date().toISOString(),
    })
    .where('subdistrict_id', '=', subdistrict)
    .where('recording_id', '=', recording)
    .where('part', '=', part)
    .execute();
  return true;
};

export const chunksOf = async (
  tx: Db,
  subdistrict: string,
  recording: string,
  part: number,
): Promise<ChunkRow[]> =>
  (await tx
    .selectFrom('venue_recording_chunk')
    .select(['chunk', 'bytes', 'clusters'])
    .where('subdistrict_id', '=', subdistrict)
    .where('recording_id', '=', recording)
    .where('part', '=', part)
    .orderBy('chunk')
    .execute()) as unknown as ChunkRow[];

export const markDeleted = (tx: Db, subdistrict: string, id: string, by: string, reason: string) => {
  const at = new Date().toISOString();
  return tx
    .updateTable('venue_recording')
    .set({
      deleted_at: at,
      deleted_by: by,
      deleted_reason: reason,
      stopped_at: sql<string>`coalesce(stopped_at, ${at}::timestamptz)`,
    })
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .execute();
};

/** Recordings that began before a moment and are not deleted. */
export const recordingsBefore = (tx: Db, subdistrict: string, moment: string) =>
  tx
    .selectFrom('venue_recording')
    .select(['id', 'sitting_id as sitting'])
    .where('subdistrict_id', '=', subdistrict)
    .where('deleted_at', 'is', null)
    .where('started_at', '<', moment)
    .execute();

/** Deleted, but with files that may still lie in the store. */
export const notEmptied = (tx: Db, subdistrict: string) =>
  tx
    .selectFrom('venue_recording')
    .select('id')
    .where('subdistrict_id', '=', subdistrict)
    .where('deleted_at', 'is not', null)
    .where('emptied_at', 'is', null)
    .execute();

export const fileCountsOf = (tx: Db, subdistrict: string, recording: string) =>
  tx
    .selectFrom('venue_recording_part as p')
    .leftJoin('venue_recording_chunk as c', (join) =>
      join
        .onRef('c.subdistrict_id', '=', 'p.subdistrict_id')
        .onRef('c.recording_id', '=', 'p.recording_id')
        .onRef('c.part', '=', 'p.part'),
    )
    .select(({ fn }) => ['p.part as part', fn.count<number>('c.chunk').as('chunks')])
    .where('p.subdistrict_id', '=', subdistrict)
    .where('p.recording_id', '=', recording)
    .groupBy('p.part')
    .execute();

/** Forgets the chunks of a deleted recording; how long its parts were stays. */
export const markEmptied = async (tx: Db, subdistrict: string, id: string): Promise<void> => {
  await tx
    .deleteFrom('venue_recording_chunk')
    .where('subdistrict_id', '=', subdistrict)
    .where('recording_id', '=', id)
    .execute();
  await tx
    .updateTable('venue_recording')
    .set({ emptied_at: new Date().toISOString() })
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .execute();
};
