import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Standing } from '../domain/roll.ts';
import type { SittingKey } from './repository.ts';

export interface CountRow {
  readonly venue: string;
  readonly people: number;
  readonly source: 'branch' | 'console';
  readonly by: string;
  readonly reason: string | null;
  readonly at: string;
}

export const addCount = (tx: Db, who: Actor, sitting: string, count: Omit<CountRow, 'by' | 'at'>) =>
  tx
    .insertInto('venue_count')
    .values({
      subdistrict_id: who.subdistrict,
      sitting_id: sitting,
      id: newId(),
      venue: count.venue,
      people: count.people,
      source: count.source,
      account_id: who.account,
      by_name: who.name,
      reason: count.reason,
      at: new Date().toISOString(),
    })
    .execute();

/** Oldest first: the last of a venue holds. */
export const readCounts = async (tx: Db, key: SittingKey): Promise<CountRow[]> =>
  (await tx
    .selectFrom('venue_count')
    .select(['venue', 'people', 'source', 'by_name as by', 'reason', 'at'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .orderBy('id')
    .limit(5000)
    .execute()) as CountRow[];

export interface PersonRow {
  readonly id: string;
  readonly venue: string;
  readonly name: string;
  readonly standing: Standing;
  readonly cadre: string | null;
  readonly source: 'branch' | 'console' | 'sign_in';
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
  readonly removedReason: string | null;
}

export interface NewPerson {
  readonly venue: string;
  readonly name: string;
  readonly standing: Standing;
  readonly cadre: string | null;
  readonly source: PersonRow['source'];
  readonly reason: string | null;
}

/** @returns false when somebody of that name is on the venue's list already */
export const addPerson = async (tx: Db, who: Actor, sitting: string, person: NewPerson): Promise<boolean> => {
  const { cadre, ...rest } = person;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('venue_person')
    .values({
      ...rest,
      subdistrict_id: who.subdistrict,
      sitting_id: sitting,
      id: newId(),
      cadre_id: cadre,
      at: new Date().toISOString(),
      by_name: who.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

/** Twice is as once. @returns the name taken off, or nothing when the venue has no such person on its list */
export const removePerson = (
  tx: Db,
  who: Actor,
  sitting: string,
  { venue, person, reason }: { venue: string; person: string; reason: string | null },
) =>
  tx
    .updateTable('venue_person')
    .set({
      removed_at: sql`coalesce(removed_at, ${new Date().toISOString()}::timestamptz)`,
      removed_by: sql`coalesce(removed_by, ${who.name})`,
      removed_reason: sql`case when removed_at is null then ${reason}::text else removed_reason end`,
    })
    .where('subdistrict_id', '=', who.subdistrict)
    .where('sitting_id', '=', sitting)
    .where('venue', '=', venue)
    .where('id', '=', person)
    .returning('name')
    .executeTakeFirst();

export const readPeople = async (tx: Db, key: SittingKey, venue?: string): Promise<PersonRow[]> => {
  const query = tx
    .selectFrom('venue_person')
    .select([
      'id',
      'venue',
      'name',
      'standing',
      'cadre_id as cadre',
      'source',
      'at',
      'by_name as by',
      'reason',
      'removed_at as removedAt',
      'removed_by as removedBy',
      'removed_reason as removedReason',
    ])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .orderBy('id')
    .limit(10_000);
  return (await (venue === undefined ? query : query.where('venue', '=', venue)).execute()) as PersonRow[];
};

export interface CodePlace {
  readonly subdistrict: string;
  readonly sitting: string;
  readonly venue: string;
}

/** @returns whether the code is this venue's now, not one that another venue happens to have */
export const saveSignInCode = async (
  db: Db,
  hash: Buffer,
  place: CodePlace,
  expiresAt: string,
): Promise<boolean> => {
  await db.deleteFrom('venue_sign_in_code').where('expires_at', '<', new Date().toISOString()).execute();
  await db
    .insertInto('venue_sign_in_code')
    .values({
      code_hash: hash,
      subdistrict_id: place.subdistrict,
      sitting_id: place.sitting,
      venue: place.venue,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const held = await findSignInCode(db, hash);
  return held?.sitting === place.sitting && held.venue === place.venue;
};

export const findSignInCode = (db: Db, hash: Buffer): Promise<CodePlace | undefined> =>
  db
    .selectFrom('venue_sign_in_code')
    .select(['subdistrict_id as subdistrict', 'sitting_id as sitting', 'venue'])
    .where('code_hash', '=', hash)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
