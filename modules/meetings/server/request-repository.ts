import { type Selectable, sql } from 'kysely';
import { monthBounds } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Audience, Decision, ItemDraft } from '../contract.ts';
import type { MonthUse } from '../domain/convening.ts';
import { jsonb } from './rule-repository.ts';

export type RequestRow = Omit<Selectable<DB['meeting_request']>, 'audience'> & { audience: Audience };
export type ItemRow = Omit<Selectable<DB['meeting_item']>, 'audience'> & { audience: Audience | null };
export type DecisionRow = Selectable<DB['meeting_decision']>;

/**
 * Locks what one department may still convene until the transaction ends, so that of many requests for
 * the last place only one takes it.
 */
export const lockConvening = (tx: Db, subdistrict: string, department: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`convene:${subdistrict}:${department}`}, 0))`.execute(
    tx,
  );

/** What a department has taken of its rules in a month. A window over two months counts in both. */
export const monthUse = async (tx: Db, department: string, month: string): Promise<MonthUse> => {
  const { first, last } = monthBounds(month);
  const rows = await tx
    .selectFrom('meeting_request')
    .select(({ fn }) => [
      'counts_under',
      fn.countAll<number>().as('sittings'),
      fn.sum<number>('call_ups').as('callUps'),
    ])
    .where('department_id', '=', department)
    .where('state', 'in', ['approved', 'arranged'])
    .where('call_ups', '>', 0)
    .where('earliest', '<=', last)
    .where('latest', '>=', first)
    .groupBy('counts_under')
    .execute();
  const of = (rule: string) => rows.find(({ counts_under }) => counts_under === rule);
  return {
    month,
    reservedSittings: Number(of('reserved_posts')?.sittings ?? 0),
    callUps: Number(of('department_quota')?.callUps ?? 0),
  };
};

export type NewRequest = Omit<RequestRow, 'id' | 'revision' | 'sitting_id'> & { sitting_id?: string | null };
export type NewItem = ItemDraft & { callUps: number };

export const insertRequest = async (
  tx: Db,
  request: NewRequest,
  items: readonly NewItem[],
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('meeting_request')
    .values({ ...request, id, audience: jsonb(request.audience) })
    .execute();
  await tx
    .insertInto('meeting_item')
    .values(
      items.map(({ callUps, audience, ...item }, position) => ({
        ...item,
        subdistrict_id: request.subdistrict_id,
        id: newId(),
        request_id: id,
        position,
        audience: audience && jsonb(audience),
        call_ups: callUps,
      })),
    )
    .execute();
  return id;
};

export interface NewDecision {
  readonly outcome: Decision['outcome'];
  readonly words: { zh: string; en: string };
  readonly rule?: { code: string; effectiveFrom: string } | null;
  readonly reason?: string | null;
  readonly at?: string;
}

export const insertDecision = (
  tx: Db,
  who: { subdistrict: string; account: string; name: string },
  request: string,
  { outcome, words, rule = null, reason = null, at = new Date().toISOString() }: NewDecision,
) =>
  tx
    .insertInto('meeting_decision')
    .values({
      subdistrict_id: who.subdistrict,
      id: newId(),
      request_id: request,
      outcome,
      rule_code: rule?.code ?? null,
      rule_from: rule?.effectiveFrom ?? null,
      words: jsonb(words),
      reason,
      decided_by: who.account,
      decider: who.name,
      decided_at: at,
    })
    .execute();

export interface RequestFilter {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly department?: string | null;
  readonly state?: string;
}

/** Requests, the newest first. `lock`: until the transaction ends nobody else decides about them. */
export const findRequests = async (tx: Db, filter: RequestFilter, lock = false): Promise<RequestRow[]> => {
  if (filter.ids?.length === 0) return [];
  let query = tx.selectFrom('meeting_request').selectAll().orderBy('id', 'desc').limit(500);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.ids) query = query.where('id', 'in', filter.ids);
  if (filter.department) query = query.where('department_id', '=', filter.department);
  if (filter.state) query = query.where('state', '=', filter.state);
  // A practice's request was asked for by nobody; it is read with its sitting only.
  if (filter.id === undefined && filter.ids === undefined)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sitting as s')
            .select('s.id')
            .whereRef('s.subdistrict_id', '=', 'meeting_request.subdistrict_id')
            .whereRef('s.id', '=', 'meeting_request.sitting_id')
            .where('s.kind', '=', 'practice'),
        ),
      ),
    );
  return (await (lock ? query.forUpdate() : query).execute()) as unknown as RequestRow[];
};

/** Items of requests in their order. */
export const findItems = async (tx: Db, requests: readonly string[]): Promise<ItemRow[]> =>
  requests.length === 0
    ? []
    : ((await tx
        .selectFrom('meeting_item')
        .selectAll()
        .where('request_id', 'in', requests)
        .orderBy('position')
        .execute()) as unknown as ItemRow[]);

export const findDecisions = async (tx: Db, requests: readonly string[]): Promise<DecisionRow[]> =>
  requests.length === 0
    ? []
    : tx
        .selectFrom('meeting_decision')
        .selectAll()
        .where('request_id', 'in', requests)
        .orderBy('id')
        .execute();

interface RequestChange {
  readonly state: string;
  readonly sitting_id?: string | null;
  readonly counts_under?: string | null;
}

/** The caller holds the row's lock. */
export const changeRequest = (tx: Db, id: string, change: RequestChange) =>
  tx
    .updateTable('meeting_request')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
