import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Record as RecordTable, RecordRevision as RevisionTable } from '#platform/database/schema.ts';
import type { RecordValues } from '../contract.ts';

export type RecordRow = Selectable<RecordTable>;
export type RevisionRow = Selectable<RevisionTable>;

export interface NewRecord {
  readonly subdistrict: string;
  readonly id: string;
  readonly clientId: string;
  readonly sentHash: string;
  readonly committee: string;
  readonly activity: string;
  readonly subjectKind: 'resident' | 'committee';
  readonly subject: string;
  readonly occurredOn: string;
  readonly occurredAt: string | null;
  readonly values: RecordValues;
  readonly confirmed: Readonly<Record<string, string>>;
  readonly source: 'typed' | 'voice' | 'import' | 'api' | 'derived';
  readonly author: string;
  readonly authorName: string;
  readonly enteredAt?: string;
  /** What it spares, where that is known before it is stored. */
  readonly filled?: readonly string[];
  readonly cellsSaved?: number;
}

const rowOf = (record: NewRecord) => ({
  id: record.id,
  client_id: record.clientId,
  sent_hash: record.sentHash,
  committee_id: record.committee,
  activity: record.activity,
  subject_kind: record.subjectKind,
  subject_id: record.subject,
  occurred_on: record.occurredOn,
  occurred_at: record.occurredAt,
  values: record.values,
  confirmed: record.confirmed,
  source: record.source,
  author_id: record.author,
  author_name: record.authorName,
  entered_at: record.enteredAt ?? null,
  ledgers_filled: record.filled ?? [],
  cells_saved: record.cellsSaved ?? 0,
});

