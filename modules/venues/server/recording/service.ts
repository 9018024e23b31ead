import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { Recording } from '../../contract.ts';
import { marksOf } from '../../domain/recording.ts';
import { problems } from '../../problems.ts';
import { admit, keyOf } from '../admission.ts';
import { readEvents, readState } from '../repository.ts';
import { createPartReader } from './part-reader.ts';
import { chunkKey } from './part-writer.ts';
import * as repository from './repository.ts';
import { createViewings } from './viewings.ts';

const dayMs = 24 * 3_600_000;

export interface RecordingsNeeds {
  readonly meetings: MeetingsService;
  /** How long a recording is kept, in days. */
  readonly keepDays: number;
  /** Whether this server can record. */
  readonly available: boolean;
  readonly subdistricts: () => Promise<string[]>;
}

/** What was recorded: who may see it, jumping to the agenda's items, deleting, and the end of its time. */
export const createRecordings = (
  platform: Platform,
  { meetings, keepDays, available, subdistricts }: RecordingsNeeds,
) => {
  const { db, audit, files, secrets, log } = platform;
  const viewings = createViewings(secrets);
  const read = createPartReader(platform);

  /** The hall's people, the leader, and whose items are on the agenda; to all others there is no such thing. */
  const sittingFor = async (tx: Db, who: Actor, id: string): Promise<SittingFacts> => {
    const sitting = await admit(meetings, tx, who, id);
    if (!meetings.mayWatch(who, sitting)) throw new Refusal(problems.notFound);
    return sitting;
  };

  const mustFind = async (tx: Db, who: Actor, id: string) => {
    const row = await repository.findRecording(tx, who.subdistrict, id);
    const sitting = row && (await meetings.sitting(tx, row.sitting));
    if (!row || !sitting || !meetings.mayWatch(who, sitting)) throw new Refusal(problems.noSuchRecording);
    return { row, sitting };
  };

  const recordingsOf = async (tx: Db, who: Actor, id: string): Promise<Recording[]> => {
    const key = keyOf(who, id);
    const rows = await repository.recordingsOf(tx, key);
    const ids = rows.map((row) => row.id);
    const parts = await repository.partsOf(tx, who.subdistrict, ids);
    const log = rows.length > 0 ? await readEvents(tx, key, 5000) : [];
    const now = new Date().toISOString();
    return rows.map((row): Recording => {
      const own = parts.filter(({ recording }) => recording === row.id);
      return {
        id: row.id,
        startedAt: row.startedAt,
        stoppedAt: row.stoppedAt,
        keptUntil: new Date(Date.parse(row.startedAt) + keepDays * dayMs).toISOString(),
        deleted:
          row.deletedAt === null
            ? null
            : { at: row.deletedAt, by: row.deletedBy ?? '', reason: row.deletedReason ?? '' },
        parts: own.map(({ part, firstAt, milliseconds, bytes }) => ({
          part,
          firstAt,
          seconds: milliseconds / 1000,
          bytes,
        })),
        marks: row.deletedAt === null ? marksOf(own, log as never, now) : [],
      };
    });
  };

  /** Takes the files of a deleted recording out of the store; what fails is done by the next night's round. */
  const empty = async (subdistrict: string, id: string): Promise<void> => {
    const key = { subdistrict };
    const counts = await db.read(key, (tx) => repository.fileCountsOf(tx, subdistrict, id));
    // One more than is noted: a file may have been written before the note of it was.
    for (const { part, chunks } of counts)
      for (let chunk = 0; chunk <= Number(chunks); chunk += 1)
        await files.remove(chunkKey(subdistrict, id, part, chunk));
    await db.transaction(key, (tx) => repository.markEmptied(tx, subdistrict, id));
  };

  const expire = async (subdistrict: string): Promise<void> => {
    const who = systemActor(subdistrict);
    const before = new Date(Date.now() - keepDays * dayMs).toISOString();
    await db.transaction(who, async (tx) => {
      for (const { id, sitting } of await repository.recordingsBefore(tx, subdistrict, before)) {
        await repository.markDeleted(tx, subdistrict, id, who.name, '保存期满');
        await audit.record(tx, who, 'venues.recording-expired', id, { sitting });
      }
    });
    for (const { id } of await db.read(who, (tx) => repository.notEmptied(tx, subdistrict)))
      await empty(subdistrict, id);
  };

  return {
    list: (who: Actor, id: string) =>
      db.read(who, async (tx) => {
        await sittingFor(tx, who, id);
        const { mayRecord } = await readState(tx, keyOf(who, id));
        return { mayRecord, available, recordings: await recordingsOf(tx, who, id) };
      }),

    open: (who: Actor, id: string) =>
      db.transaction(who, async (tx) => {
        const { row } = await mustFind(tx, who, id);
        if (row.deletedAt !== null) throw new Refusal(problems.recordingDeleted);
        await audit.record(tx, who, 'venues.recording-opened', id, { sitting: row.sitting });
        return viewings.issue(who.account, id);
      }),

    play: async (
      who: Actor,
      id: string,
      part: number,
      viewing: string,
      range: string | null,
    ): Promise<RawReply> => {
      const { found, chunks } = await db.read(who, async (tx) => {
        const { row } = await mustFind(tx, who, id);
        if (!viewings.holds(viewing, who.account, id)) throw new Refusal(problems.viewingOver);
        if (row.deletedAt !== null) throw new Refusal(problems.recordingDeleted);
        const parts = await repository.partsOf(tx, who.subdistrict, [id]);
        const one = parts.find((each) => each.part === part);
        if (!one) throw new Refusal(problems.noSuchRecording);
        return { found: one, chunks: await repository.chunksOf(tx, who.subdistrict, id, part) };
      });
      return read(who.subdistrict, found, chunks, range);
    },

    delete: async (who: Actor, id: string, reason: string): Promise<void> => {
      await db.transaction(who, async (tx) => {
        const { row, sitting } = await mustFind(tx, who, id);
        if (row.deletedAt !== null) return;
        const { recordedSince, phase } = await readState(tx, keyOf(who, row.sitting));
        const goesOn = recordedSince !== null && phase !== 'ended' && sitting.state !== 'ended';
        if (row.stoppedAt === null && goesOn) throw new Refusal(problems.stillRecording);
        await repository.markDeleted(tx, who.subdistrict, id, who.name, reason);
        await audit.record(tx, who, 'venues.recording-deleted', id, { sitting: row.sitting });
      });
      await empty(who.subdistrict, id).catch((error: unknown) => log.warn('venues-recordings', { error }));
    },

    /** Deletes what has been kept long enough, and files of what was deleted while the store was away. */
    expireAll: async (): Promise<void> => {
      for (const subdistrict of await subdistricts()) await expire(subdistrict);
    },
  };
};

export type Recordings = ReturnType<typeof createRecordings>;
