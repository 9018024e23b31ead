import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Need } from '../domain/timetable.ts';
import type { ItemRow } from './request-repository.ts';

export type SittingRow = Selectable<DB['sitting']>;
export type InvitationRow = Selectable<DB['invitation']>;
export type AgendaRow = ItemRow & { department_id: string; request_audience: ItemRow['audience'] };

/** Locks the office's diary until the transaction ends, so that no cadre is called twice by two arrangers at once. */
export const lockDiary = (tx: Db, subdistrict: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`diary:${subdistrict}`}, 0))`.execute(tx);

export const findSitting = (tx: Db, id: string): Promise<SittingRow | undefined> =>
  tx.selectFrom('sitting').selectAll().where('id', '=', id).executeTakeFirst();

/** The row is the caller's until the transaction ends. */
export const takeSitting = (tx: Db, id: string): Promise<SittingRow | undefined> =>
  tx.selectFrom('sitting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Sittings that begin within a span of time, earliest first. */
export const findSittings = (tx: Db, from: string, until: string): Promise<SittingRow[]> =>
  tx
    .selectFrom('sitting')
    .selectAll()
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .orderBy('starts_at')
    .limit(500)
    .execute();

export const insertSitting = (tx: Db, sitting: Omit<SittingRow, 'revision' | 'reason'>) =>
  tx.insertInto('sitting').values(sitting).execute();

/** The caller holds the row's lock. */
export const changeSitting = (
  tx: Db,
  id: string,
  change: Partial<Omit<SittingRow, 'subdistrict_id' | 'id'>>,
) =>
  tx
    .updateTable('sitting')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();

export const insertAgenda = (tx: Db, subdistrict: string, sitting: string, items: readonly string[]) =>
  tx
    .insertInto('sitting_item')
    .values(
      items.map((item, position) => ({
        subdistrict_id: subdistrict,
        sitting_id: sitting,
        position,
        item_id: item,
      })),
    )
    .execute();

/** The items on the agendas of some sittings, in order, with whom they call. */
export const findAgendas = async (
  tx: Db,
  sittings: readonly string[],
): Promise<(AgendaRow & { sitting_id: string })[]> =>
  sittings.length === 0
    ? []
    : ((await tx
        .selectFrom('sitting_item as s')
        .innerJoin('meeting_item as i', (join) =>
          join.onRef('i.subdistrict_id', '=', 's.subdistrict_id').onRef('i.id', '=', 's.item_id'),
        )
        .innerJoin('meeting_request as r', (join) =>
          join.onRef('r.subdistrict_id', '=', 'i.subdistrict_id').onRef('r.id', '=', 'i.request_id'),
        )
        .selectAll('i')
        .select(['s.sitting_id', 'r.department_id', 'r.audience as request_audience'])
        .where('s.sitting_id', 'in', sittings)
        .orderBy('s.sitting_id')
        .orderBy('s.position')
        .execute()) as unknown as (AgendaRow & { sitting_id: string })[]);

/** @param former revisions of invitations these replace: a reply meant for the former one is then stale */
export const insertInvitations = async (
  tx: Db,
  subdistrict: string,
  sitting: string,
  needs: readonly (Need & { committee: string })[],
  former: ReadonlyMap<string, number> = new Map(),
): Promise<void> => {
  if (needs.length === 0) return;
  await tx
    .insertInto('invitation')
    .values(
      needs.map((need) => ({
        subdistrict_id: subdistrict,
        sitting_id: sitting,
        cadre_id: need.cadre,
        committee_id: need.committee,
        items: [...need.items],
        needed_from: need.from,
        needed_until: need.until,
        revision: (former.get(need.cadre) ?? 0) + 1,
      })),
    )
    .execute();
};

export const deleteInvitations = (tx: Db, sitting: string) =>
  tx.deleteFrom('invitation').where('sitting_id', '=', sitting).execute();

export const findInvitations = (tx: Db, sitting: string): Promise<InvitationRow[]> =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .orderBy('needed_from')
    .orderBy('committee_id')
    .orderBy('cadre_id')
    .execute();

/** A committee's invitations to some sittings, by when they are needed. */
export const findInvitationsOf = async (
  tx: Db,
  committee: string,
  sittings: readonly string[],
): Promise<InvitationRow[]> =>
  sittings.length === 0
    ? []
    : tx
        .selectFrom('invitation')
        .selectAll()
        .where('committee_id', '=', committee)
        .where('sitting_id', 'in', sittings)
        .orderBy('needed_from')
        .execute();

export const takeInvitation = (tx: Db, sitting: string, cadre: string): Promise<InvitationRow | undefined> =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .where('cadre_id', '=', cadre)
    .forUpdate()
    .executeTakeFirst();

export const changeReply = (
  tx: Db,
  { sitting_id, cadre_id }: InvitationRow,
  reply: { reply: string; stand_in: string | null; replied_by: string },
) =>
  tx
    .updateTable('invitation')
    .set({ ...reply, revision: sql`revision + 1` })
    .where('sitting_id', '=', sitting_id)
    .where('cadre_id', '=', cadre_id)
    .execute();

/** Where some cadres are called already in a span of time, but for one sitting. */
export const findCallsElsewhere = async (
  tx: Db,
  cadres: readonly string[],
  span: { from: string; until: string },
  but: string | null,
) => {
  if (cadres.length === 0) return [];
  const query = tx
    .selectFrom('invitation as v')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.subdistrict_id', '=', 'v.subdistrict_id').onRef('s.id', '=', 'v.sitting_id'),
    )
    .select(['v.cadre_id', 'v.needed_from', 'v.needed_until', 's.title', 's.id as sitting'])
    .where('s.state', 'in', ['arranged', 'started'])
    .where('s.kind', '<>', 'practice')
    .where('v.cadre_id', 'in', cadres)
    .where('v.needed_from', '<', span.until)
    .where('v.needed_until', '>', span.from);
  return (but ? query.where('s.id', '<>', but) : query).execute();
};

/** How many each committee sends to some sittings. */
export const countCalls = (tx: Db, sittings: readonly string[]) =>
  sittings.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('invitation')
        .select(({ fn }) => ['sitting_id', 'committee_id', fn.countAll<number>().as('cadres')])
        .where('sitting_id', 'in', sittings)
        .groupBy(['sitting_id', 'committee_id'])
        .execute();

/** How long a cadre really was at a small meeting; of everybody (`cadre` null) before the stays are known. */
export const settleInvitation = (
  tx: Db,
  sitting: string,
  cadre: string | null,
  { from, until }: { from: string; until: string },
) => {
  const query = tx
    .updateTable('invitation')
    .set({ needed_from: from, needed_until: until })
    .where('sitting_id', '=', sitting);
  return (cadre === null ? query : query.where('cadre_id', '=', cadre)).execute();
};

/** How long a small meeting's one item took. */
export const settleItems = (tx: Db, sitting: string, minutes: number) =>
  tx
    .updateTable('meeting_item')
    .set({ minutes })
    .where('id', 'in', (query) =>
      query.selectFrom('sitting_item').select('item_id').where('sitting_id', '=', sitting),
    )
    .execute();