/** @returns what now stands; undefined when another send of the same entry was first (it waits for that one to be decided) */
export const insertRecord = (tx: Db, record: NewRecord): Promise<RecordRow | undefined> => {
  const { entered_at, values, confirmed, ledgers_filled, ...row } = rowOf(record);
  return tx
    .insertInto('record')
    .values({
      ...row,
      subdistrict_id: record.subdistrict,
      values: JSON.stringify(values),
      confirmed: JSON.stringify(confirmed),
      ledgers_filled: [...ledgers_filled],
      ...(entered_at ? { entered_at, changed_at: entered_at } : {}),
    })
    .onConflict((conflict) => conflict.columns(['subdistrict_id', 'client_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
};

/**
 * Stores new records, and takes their values into what is known unless something newer is: one statement.
 * @returns what now stands, by id; one is missing when it was stored before, or another send of the same entry
 * was first (it waits for that one to be decided)
 */
export const insertRecords = async (
  tx: Db,
  subdistrict: string,
  records: readonly NewRecord[],
): Promise<ReadonlyMap<string, RecordRow>> => {
  if (records.length === 0) return new Map();
  const { rows } = await sql<RecordRow>`/* records-entered */ with stored as (
      insert into record (subdistrict_id, id, client_id, sent_hash, committee_id, activity, subject_kind,
        subject_id, occurred_on, occurred_at, values, confirmed, source, author_id, author_name, entered_at,
        changed_at, ledgers_filled, cells_saved)
      select ${subdistrict}::uuid, n.id, n.client_id, n.sent_hash, n.committee_id, n.activity, n.subject_kind,
        n.subject_id, n.occurred_on, n.occurred_at, n.values, n.confirmed, n.source, n.author_id, n.author_name,
        coalesce(n.entered_at, now()), coalesce(n.entered_at, now()), n.ledgers_filled, n.cells_saved
      from jsonb_to_recordset(${JSON.stringify(records.map(rowOf))}::jsonb) as n(id uuid, client_id uuid,
        sent_hash text, committee_id uuid, activity text, subject_kind text, subject_id uuid, occurred_on date,
        occurred_at timestamptz, values jsonb, confirmed jsonb, source text, author_id uuid, author_name text,
        entered_at timestamptz, ledgers_filled uuid[], cells_saved int)
      order by n.client_id
      on conflict (subdistrict_id, client_id) do nothing
      returning *
    ), known as (
      insert into current_value (subdistrict_id, subject_id, element, value, record_id, as_of)
      select r.subdistrict_id, r.subject_id, v.key, v.value, r.id, r.occurred_on
      from stored r, jsonb_each(r.values) v where r.subject_kind = 'resident'
      order by r.subject_id, v.key
      on conflict (subdistrict_id, subject_id, element) do update
        set value = excluded.value, record_id = excluded.record_id, as_of = excluded.as_of
        where current_value.as_of <= excluded.as_of
    )
    select * from stored`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

export const findByClientId = (tx: Db, clientId: string): Promise<RecordRow | undefined> =>
  tx.selectFrom('record').selectAll().where('client_id', '=', clientId).executeTakeFirst();

export const findRecord = (tx: Db, id: string): Promise<RecordRow | undefined> =>
  tx.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();

/** Two corrections of one record wait here for each other. */
export const lockRecord = (tx: Db, id: string): Promise<RecordRow | undefined> =>
  tx.selectFrom('record').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findRevisions = (tx: Db, record: string): Promise<RevisionRow[]> =>
  tx
    .selectFrom('record_revision')
    .selectAll()
    .where('record_id', '=', record)
    .orderBy('revision', 'desc')
    .execute();

/** Keeps what stands now as a former version. */
export const keepVersion = (
  tx: Db,
  row: RecordRow,
  by: { account: string; name: string; reason: string },
): Promise<unknown> =>
  tx
    .insertInto('record_revision')
    .values({
      subdistrict_id: row.subdistrict_id,
      record_id: row.id,
      revision: row.revision,
      occurred_on: row.occurred_on,
      occurred_at: row.occurred_at,
      values: JSON.stringify(row.values),
      confirmed: JSON.stringify(row.confirmed),
      changed_by: by.account,
      changed_by_name: by.name,
      reason: by.reason,
    })
    .execute();

export const replaceValues = (
  tx: Db,
  id: string,
  to: {
    revision: number;
    occurredOn: string;
    occurredAt: string | null;
    values: RecordValues;
    confirmed: Readonly<Record<string, string>>;
  },
): Promise<unknown> =>
  tx
    .updateTable('record')
    .set({
      revision: to.revision,
      occurred_on: to.occurredOn,
      occurred_at: to.occurredAt,
      values: JSON.stringify(to.values),
      confirmed: JSON.stringify(to.confirmed),
      changed_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();

export const markVoid = (tx: Db, id: string, by: { name: string; reason: string }): Promise<unknown> =>
  tx
    .updateTable('record')
    .set({ voided_at: sql`now()`, voided_by_name: by.name, voided_reason: by.reason, changed_at: sql`now()` })
    .where('id', '=', id)
    .execute();

export const noteFilled = (
  tx: Db,
  id: string,
  ledgers: readonly string[],
  cellsSaved: number,
): Promise<unknown> =>
  tx
    .updateTable('record')
    .set({ ledgers_filled: [...ledgers], cells_saved: cellsSaved })
    .where('id', '=', id)
    .execute();

export interface RecordFilter {
  readonly committee: string;
  readonly day?: string;
  readonly subject?: string;
  readonly author?: string;
  /** Entered since this instant. */
  readonly since?: string;
}

const filtered = (tx: Db, { committee, day, subject, author, since }: RecordFilter) => {
  let query = tx.selectFrom('record').where('committee_id', '=', committee);
  if (day) query = query.where('occurred_on', '=', day);
  if (subject) query = query.where('subject_id', '=', subject);
  if (author) query = query.where('author_id', '=', author);
  if (since) query = query.where('entered_at', '>=', since);
  return query;
};

export const listRecords = (
  tx: Db,
  filter: RecordFilter,
  limit: number,
  offset: number,
): Promise<RecordRow[]> =>
  filtered(tx, filter)
    .selectAll()
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();

export const countRecords = async (tx: Db, filter: RecordFilter): Promise<number> => {
  const { n } = await filtered(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
};

/** What one person's entries spared since an instant; ledgers are counted once each. */
export const sumSpared = async (tx: Db, filter: RecordFilter) => {
  const records = await filtered(tx, filter)
    .where('voided_at', 'is', null)
    .select(['ledgers_filled', 'cells_saved'])
    .execute();
  return {
    records: records.length,
    ledgers: new Set(records.flatMap((one) => one.ledgers_filled)).size,
    cellsSaved: records.reduce((sum, one) => sum + one.cells_saved, 0),
  };
};
