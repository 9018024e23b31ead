import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { ResidentMerge } from '#platform/database/schema.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { likenesses } from '../contract.ts';

export type MergeRow = Selectable<ResidentMerge>;

/** Merges into this person that stand, newest first; the other is named masked. */
export const mergesInto = async (tx: Db, kept: string) => {
  const rows = await tx
    .selectFrom('resident_merge')
    .select(['id', 'merged_at', 'merged_by_name', sql<string>`other_row ->> 'name'`.as('name')])
    .where('kept_id', '=', kept)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .execute();
  return rows.map(({ id, merged_at, merged_by_name, name }) => ({
    merge: id,
    name: maskName(name),
    at: String(merged_at),
    by: merged_by_name,
  }));
};

export const lockMerge = (tx: Db, id: string): Promise<MergeRow | undefined> =>
  tx.selectFrom('resident_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Whether anybody was merged after this one, with the person it stands in on either side. */
export const mergedSince = async (tx: Db, { id, kept_id, merged_at }: MergeRow): Promise<boolean> => {
  const later = await tx
    .selectFrom('resident_merge')
    .select('id')
    .where('id', '<>', id)
    .where('undone_at', 'is', null)
    .where((where) =>
      where.or([
        where('other_id', '=', kept_id),
        where.and([where('kept_id', '=', kept_id), where('merged_at', '>', merged_at)]),
      ]),
    )
    .executeTakeFirst();
  return later !== undefined;
};

export interface Alike {
  readonly one: string;
  readonly other: string;
  readonly why: (typeof likenesses)[number];
}

/** As many pairs as somebody looks through at once. */
const maxPairs = 100;

/** What makes `a` and `b` look like one person, the surest of it. */
const why = sql`case when a.birth is not distinct from b.birth
    and (a.building, a.room) = (b.building, b.room) and (a.building <> '' or a.address = b.address) then 'door'
  when a.phone_fingerprint = b.phone_fingerprint then 'phone'
  else 'birth' end`;

/**
 * Pairs of one committee that may be one person: the same name, and the same birthday or phone; two ID numbers
 * are two people, and so are those somebody said are. The surest first.
 */
export const findPairs = async (tx: Db, committee: string): Promise<{ pairs: Alike[]; total: number }> => {
  const { rows } = await sql<Alike & { total: number }>`
    select a.id as one, b.id as other, count(*) over () as total, ${why} as why
    from resident a join resident b
      on b.subdistrict_id = a.subdistrict_id and b.committee_id = a.committee_id and b.name = a.name and b.id > a.id
    where a.committee_id = ${committee}::uuid and a.left_on is null and b.left_on is null
      and (a.id_no_fingerprint is null or b.id_no_fingerprint is null)
      and (a.birth = b.birth or a.phone_fingerprint = b.phone_fingerprint
        or (a.birth is not distinct from b.birth and (a.building, a.room) = (b.building, b.room) and a.building <> ''))
      and not exists (select from resident_distinct d
        where d.subdistrict_id = a.subdistrict_id and d.one_id = a.id and d.other_id = b.id)
    order by array_position(array['door', 'phone', 'birth'], ${why}), a.name, a.id, b.id
    limit ${maxPairs}`.execute(tx);
  return {
    pairs: rows.map(({ one, other, why }) => ({ one, other, why })),
    total: Number(rows[0]?.total ?? 0),
  };
};

/** A row of `resident` as JSON, sealed values sealed. */
export const snapshot = async (tx: Db, id: string): Promise<unknown> => {
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(r) - 'tokens' as row from resident r where id = ${id}::uuid`.execute(tx);
  return rows[0]?.row;
};
