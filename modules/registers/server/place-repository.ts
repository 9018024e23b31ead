import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Place } from '#platform/database/schema.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { checkCreditCode, tidyCreditCode } from '../domain/gb32100.ts';
import { tailOf } from '../domain/phone.ts';
import type { KnownPlace, PlaceValues } from '../domain/place.ts';
import type { PlaceRegister } from '../domain/place-fields.ts';
import { parseSearch, placeTokensOf } from '../domain/tokens.ts';
import { doorOrder } from './repository.ts';

export type PlaceRow = Selectable<Place>;
type Written = Omit<Insertable<Place>, 'subdistrict_id' | 'id' | 'committee_id'>;

/** Where the phone belongs: bound into it, so that it opens nowhere else. */
const phonePlace = 'place.phone';

/** A row as the register knows the place, its phone opened. For use on the server only. */
export const openPlace = (row: PlaceRow, secrets: Secrets): KnownPlace => ({
  id: row.id,
  revision: row.revision,
  register: row.register as PlaceRegister,
  kind: row.kind,
  name: row.name,
  code: row.code,
  building: row.building,
  room: row.room,
  address: row.address,
  contact: row.contact,
  phone: row.phone_sealed && secrets.open(phonePlace, row.phone_sealed),
  attributes: row.attributes as Record<string, unknown>,
});

export const sealPlace = ({ phone, attributes, ...values }: PlaceValues, secrets: Secrets): Written => {
  const phoneTail = phone ? tailOf(phone) : null;
  return {
    ...values,
    phone_sealed: phone ? secrets.seal(phonePlace, phone) : null,
    phone_tail: phoneTail,
    attributes: JSON.stringify(attributes),
    tokens: placeTokensOf({ ...values, phoneTail }),
  };
};

export const find = (tx: Db, id: string): Promise<PlaceRow | undefined> =>
  tx.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst();

export const lock = (tx: Db, id: string): Promise<PlaceRow | undefined> =>
  tx.selectFrom('place').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** What is there still. */
export const allOfCommittee = (tx: Db, committee: string, register: PlaceRegister): Promise<PlaceRow[]> =>
  tx
    .selectFrom('place')
    .selectAll()
    .where('committee_id', '=', committee)
    .where('register', '=', register)
    .where('closed_on', 'is', null)
    .execute();

interface Filter {
  readonly committee: string;
  readonly register: PlaceRegister;
  readonly kind?: string | undefined;
}

const filtered = (tx: Db, { committee, register, kind }: Filter) => {
  const query = tx
    .selectFrom('place')
    .where('committee_id', '=', committee)
    .where('register', '=', register)
    .where('closed_on', 'is', null);
  return kind ? query.where('kind', '=', kind) : query;
};

export const list = (tx: Db, filter: Filter, limit: number, offset: number): Promise<PlaceRow[]> => {
  let query = filtered(tx, filter).selectAll();
  for (const order of doorOrder) query = query.orderBy(order);
  return query.limit(limit).offset(offset).execute();
};

export const count = async (tx: Db, filter: Filter): Promise<number> => {
  const { n } = await filtered(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
};

/** By name, pinyin, door, contact, phone tail or credit code. */
export const search = (tx: Db, committee: string, text: string, limit: number): Promise<PlaceRow[]> => {
  const code = tidyCreditCode(text);
  const { tokens, inName } = checkCreditCode(code)
    ? { tokens: [code.toLowerCase()], inName: [] }
    : parseSearch(text);
  if (tokens.length === 0) return Promise.resolve([]);
  let query = tx
    .selectFrom('place')
    .selectAll()
    .where('committee_id', '=', committee)
    .where('closed_on', 'is', null)
    .where(sql<boolean>`tokens @> ${[...tokens]}::text[]`);
  for (const part of inName)
    query = query.where(
      sql<boolean>`(position(${part}::text in name) > 0 or position(${part}::text in contact) > 0)`,
    );
  for (const order of doorOrder) query = query.orderBy(order);
  return query.limit(limit).execute();
};

/** What else stands at a door. */
export const atDoor = (tx: Db, { committee_id, id, building, room }: PlaceRow): Promise<PlaceRow[]> =>
  building === ''
    ? Promise.resolve([])
    : tx
        .selectFrom('place')
        .selectAll()
        .where('committee_id', '=', committee_id)
        .where('building', '=', building)
        .where('room', '=', room)
        .where('closed_on', 'is', null)
        .where('id', '<>', id)
        .orderBy('name')
        .limit(20)
        .execute();

export const findByCode = (
  tx: Db,
  committee: string,
  register: PlaceRegister,
  code: string,
): Promise<PlaceRow | undefined> =>
  tx
    .selectFrom('place')
    .selectAll()
    .where('committee_id', '=', committee)
    .where('register', '=', register)
    .where('code', '=', code)
    .where('closed_on', 'is', null)
    .executeTakeFirst();

/** 500 rows of some 20 values stay far below PostgreSQL's 65,535 parameters a statement. */
const batch = 500;

/** Writes places, new (`id` null) or known. */
export const write = async (
  tx: Db,
  subdistrict: string,
  committee: string,
  places: readonly { id: string | null; row: Written }[],
): Promise<string[]> => {
  const all = places.map(({ id, row }) => ({
    ...row,
    subdistrict_id: subdistrict,
    id: id ?? newId(),
    committee_id: committee,
  }));
  for (let at = 0; at < all.length; at += batch)
    await tx
      .insertInto('place')
      .values(all.slice(at, at + batch))
      .onConflict((conflict) =>
        conflict.columns(['subdistrict_id', 'id']).doUpdateSet((set) => ({
          kind: set.ref('excluded.kind'),
          name: set.ref('excluded.name'),
          code: set.ref('excluded.code'),
          building: set.ref('excluded.building'),
          room: set.ref('excluded.room'),
          address: set.ref('excluded.address'),
          contact: set.ref('excluded.contact'),
          phone_sealed: set.ref('excluded.phone_sealed'),
          phone_tail: set.ref('excluded.phone_tail'),
          attributes: set.ref('excluded.attributes'),
          tokens: set.ref('excluded.tokens'),
          revision: sql`place.revision + 1`,
          updated_at: sql`now()`,
        })),
      )
      .execute();
  return all.map(({ id }) => id);
};

export const close = (tx: Db, id: string, day: string): Promise<unknown> =>
  tx
    .updateTable('place')
    .set({ closed_on: day, revision: sql`revision + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();

/** What one of a committee's registers looked like at a preview. */
export const state = async (tx: Db, committee: string, register: PlaceRegister): Promise<string> => {
  const { rows } = await sql<{ n: number; revisions: number }>`
    select count(*) as n, coalesce(sum(revision), 0)::bigint as revisions from place
    where committee_id = ${committee}::uuid and register = ${register}`.execute(tx);
  return `${rows[0]?.n}.${rows[0]?.revisions}`;
};

/** Keeps two changes of one register from deciding on the same state. */
export const lockRegister = (tx: Db, committee: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`places:${committee}`}, 0))`.execute(tx);
