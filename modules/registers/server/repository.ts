import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Departure } from '../domain/departure.ts';
import type { PersonValues } from '../domain/draft.ts';
import { ruleOf, type TagName } from '../domain/tags.ts';
import type { Search } from '../domain/tokens.ts';
import type { ResidentRow, sealPerson } from './sealing.ts';

type Sealed = ReturnType<typeof sealPerson>;

/** 500 rows of 16 values stay far below PostgreSQL's 65,535 parameters a statement. */
const batch = 500;

export const findResidents = (tx: Db, ids: readonly string[]): Promise<ResidentRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('resident')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();

/** A chain of merges is never longer than people have patience for. */
const maxMerges = 20;

/** Where an entry that was merged away stands now. */
const mergedInto = async (tx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('resident_merge')
    .select(['other_id', 'kept_id'])
    .where('other_id', 'in', [...ids])
    .where('undone_at', 'is', null)
    .execute();
  return new Map(rows.map(({ other_id, kept_id }) => [other_id, kept_id]));
};

/** People by the ids asked for; somebody who was merged into another is found as that other. */
export const findStanding = async (
  tx: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResidentRow>> => {
  const rows = new Map((await findResidents(tx, ids)).map((row) => [row.id, row]));
  const found = new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as ResidentRow]] : [])));
  let asked = new Map(ids.filter((id) => !rows.has(id)).map((id) => [id, id]));
  for (let turn = 0; asked.size > 0 && turn < maxMerges; turn += 1) {
    const merged = await mergedInto(tx, [...new Set(asked.values())]);
    const next = new Map(
      [...asked].flatMap(([id, at]) => (merged.has(at) ? [[id, merged.get(at) ?? '']] : [])),
    );
    const standing = new Map(
      (await findResidents(tx, [...new Set(next.values())])).map((row) => [row.id, row]),
    );
    for (const [id, at] of next) {
      const row = standing.get(at);
      if (row) found.set(id, row);
    }
    asked = new Map([...next].filter(([id]) => !found.has(id)));
  }
  return found;
};

/** What tells a person apart, and what is known beside identity. */
export type Identity = Pick<
  ResidentRow,
  'id' | 'committee_id' | 'name' | 'birth' | 'left_on' | 'address' | 'building' | 'room' | 'attributes'
>;

const holdRows = async (tx: Db, ids: readonly string[]): Promise<Identity[]> => {
  const { rows } =
    await sql<Identity>`/* residents-held */ select id, committee_id, name, birth, left_on, address,
      building, room, attributes
    from resident where id = any(${[...ids]}::uuid[]) order by id for key share`.execute(tx);
  return rows;
};

/**
 * People where their entries stand now, held: nobody merges them before the transaction ends. A merge that
 * was first is waited for, and then found.
 */
