import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Interval } from '../../domain/presence.ts';

export interface SmallKey {
  readonly subdistrict: string;
  readonly meeting: string;
}

export interface SmallRow {
  readonly id: string;
  readonly host: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface PersonRow {
  readonly meeting: string;
  readonly account: string;
  readonly name: string;
  readonly place: string;
  readonly cadre: string | null;
  readonly called: boolean;
  readonly declinedAt: string | null;
}

/** A stretch of one device's presence; `venue` is the account, so that stretches merge as a venue's do. */
export type StayRow = Interval & { readonly meeting: string; readonly leftAt: string | null };

const columns = ['id', 'host_account as host', 'started_at as startedAt', 'ended_at as endedAt'] as const;

/** `lock` holds the meeting until the commit, so that it ends once. */
export const findSmall = (tx: Db, key: SmallKey, lock = false): Promise<SmallRow | undefined> => {
  const query = tx
    .selectFrom('small_meeting')
    .select(columns)
    .where('subdistrict_id', '=', key.subdistrict)
    .where('id', '=', key.meeting);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

/** Meetings that go on; of everybody, or those one account was asked to. */
export const findOpen = (tx: Db, subdistrict: string, account: string | null): Promise<SmallRow[]> => {
  const query = tx
    .selectFrom('small_meeting')
    .select(columns)
    .where('subdistrict_id', '=', subdistrict)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(account === null ? 500 : 20);
  return (
    account === null
      ? query
      : query.where('id', 'in', (inner) =>
          inner
            .selectFrom('small_meeting_person')
            .select('meeting_id')
            .where('subdistrict_id', '=', subdistrict)
            .where('account_id', '=', account),
        )
  ).execute();
};

export const insertSmall = async (
  tx: Db,
  who: Actor,
  meeting: { id: string; at: string; people: readonly Omit<PersonRow, 'meeting' | 'declinedAt'>[] },
): Promise<void> => {
  const { id, at, people } = meeting;
  await tx
    .insertInto('small_meeting')
    .values({ subdistrict_id: who.subdistrict, id, host_account: who.account, started_at: at })
    .execute();
  await tx
    .insertInto('small_meeting_person')
    .values(
      people.map(({ account, name, place, cadre, called }) => ({
        subdistrict_id: who.subdistrict,
        meeting_id: id,
        account_id: account,
        name,
        place,
        cadre_id: cadre,
        called,
      })),
    )
    .execute();
};

export const findPeople = async (
  tx: Db,
  subdistrict: string,
  meetings: readonly string[],
): Promise<PersonRow[]> =>
  meetings.length === 0
    ? []
    : tx
        .selectFrom('small_meeting_person')
        .select([
          'meeting_id as meeting',
          'account_id as account',
          'name',
          'place',
          'cadre_id as cadre',
          'called',
          'declined_at as declinedAt',
        ])
        .where('subdistrict_id', '=', subdistrict)
        .where('meeting_id', 'in', meetings)
        .orderBy('account_id')
        .execute();

export const findStays = async (
  tx: Db,
  subdistrict: string,
  meetings: readonly string[],
): Promise<StayRow[]> =>
  meetings.length === 0
    ? []
    : tx
        .selectFrom('small_meeting_presence')
        .select([
          'meeting_id as meeting',
          'account_id as venue',
          'came_at as cameAt',
          'seen_at as seenAt',
          'left_at as leftAt',
        ])
        .where('subdistrict_id', '=', subdistrict)
        .where('meeting_id', 'in', meetings)
        .orderBy('came_at')
        .execute();

/** The people of the meetings somebody called of late, the newest first. */
export const recentPeople = async (tx: Db, who: Actor): Promise<string[][]> => {
  const rows = await tx
    .selectFrom('small_meeting')
    .select('id')
    .where('subdistrict_id', '=', who.subdistrict)
    .where('host_account', '=', who.account)
    .orderBy('started_at', 'desc')
    .limit(30)
    .execute();
  const people = await findPeople(
    tx,
    who.subdistrict,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) =>
    people
      .filter(({ meeting, account }) => meeting === id && account !== who.account)
      .map(({ account }) => account),
  );
};

export interface SeenDevice {
  readonly session: string;
  readonly account: string;
  readonly cameAt: string;
}

/** Devices the engine lists are there now; those it does not list are gone. @returns whether somebody came or went */
export const noteDevices = async (
  tx: Db,
  { subdistrict, meeting }: SmallKey,
  devices: readonly SeenDevice[],
  now: string,
): Promise<boolean> => {
  const there = await tx
    .selectFrom('small_meeting_presence')
    .select('session')
    .where('subdistrict_id', '=', subdistrict)
    .where('meeting_id', '=', meeting)
    .where('left_at', 'is', null)
    .execute();
  const gone = there.filter(({ session }) => !devices.some((one) => one.session === session));
  for (const { session } of gone) await noteGone(tx, { subdistrict, meeting }, session, null);
  if (devices.length > 0)
    await tx
      .insertInto('small_meeting_presence')
      .values(
        devices.map(({ session, account, cameAt }) => ({
          subdistrict_id: subdistrict,
          meeting_id: meeting,
          session,
          account_id: account,
          came_at: cameAt,
          seen_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['subdistrict_id', 'meeting_id', 'session'])
          .doUpdateSet({ seen_at: now, left_at: null }),
      )
      .execute();
  return gone.length > 0 || devices.some(({ session }) => !there.some((one) => one.session === session));
};

/** A connection is over: at the moment that was reported, else when last seen. */
export const noteGone = (tx: Db, key: SmallKey, session: string, at: string | null) => {
  const last = at === null ? sql<string>`seen_at` : sql<string>`greatest(seen_at, ${at}::timestamptz)`;
  return tx
    .updateTable('small_meeting_presence')
    .set({ left_at: last, seen_at: last })
    .where('subdistrict_id', '=', key.subdistrict)
    .where('meeting_id', '=', key.meeting)
    .where('session', '=', session)
    .where('left_at', 'is', null)
    .execute();
};

/** Somebody says that they go: all their devices, now. */
export const noteLeft = async (tx: Db, key: SmallKey, account: string, now: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('small_meeting_presence')
    .set({ left_at: now, seen_at: now })
    .where('subdistrict_id', '=', key.subdistrict)
    .where('meeting_id', '=', key.meeting)
    .where('account_id', '=', account)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

export const noteDeclined = (tx: Db, key: SmallKey, account: string, now: string | null) =>
  tx
    .updateTable('small_meeting_person')
    .set({ declined_at: now })
    .where('subdistrict_id', '=', key.subdistrict)
    .where('meeting_id', '=', key.meeting)
    .where('account_id', '=', account)
    .execute();

export const endSmall = (tx: Db, key: SmallKey, at: string, by: 'host' | 'empty') =>
  tx
    .updateTable('small_meeting')
    .set({ ended_at: at, ended_by: by })
    .where('subdistrict_id', '=', key.subdistrict)
    .where('id', '=', key.meeting)
    .execute();
