import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Breakout } from '../domain/breakout.ts';
import type { LogDetail } from '../domain/log-detail.ts';
import type { Interval } from '../domain/presence.ts';
import {
  type Auto,
  type Hand,
  type Layout,
  type Notice,
  openingState,
  type Phase,
  type Poll,
  type ShownDocument,
  type Venue,
  type VenueState,
} from '../domain/state.ts';

/** One sitting of one subdistrict. */
export interface SittingKey {
  readonly subdistrict: string;
  readonly sitting: string;
}

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

const columnsOf = (state: VenueState) => ({
  rev: state.rev,
  control_rev: state.controlRev,
  phase: state.phase,
  programme: state.programme,
  next: state.next,
  layout: state.layout,
  auto: state.auto,
  shown_since: state.shownSince,
  sharer: state.sharer,
  poll: state.poll === null ? null : json(state.poll),
  may_record: state.mayRecord,
  breakout: state.breakout === null ? null : json(state.breakout),
  recorded_since: state.recordedSince,
  document: state.document === null ? null : json(state.document),
  floor: state.floor,
  floor_since: state.floorSince,
  queue: json(state.queue),
  muted: json(state.muted),
  item_id: state.item,
  item_since: state.itemSince,
  notice: state.notice === null ? null : json(state.notice),
});

