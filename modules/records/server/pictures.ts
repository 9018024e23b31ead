import { createHash } from 'node:crypto';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { RecordPicture } from '../contract.ts';
import { withoutTraces } from '../domain/jpeg.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import { findRecord } from './repository.ts';

/** A door and what was found behind it need no album. */
const most = 6;

/** A picture as it is found in the store. */
export interface PictureRef {
  readonly record: string;
  readonly key: string;
}

/** Pictures of an act: never needed, kept sealed, without where they were taken. */
export const createPictures = ({ platform }: Dependencies) => {
  const { db, files, secrets, audit } = platform;

  const own = async (tx: Db, who: Actor, id: string) => {
    const row = await findRecord(tx, id);
    if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noRecord);
    return row;
  };

  const listOf = async (tx: Db, record: string): Promise<RecordPicture[]> => {
    const rows = await tx
      .selectFrom('record_picture')
      .select(['id', 'bytes', 'added_by_name', 'added_at'])
      .where('record_id', '=', record)
      .orderBy('added_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      bytes: row.bytes,
      addedBy: row.added_by_name,
      addedAt: new Date(row.added_at as unknown as string).toISOString(),
    }));
  };

  return {
    /** Pictures of these acts, for whoever may see the acts; `content` opens one. */
    ofRecords: async (tx: Db, records: readonly string[]): Promise<PictureRef[]> => {
      if (records.length === 0) return [];
      const rows = await tx
        .selectFrom('record_picture')
        .select(['record_id', 'file_key'])
        .where('record_id', 'in', [...records])
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ record: row.record_id, key: row.file_key }));
    },

    content: async (key: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const sealed = await files.get(key);
      return sealed && new Uint8Array(Buffer.from(secrets.open(key, sealed), 'base64'));
    },

    list: (who: Actor, record: string): Promise<RecordPicture[]> =>
      db.read(who, async (tx) => {
        await own(tx, who, record);
        return listOf(tx, record);
      }),

    /** Keeps a picture; the same one sent again is the one that is there. */
    add: async (who: Actor, record: string, sent: Uint8Array): Promise<RecordPicture[]> => {
      const before = await db.read(who, async (tx) => {
        await own(tx, who, record);
        return listOf(tx, record);
      });
      const picture = withoutTraces(sent);
      if (!picture) throw new Refusal(problems.noPicture);
      const sha256 = createHash('sha256').update(picture).digest('hex');
      if (before.length >= most) throw new Refusal(problems.pictureTooMany);
      const key = `${who.subdistrict}/${newId()}`;
      const sealed = secrets.seal(key, Buffer.from(picture).toString('base64'));
      await files.put(key, sealed, 'application/octet-stream');
      return db.transaction(who, async (tx) => {
        const row = await own(tx, who, record);
        const added = await tx
          .insertInto('record_picture')
          .values({
            subdistrict_id: who.subdistrict,
            id: newId(),
            record_id: record,
            file_key: key,
            sha256,
            bytes: picture.length,
            added_by: who.account,
            added_by_name: who.name,
          })
          .onConflict((conflict) => conflict.columns(['subdistrict_id', 'record_id', 'sha256']).doNothing())
          .returning('id')
          .executeTakeFirst();
        const now = await listOf(tx, record);
        if (!added) await files.remove(key);
        else
          await audit.record(tx, who, 'record.pictured', record, { bytes: picture.length }, row.committee_id);
        return now;
      });
    },

    show: async (who: Actor, record: string, id: string): Promise<RawReply> => {
      const key = await db.read(who, async (tx) => {
        await own(tx, who, record);
        const found = await tx
          .selectFrom('record_picture')
          .select('file_key')
          .where('record_id', '=', record)
          .where('id', '=', id)
          .executeTakeFirst();
        return found?.file_key;
      });
      const sealed = key ? await files.get(key) : null;
      if (!key || !sealed) throw new Refusal(problems.noRecord);
      return {
        type: 'image/jpeg',
        content: new Uint8Array(Buffer.from(secrets.open(key, sealed), 'base64')),
      };
    },
  };
};
