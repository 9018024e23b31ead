import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Search } from '../domain/tokens.ts';
import type { ResidentRow, sealPerson } from './sealing.ts';

type Sealed = ReturnType<typeof sealPerson>;

/** 500 rows of 16 values stay far below PostgreSQL's 65,535 parameters a statement. */
const batch = 500;

export const findResident = (tx: Db, id: string): Promise<ResidentRow | undefined> =>
  tx.selectFrom('resident').selectAll().where('id', '=', id).executeTakeFirst();

export const findResidents = (tx: Db, ids: readonly string[]): Promise<ResidentRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('resident')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();

export const allOfCommittee = (tx: Db, committee: string): Promise<ResidentRow[]> =>
  tx.selectFrom('resident').selectAll().where('committee_id', '=', committee).execute();

/** Doors in the order people walk them: building 2 before 10. */
const doorOrder = [
  sql`length(building)`,
  sql`building`,
  sql`length(room)`,
  sql`room`,
  sql`name`,
  sql`id`,
] as const;

/**
 * By the token index where row-level security lets it be used (20261124-31-registers-search.sql), else by
 * reading the committee's few thousand rows.
 */
export const searchResidents = (
  tx: Db,
  committee: string,
  { tokens, inName }: Search,
  limit: number,
): Promise<ResidentRow[]> => {
  let query = tx
    .selectFrom('resident')
    .selectAll()
    .where('committee_id', '=', committee)
    .where(sql<boolean>`tokens @> ${[...tokens]}::text[]`);
  for (const part of inName) query = query.where(sql<boolean>`position(${part}::text in name) > 0`);
  for (const order of doorOrder) query = query.orderBy(order);
  return query.limit(limit).execute();
};

export const findByNumber = (
  tx: Db,
  committee: string,
  fingerprints: { idNo: Buffer | null; phone: Buffer | null },
  limit: number,
): Promise<ResidentRow[]> =>
  tx
    .selectFrom('resident')
    .selectAll()
    .where('committee_id', '=', committee)
    .where((where) =>
      where.or([
        where('id_no_fingerprint', '=', fingerprints.idNo),
        where('phone_fingerprint', '=', fingerprints.phone),
      ]),
    )
    .limit(limit)
    .execute();

export interface ListFilter {
  readonly committee: string;
  readonly bornBy?: string;
  readonly alone?: boolean;
}

const filtered = (tx: Db, { committee, bornBy, alone }: ListFilter) => {
  let query = tx.selectFrom('resident').where('committee_id', '=', committee);
  if (bornBy) query = query.where('birth', '<=', bornBy);
  if (alone) query = query.where(sql<boolean>`attributes ->> 'person.living' = 'alone'`);
  return query;
};

export const countResidents = async (tx: Db, filter: ListFilter): Promise<number> => {
  const { n } = await filtered(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
};

export const listResidents = (
  tx: Db,
  filter: ListFilter,
  limit: number,
  offset: number,
): Promise<ResidentRow[]> => {
  let query = filtered(tx, filter).selectAll();
  for (const order of doorOrder) query = query.orderBy(order);
  return query.limit(limit).offset(offset).execute();
};

/** What a committee's register looked like at a preview: any change of it changes this. */
export const registerState = async (tx: Db, committee: string): Promise<string> => {
  const { n, revisions } = await tx
    .selectFrom('resident')
    .where('committee_id', '=', committee)
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      sql<number>`coalesce(sum(revision), 0)::bigint`.as('revisions'),
    ])
    .executeTakeFirstOrThrow();
  return `${n}.${revisions}`;
};

/** Keeps two imports of one committee from deciding on the same register. */
export const lockRegister = (tx: Db, committee: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`residents:${committee}`}, 0))`.execute(tx);

/** Which of these ID numbers stand in another committee's register. */
export const foundElsewhere = async (
  tx: Db,
  committee: string,
  fingerprints: readonly Buffer[],
): Promise<Buffer[]> => {
  const found: Buffer[] = [];
  for (let at = 0; at < fingerprints.length; at += 5000) {
    const rows = await tx
      .selectFrom('resident')
      .select('id_no_fingerprint')
      .where('id_no_fingerprint', 'in', fingerprints.slice(at, at + 5000))
      .where('committee_id', '<>', committee)
      .execute();
    found.push(...rows.flatMap((row) => (row.id_no_fingerprint ? [row.id_no_fingerprint] : [])));
  }
  return found;
};

/** Writes people, new (`id` null) or known, in few statements. */
export const writeResidents = async (
  tx: Db,
  subdistrict: string,
  committee: string,
  people: readonly { id: string | null; row: Sealed }[],
): Promise<string[]> => {
  const all = people.map(({ id, row }) => ({
    ...row,
    subdistrict_id: subdistrict,
    id: id ?? newId(),
    committee_id: committee,
  }));
  for (let at = 0; at < all.length; at += batch) {
    await tx
      .insertInto('resident')
      .values(all.slice(at, at + batch))
      .onConflict((conflict) =>
        conflict.columns(['subdistrict_id', 'id']).doUpdateSet((set) => ({
          name: set.ref('excluded.name'),
          sex: set.ref('excluded.sex'),
          birth: set.ref('excluded.birth'),
          id_no_sealed: set.ref('excluded.id_no_sealed'),
          id_no_fingerprint: set.ref('excluded.id_no_fingerprint'),
          phone_sealed: set.ref('excluded.phone_sealed'),
          phone_fingerprint: set.ref('excluded.phone_fingerprint'),
          phone_tail: set.ref('excluded.phone_tail'),
          building: set.ref('excluded.building'),
          room: set.ref('excluded.room'),
          address: set.ref('excluded.address'),
          attributes: set.ref('excluded.attributes'),
          sealed: set.ref('excluded.sealed'),
          tokens: set.ref('excluded.tokens'),
          revision: sql`resident.revision + 1`,
          updated_at: sql`now()`,
        })),
      )
      .execute();
  }
  return all.map(({ id }) => id);
};
