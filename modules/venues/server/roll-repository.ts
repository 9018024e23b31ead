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

export type NewCount = Omit<CountRow, 'by' | 'at'>;

/** Adds a head-count to all that were given, and makes it the one that holds: every screen reads that one. */
export const saveCount = async (tx: Db, who: Actor, sitting: string, count: NewCount): Promise<void> => {
  const { venue, people, source, reason } = count;
  const at = new Date().toISOString();
  const key = { subdistrict_id: who.subdistrict, sitting_id: sitting, venue };
  const counted = { people, account_id: who.account, at };
  await tx
    .insertInto('venue_count')
    .values({ ...key, ...counted, id: newId(), source, by_name: who.name, reason })
    .execute();
  await tx
    .insertInto('venue_head_count')
    .values({ ...key, ...counted })
    .onConflict((conflict) =>
      conflict.columns(['subdistrict_id', 'sitting_id', 'venue']).doUpdateSet(counted),
    )
    .execute();
};

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

/**
 * Keeps a code for a venue. It is asked for again and again, and written once.
 * @returns whether the code is this venue's now, not one that another venue happens to have
 */
export const saveSignInCode = async (
  db: Db,
  hash: Buffer,
  place: CodePlace,
  expiresAt: string,
): Promise<boolean> => {
  const isOurs = (held: CodePlace | undefined): boolean =>
    held?.sitting === place.sitting && held.venue === place.venue;
  const known = await findSignInCode(db, hash);
  if (known) return isOurs(known);
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
  return isOurs(await findSignInCode(db, hash));
};

export const findSignInCode = (db: Db, hash: Buffer): Promise<CodePlace | undefined> =>
  db
    .selectFrom('venue_sign_in_code')
    .select(['subdistrict_id as subdistrict', 'sitting_id as sitting', 'venue'])
    .where('code_hash', '=', hash)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
