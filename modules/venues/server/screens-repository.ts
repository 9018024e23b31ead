import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { codeMinutes } from '../domain/pairing.ts';

export const saveCode = async (db: Db, who: Actor, committee: string, hash: Buffer): Promise<string> => {
  await db.deleteFrom('venue_pairing_code').where('expires_at', '<', sql<string>`now()`).execute();
  const { expires_at } = await db
    .insertInto('venue_pairing_code')
    .values({
      code_hash: hash,
      subdistrict_id: who.subdistrict,
      committee_id: committee,
      account_id: who.account,
      expires_at: sql`now() + make_interval(mins => ${codeMinutes})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return expires_at;
};

/** Uses a code up: of two screens that type it at once, one gets nothing. */
export const spendCode = (db: Db, hash: Buffer) =>
  db
    .deleteFrom('venue_pairing_code')
    .where('code_hash', '=', hash)
    .where('expires_at', '>', sql<string>`now()`)
    .returning(['subdistrict_id as subdistrict', 'committee_id as committee', 'account_id as account'])
    .executeTakeFirst();

export interface NewScreen {
  readonly id: string;
  readonly subdistrict: string;
  readonly committee: string;
  readonly secretHash: Buffer;
  readonly name: string;
  readonly account: string;
}

export const insertScreen = (tx: Db, screen: NewScreen) =>
  tx
    .insertInto('venue_screen')
    .values({
      subdistrict_id: screen.subdistrict,
      id: screen.id,
      committee_id: screen.committee,
      secret_hash: screen.secretHash,
      name: screen.name,
      paired_at: sql`now()`,
      paired_by: screen.account,
      seen_at: sql`now()`,
    })
    .execute();

/** A screen that is still paired. */
export const findScreen = (tx: Db, subdistrict: string, id: string) =>
  tx
    .selectFrom('venue_screen')
    .select([
      'committee_id as committee',
      'secret_hash as secretHash',
      sql<boolean>`seen_at < now() - interval '1 minute'`.as('stale'),
    ])
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export const listScreens = (tx: Db, subdistrict: string) =>
  tx
    .selectFrom('venue_screen')
    .select([
      'id',
      'committee_id as committee',
      'name',
      'paired_at as pairedAt',
      'paired_by as pairedBy',
      'seen_at as seenAt',
    ])
    .where('subdistrict_id', '=', subdistrict)
    .where('revoked_at', 'is', null)
    .orderBy('paired_at')
    .limit(2000)
    .execute();

/** Twice is as once. @returns its committee, or nothing when there never was such a screen */
export const revokeScreen = (tx: Db, subdistrict: string, id: string) =>
  tx
    .updateTable('venue_screen')
    .set({ revoked_at: sql`coalesce(revoked_at, now())` })
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .returning('committee_id as committee')
    .executeTakeFirst();

/** Kept to the minute, as sessions are. */
export const touchScreen = (tx: Db, subdistrict: string, id: string) =>
  tx
    .updateTable('venue_screen')
    .set({ seen_at: sql`now()` })
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', id)
    .execute();