export const holdStanding = async (
  tx: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Identity>> => {
  const found = new Map<string, Identity>();
  let asked = new Map(ids.map((id) => [id, id]));
  for (let turn = 0; asked.size > 0 && turn < maxMerges; turn += 1) {
    const rows = new Map((await holdRows(tx, [...new Set(asked.values())])).map((row) => [row.id, row]));
    for (const [id, at] of asked) {
      const row = rows.get(at);
      if (row) found.set(id, row);
    }
    const gone = [...asked].filter(([id]) => !found.has(id));
    if (gone.length === 0) break;
    const merged = await mergedInto(tx, [...new Set(gone.map(([, at]) => at))]);
    asked = new Map(gone.flatMap(([id, at]) => (merged.has(at) ? [[id, merged.get(at) ?? '']] : [])));
  }
  return found;
};

/** Locks people until the transaction ends, in the order of their ids, so that two changes wait for each other. */
export const lockResidents = (tx: Db, ids: readonly string[]): Promise<ResidentRow[]> =>
  tx
    .selectFrom('resident')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();

export const allOfCommittee = (tx: Db, committee: string): Promise<ResidentRow[]> =>
  tx.selectFrom('resident').selectAll().where('committee_id', '=', committee).execute();

/** Doors in the order people walk them: building 2 before 10. */
export const doorOrder = [
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
  query = query.orderBy(sql`left_on is not null`);
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
  readonly tag?: TagName | undefined;
  /** Those who have left instead of those who are here. */
  readonly left?: boolean;
  /** Only these, where the mark is one that the records set. */
  readonly among?: readonly string[] | undefined;
  /** YYYY-MM-DD; ages are reckoned on it. */
  readonly today: string;
}

/** `YYYY-MM-DD` so many years before. */
const yearsBefore = (today: string, years: number): string =>
  `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;

/** The same rule as `domain/tags.ts` evaluates, in SQL. */
const tagged = (tag: TagName, today: string) => {
  const rule = ruleOf(tag);
  if (rule.by === 'hand') return sql<boolean>`${tag} = any(tags)`;
  if (rule.by === 'acts-quiet' || rule.by === 'acts-reach') return sql<boolean>`false`;
  if (rule.by === 'age') return sql<boolean>`birth::text <= ${yearsBefore(today, rule.atLeast)}`;
  const value = sql`attributes -> ${rule.element}::text`;
  return rule.among.length === 0
    ? sql<boolean>`coalesce(${value}, 'null'::jsonb) not in ('null'::jsonb, '""'::jsonb, '[]'::jsonb)`
    : sql<boolean>`${value} ?| ${[...rule.among]}::text[]`;
};

const filtered = (tx: Db, { committee, tag, left = false, today, among }: ListFilter) => {
  const query = tx
    .selectFrom('resident')
    .where('committee_id', '=', committee)
    .where('left_on', left ? 'is not' : 'is', null);
  if (among) return query.where(sql<boolean>`id = any(${[...among]}::uuid[])`);
  return tag ? query.where(tagged(tag, today)) : query;
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

/** Whose ID number this is, in any committee of the subdistrict. */
export const findByIdNo = (tx: Db, fingerprint: Buffer): Promise<ResidentRow | undefined> =>
  tx.selectFrom('resident').selectAll().where('id_no_fingerprint', '=', fingerprint).executeTakeFirst();

/** People of one name, birth and door (or address where there is no door). */
export const findAlike = (
  tx: Db,
  committee: string,
  {
    name,
    birth,
    building,
    room,
    address,
  }: Pick<PersonValues, 'name' | 'birth' | 'building' | 'room' | 'address'>,
): Promise<ResidentRow[]> => {
  const query = tx
    .selectFrom('resident')
    .selectAll()
    .where('committee_id', '=', committee)
    .where('name', '=', name)
    .where('birth', 'is not distinct from', birth)
    .where('building', '=', building)
    .where('room', '=', room);
  return (building || room ? query : query.where('address', '=', address)).execute();
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

export interface Change {
  readonly source: 'typed' | 'import' | 'merge' | 'unmerge' | 'left' | 'back';
  readonly account: string;
  readonly name: string;
}

/** Keeps what stands of these people as a former version; before each change of them. */
export const keepVersions = async (tx: Db, ids: readonly string[], by: Change): Promise<void> => {
  if (ids.length === 0) return;
  await sql`insert into resident_revision
      (subdistrict_id, resident_id, revision, row, source, changed_by, changed_by_name)
    select subdistrict_id, id, revision, to_jsonb(r) - 'tokens', ${by.source}, ${by.account}::uuid, ${by.name}
    from resident r where id = any(${[...ids]}::uuid[])`.execute(tx);
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
          tags: set.ref('excluded.tags'),
          tokens: set.ref('excluded.tokens'),
          revision: sql`resident.revision + 1`,
          updated_at: sql`now()`,
        })),
      )
      .execute();
  }
  return all.map(({ id }) => id);
};

/** Takes an entry out of the register; it was kept elsewhere first. */
export const removeResident = (tx: Db, id: string): Promise<unknown> =>
  tx.deleteFrom('resident').where('id', '=', id).execute();

/** Puts an entry back under its own id, one revision on. */
export const restoreResident = (tx: Db, row: ResidentRow, sealed: Sealed): Promise<unknown> =>
  tx
    .insertInto('resident')
    .values({
      ...sealed,
      subdistrict_id: row.subdistrict_id,
      id: row.id,
      committee_id: row.committee_id,
      revision: row.revision + 1,
      created_at: row.created_at,
    })
    .execute();

/** Who lives at a door. */
export const peopleAtDoor = (
  tx: Db,
  { committee_id, building, room }: Pick<ResidentRow, 'committee_id' | 'building' | 'room'>,
): Promise<ResidentRow[]> =>
  building === '' || room === ''
    ? Promise.resolve([])
    : tx
        .selectFrom('resident')
        .selectAll()
        .where('committee_id', '=', committee_id)
        .where('building', '=', building)
        .where('room', '=', room)
        .where('left_on', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .limit(20)
        .execute();

/** Notes that somebody has left, or (null) is here again; one revision on. */
export const noteDeparture = (
  tx: Db,
  id: string,
  left: (Departure & { readonly home: unknown }) | null,
): Promise<unknown> =>
  tx
    .updateTable('resident')
    .set({
      left_on: left?.on ?? null,
      left_for: left?.for ?? null,
      left_note: left?.note ?? '',
      left_home: left?.home ? JSON.stringify(left.home) : null,
      revision: sql`revision + 1`,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
