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

/** @returns what now stands; undefined when another send of the same entry was first (it waits for that one to be decided) */
export const insertRecord = (tx: Db, record: NewRecord): Promise<RecordRow | undefined> =>
  tx
    .insertInto('record')
    .values({
      subdistrict_id: record.subdistrict,
      id: record.id,
      client_id: record.clientId,
      sent_hash: record.sentHash,
      committee_id: record.committee,
      activity: record.activity,
      subject_kind: record.subjectKind,
      subject_id: record.subject,
      occurred_on: record.occurredOn,
      occurred_at: record.occurredAt,
      values: JSON.stringify(record.values),
      confirmed: JSON.stringify(record.confirmed),
      source: record.source,
      author_id: record.author,
      author_name: record.authorName,
      ...(record.enteredAt ? { entered_at: record.enteredAt, changed_at: record.enteredAt } : {}),
      ...(record.filled ? { ledgers_filled: [...record.filled], cells_saved: record.cellsSaved ?? 0 } : {}),
    })
    .onConflict((conflict) => conflict.columns(['subdistrict_id', 'client_id']).doNothing())
    .returningAll()
    .executeTakeFirst();

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
