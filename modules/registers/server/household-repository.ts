import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Household } from '#platform/database/schema.ts';
import type { Membership, Relation } from '../domain/household.ts';
import type { HouseholdPlace } from '../domain/plan-households.ts';
import type { Change } from './repository.ts';

export type HouseholdRow = Selectable<Household>;
export type MemberRow = Membership & { readonly household: string };

export const find = (tx: Db, id: string): Promise<HouseholdRow | undefined> =>
  tx.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst();

export const lock = (tx: Db, id: string): Promise<HouseholdRow | undefined> =>
  tx.selectFrom('household').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const allOfCommittee = (tx: Db, committee: string): Promise<HouseholdRow[]> =>
  tx.selectFrom('household').selectAll().where('committee_id', '=', committee).execute();

/** By door, in the order people walk them. */
export const list = (tx: Db, committee: string, limit: number, offset: number): Promise<HouseholdRow[]> =>
  tx
    .selectFrom('household')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy(sql`length(building)`)
    .orderBy('building')
    .orderBy(sql`length(room)`)
    .orderBy('room')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();

export const count = async (tx: Db, committee: string): Promise<number> => {
  const { n } = await tx
    .selectFrom('household')
    .where('committee_id', '=', committee)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
};

/** How many of the committee's people belong to no household yet. */
export const countHomeless = async (tx: Db, committee: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from resident r
    where r.committee_id = ${committee}::uuid and r.left_on is null and not exists (select from household_member m
      where m.subdistrict_id = r.subdistrict_id and m.resident_id = r.id)`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

export const membersOf = async (tx: Db, households: readonly string[]): Promise<MemberRow[]> => {
  if (households.length === 0) return [];
  const rows = await tx
    .selectFrom('household_member')
    .select(['household_id', 'resident_id', 'relation'])
    .where('household_id', 'in', [...households])
    .orderBy('relation')
    .orderBy('resident_id')
    .execute();
  return rows.map(({ household_id, resident_id, relation }) => ({
    household: household_id,
    resident: resident_id,
    relation: relation as Relation,
  }));
};

export const membershipOf = async (
  tx: Db,
  resident: string,
): Promise<{ id: string; relation: Relation } | undefined> => {
  const row = await tx
    .selectFrom('household_member')
    .select(['household_id', 'relation'])
    .where('resident_id', '=', resident)
    .executeTakeFirst();
  return row && { id: row.household_id, relation: row.relation as Relation };
};

export const householdOf = async (tx: Db, resident: string): Promise<string | null> =>
  (await membershipOf(tx, resident))?.id ?? null;

/** Households of these people, and the one that has this number. */
export const findOfResidents = (
  tx: Db,
  committee: string,
  residents: readonly string[],
  number: string,
  limit: number,
): Promise<HouseholdRow[]> =>
  tx
    .selectFrom('household')
    .selectAll()
    .where('committee_id', '=', committee)
    .where((where) =>
      where.or([
        where('number', '=', number),
        where(
          'id',
          'in',
          where
            .selectFrom('household_member')
            .select('household_id')
            .where(sql<boolean>`resident_id = any(${[...residents]}::uuid[])`),
        ),
      ]),
    )
    .orderBy('building')
    .orderBy('room')
    .orderBy('id')
    .limit(limit)
    .execute();

export const takeOut = (tx: Db, residents: readonly string[]): Promise<unknown> =>
  sql`delete from household_member where resident_id = any(${[...residents]}::uuid[])`.execute(tx);

/** 5,000 rows of 4 values stay below PostgreSQL's 65,535 parameters a statement. */
const batch = 5000;

export const putInAll = async (tx: Db, subdistrict: string, members: readonly MemberRow[]): Promise<void> => {
  for (let at = 0; at < members.length; at += batch)
    await tx
      .insertInto('household_member')
      .values(
        members.slice(at, at + batch).map(({ household, resident, relation }) => ({
          subdistrict_id: subdistrict,
          household_id: household,
          resident_id: resident,
          relation,
        })),
      )
      .execute();
};

export const putIn = (tx: Db, subdistrict: string, household: string, members: readonly Membership[]) =>
  putInAll(
    tx,
    subdistrict,
    members.map(({ resident, relation }) => ({ household, resident, relation })),
  );

/**
 * Before a change of these households: keeps what stands, with who lives there, as a former version, and
 * counts one revision on.
 */
export const changing = async (tx: Db, ids: readonly string[], by: Change): Promise<void> => {
  if (ids.length === 0) return;
  await sql`insert into household_revision
      (subdistrict_id, household_id, revision, row, source, changed_by, changed_by_name)
    select h.subdistrict_id, h.id, h.revision, jsonb_build_object('number', h.number, 'building', h.building,
        'room', h.room, 'note', h.note, 'members', coalesce((select jsonb_agg(
          jsonb_build_object('resident', m.resident_id, 'relation', m.relation) order by m.relation, m.resident_id)
        from household_member m where m.subdistrict_id = h.subdistrict_id and m.household_id = h.id), '[]')),
      ${by.source}, ${by.account}::uuid, ${by.name}
    from household h where h.id = any(${[...ids]}::uuid[])`.execute(tx);
  await sql`update household set revision = revision + 1, updated_at = now()
    where id = any(${[...ids]}::uuid[])`.execute(tx);
};

/** Households out of which everybody has moved are no more. */
export const dropEmpty = (tx: Db, ids: readonly string[]): Promise<unknown> =>
  sql`delete from household h where id = any(${[...ids]}::uuid[]) and not exists (select from household_member m
    where m.subdistrict_id = h.subdistrict_id and m.household_id = h.id)`.execute(tx);

/** Which households these people live in. */
export const householdsOf = async (tx: Db, residents: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select distinct household_id as id from household_member
    where resident_id = any(${[...residents]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
};

export type NewHousehold = HouseholdPlace & { readonly note: string };

/** Puts back a household that was gone, under its own id, after its former versions. */
export const insertAs = async (
  tx: Db,
  subdistrict: string,
  committee: string,
  id: string,
  { number, building, room, note }: NewHousehold,
): Promise<void> => {
  const revision = sql<number>`coalesce((select max(revision) + 1 from household_revision
    where household_id = ${id}::uuid), 1)`;
  await tx
    .insertInto('household')
    .values({
      subdistrict_id: subdistrict,
      id,
      committee_id: committee,
      number,
      building,
      room,
      note,
      revision,
    })
    .execute();
};

export const insertAll = async (
  tx: Db,
  subdistrict: string,
  committee: string,
  households: readonly NewHousehold[],
): Promise<string[]> => {
  const all = households.map(({ number, building, room, note }) => ({
    subdistrict_id: subdistrict,
    id: newId(),
    committee_id: committee,
    ...{ number, building, room, note },
  }));
  for (let at = 0; at < all.length; at += batch)
    await tx
      .insertInto('household')
      .values(all.slice(at, at + batch))
      .execute();
  return all.map(({ id }) => id);
};

export const update = (
  tx: Db,
  id: string,
  { number, building, room, note }: NewHousehold,
): Promise<unknown> =>
  tx.updateTable('household').set({ number, building, room, note }).where('id', '=', id).execute();

export const findByNumber = (tx: Db, committee: string, number: string): Promise<HouseholdRow | undefined> =>
  tx
    .selectFrom('household')
    .selectAll()
    .where('committee_id', '=', committee)
    .where('number', '=', number)
    .executeTakeFirst();

export const remove = async (tx: Db, id: string): Promise<void> => {
  await tx.deleteFrom('household_member').where('household_id', '=', id).execute();
  await tx.deleteFrom('household').where('id', '=', id).execute();
};

/** What a committee's households looked like at a preview. */
export const state = async (tx: Db, committee: string): Promise<string> => {
  const { rows } = await sql<{ n: number; revisions: number; members: number }>`
    select count(*) as n, coalesce(sum(revision), 0)::bigint as revisions,
      (select count(*) from household_member m join household k
        on k.subdistrict_id = m.subdistrict_id and k.id = m.household_id
        where k.committee_id = ${committee}::uuid) as members
    from household where committee_id = ${committee}::uuid`.execute(tx);
  const [now] = rows;
  return `${now?.n}.${now?.revisions}.${now?.members}`;
};

/** People of a committee at a door who belong to no household yet, door by door. */
export const homelessAtDoors = async (tx: Db, committee: string) => {
  const { rows } = await sql<{ building: string; room: string; residents: string[] }>`
    select building, room, array_agg(id order by birth nulls last, id) as residents from resident r
    where committee_id = ${committee}::uuid and building <> '' and room <> '' and left_on is null
      and not exists (select from household_member m
        where m.subdistrict_id = r.subdistrict_id and m.resident_id = r.id)
    group by building, room order by building, room`.execute(tx);
  return rows;
};