/** Makes sure that the sitting has its row; the first screen that comes opens it. */
export const openState = (tx: Db, { subdistrict, sitting }: SittingKey) =>
  tx
    .insertInto('venue_state')
    .values({ subdistrict_id: subdistrict, sitting_id: sitting, ...columnsOf(openingState) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** The state, or the opening one before anybody has come. `lock` holds other writers until the commit. */
export const readState = async (tx: Db, key: SittingKey, lock = false): Promise<VenueState> => {
  const query = tx
    .selectFrom('venue_state')
    .selectAll()
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return openingState;
  return {
    rev: row.rev,
    controlRev: row.control_rev,
    phase: row.phase as Phase,
    programme: row.programme,
    next: row.next,
    layout: row.layout as Layout,
    auto: row.auto as Auto | null,
    shownSince: row.shown_since,
    sharer: row.sharer,
    poll: row.poll as unknown as Poll | null,
    mayRecord: row.may_record,
    breakout: row.breakout as unknown as Breakout | null,
    recordedSince: row.recorded_since,
    document: row.document as unknown as ShownDocument | null,
    floor: row.floor,
    floorSince: row.floor_since,
    queue: row.queue as unknown as Hand[],
    muted: row.muted as unknown as Venue[],
    item: row.item_id,
    itemSince: row.item_since,
    notice: row.notice as unknown as Notice | null,
  };
};

/** Writes a state in the place of the one it came from. @returns false when somebody was quicker */
export const replaceState = async (tx: Db, key: SittingKey, before: VenueState, after: VenueState) => {
  const { numUpdatedRows } = await tx
    .updateTable('venue_state')
    .set(columnsOf(after))
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .where('rev', '=', before.rev)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
};

export interface LoggedAct {
  readonly kind: string;
  readonly venue: Venue | null;
  readonly item: string | null;
  readonly detail?: LogDetail | null;
}

export const logAct = (tx: Db, who: Actor, sitting: string, rev: number, at: string, act: LoggedAct) =>
  tx
    .insertInto('venue_event')
    .values({
      subdistrict_id: who.subdistrict,
      sitting_id: sitting,
      rev,
      at,
      account_id: who.account,
      kind: act.kind,
      venue: act.venue,
      item_id: act.item,
      detail: act.detail ? json(act.detail) : null,
    })
    .execute();

export interface EventRow extends LoggedAct {
  readonly rev: number;
  readonly at: string;
  readonly detail: Record<string, unknown> | null;
}

export const readEvents = async (tx: Db, key: SittingKey, limit: number): Promise<EventRow[]> =>
  (await tx
    .selectFrom('venue_event')
    .select(['rev', 'at', 'kind', 'venue', 'item_id as item', 'detail'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .orderBy('rev')
    .limit(limit)
    .execute()) as EventRow[];

/** The act that made this revision. */
export const readEventAt = (tx: Db, key: SittingKey, rev: number) =>
  tx
    .selectFrom('venue_event')
    .select(['kind', 'venue'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .where('rev', '=', rev)
    .executeTakeFirst();

export interface PresenceRow extends Interval {
  readonly session: string;
  readonly leftAt: string | null;
  readonly evidence: string[];
}

export const readPresence = async (tx: Db, key: SittingKey, limit = 5000): Promise<PresenceRow[]> =>
  tx
    .selectFrom('venue_presence')
    .select(['session', 'venue', 'came_at as cameAt', 'seen_at as seenAt', 'left_at as leftAt', 'evidence'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .orderBy('came_at')
    .limit(limit)
    .execute();

/** Evidence of a synthetic venue: it is shown as there, and counts as nobody's attendance. */
export const practised = 'practice';

/** Connections the engine lists: known from when they came, there at `seenAt`, whatever was reported before. */
export const seen = async (
  tx: Db,
  key: SittingKey,
  all: readonly (Interval & { session: string; evidence: string })[],
) => {
  if (all.length === 0) return;
  await tx
    .insertInto('venue_presence')
    .values(
      all.map((one) => ({
        subdistrict_id: key.subdistrict,
        sitting_id: key.sitting,
        session: one.session,
        venue: one.venue,
        came_at: one.cameAt,
        seen_at: one.seenAt,
        evidence: [one.evidence],
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['subdistrict_id', 'sitting_id', 'session']).doUpdateSet({
        seen_at: sql`greatest(venue_presence.seen_at, excluded.seen_at)`,
        left_at: null,
      }),
    )
    .execute();
};

/** Connections that are over: at the moment the engine reported, else when last seen. */
export const gone = (tx: Db, key: SittingKey, session: string, at: string | null) =>
  tx
    .updateTable('venue_presence')
    .set({
      left_at: at === null ? sql<string>`seen_at` : sql<string>`greatest(seen_at, ${at}::timestamptz)`,
      ...(at === null
        ? {}
        : {
            seen_at: sql<string>`greatest(seen_at, ${at}::timestamptz)`,
            evidence: sql<
              string[]
            >`case when 'webhook' = any(evidence) then evidence else evidence || array['webhook'] end`,
          }),
    })
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .where('session', '=', session)
    .where('left_at', 'is', null)
    .execute();

export interface Claim {
  readonly device: string;
  readonly claimedAt: string;
}

export const readClaim = (tx: Db, key: SittingKey, venue: Venue): Promise<Claim | undefined> =>
  tx
    .selectFrom('venue_device')
    .select(['device', 'claimed_at as claimedAt'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .where('venue', '=', venue)
    .executeTakeFirst();

export const claim = (tx: Db, who: Actor, sitting: string, venue: Venue, device: string, at: string) => {
  const changing = { device, account_id: who.account, claimed_at: at };
  return tx
    .insertInto('venue_device')
    .values({ subdistrict_id: who.subdistrict, sitting_id: sitting, venue, ...changing })
    .onConflict((conflict) =>
      conflict.columns(['subdistrict_id', 'sitting_id', 'venue']).doUpdateSet(changing),
    )
    .execute();
};

export const readHeadCounts = async (tx: Db, key: SittingKey): Promise<ReadonlyMap<Venue, number>> => {
  const rows = await tx
    .selectFrom('venue_head_count')
    .select(['venue', 'people'])
    .where('subdistrict_id', '=', key.subdistrict)
    .where('sitting_id', '=', key.sitting)
    .execute();
  return new Map(rows.map(({ venue, people }) => [venue, people]));
};
