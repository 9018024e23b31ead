import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { LedgerForm as FormTable } from '#platform/database/schema.ts';

export type FormRow = Selectable<FormTable>;

export interface NewForm {
  readonly subdistrict: string;
  readonly id: string;
  readonly department: string;
  readonly account: string;
  readonly accountName: string;
  readonly sha256: string;
  readonly kind: 'xlsx' | 'xls' | 'csv';
  readonly bytes: number;
  readonly fileKey: string;
  readonly readingKey: string;
  readonly form: 'list' | 'card' | 'summary';
  readonly rows: number;
}

/** @returns false when the department has this very file already */
export const insertForm = async (tx: Db, one: NewForm): Promise<boolean> => {
  const { rows } =
    await sql`insert into ledger_form (subdistrict_id, id, department_id, account_id, account_name,
      sha256, kind, bytes, file_key, reading_key, form, row_count)
    values (${one.subdistrict}, ${one.id}, ${one.department}, ${one.account}, ${one.accountName}, ${one.sha256},
      ${one.kind}, ${one.bytes}, ${one.fileKey}, ${one.readingKey}, ${one.form}, ${one.rows})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
};

export const findForm = (tx: Db, id: string): Promise<FormRow | undefined> =>
  tx.selectFrom('ledger_form').selectAll().where('id', '=', id).executeTakeFirst();

/** Whoever changes a form, or writes a part of it, waits here for whoever else does. */
export const lockForm = (tx: Db, id: string): Promise<FormRow | undefined> =>
  tx.selectFrom('ledger_form').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findByFile = (tx: Db, department: string, sha256: string): Promise<FormRow | undefined> =>
  tx
    .selectFrom('ledger_form')
    .selectAll()
    .where('department_id', '=', department)
    .where('sha256', '=', sha256)
    .where('state', '<>', 'undone')
    .executeTakeFirst();

export const formsOf = (tx: Db, department: string): Promise<FormRow[]> =>
  tx
    .selectFrom('ledger_form')
    .selectAll()
    .where('department_id', '=', department)
    .orderBy('uploaded_at', 'desc')
    .limit(100)
    .execute();

export interface FormChange {
  readonly form?: string;
  readonly reading_key?: string;
  readonly row_count?: number;
  readonly choices?: unknown;
  readonly about?: unknown;
  readonly decisions?: unknown;
  readonly ledger_id?: string;
  readonly version?: number;
  readonly state?: string;
  readonly progress?: number;
  readonly failure?: string | null;
  readonly written_at?: unknown;
}

const inJson = new Set(['choices', 'about', 'decisions']);

export const changeForm = (tx: Db, id: string, to: FormChange): Promise<unknown> =>
  tx
    .updateTable('ledger_form')
    .set(
      Object.fromEntries(
        Object.entries(to).map(([name, value]) => [name, inJson.has(name) ? JSON.stringify(value) : value]),
      ),
    )
    .where('id', '=', id)
    .execute();

/** Whether another form is being written into, or taken back from, a ledger. */
export const busyElsewhere = async (tx: Db, ledger: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('ledger_form')
    .select('id')
    .where('ledger_id', '=', ledger)
    .where('id', '<>', id)
    .where('state', 'in', ['writing', 'undoing'])
    .executeTakeFirst()) !== undefined;

export interface WrittenRow {
  readonly number: number;
  readonly record: string;
  readonly revision: number;
  readonly made: boolean;
}

export const noteWritten = (
  tx: Db,
  subdistrict: string,
  form: string,
  rows: readonly WrittenRow[],
): Promise<unknown> =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('ledger_form_row')
        .values(
          rows.map(({ number, record, revision, made }) => ({
            subdistrict_id: subdistrict,
            form_id: form,
            number,
            record_id: record,
            revision,
            made,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();

/** Of these rows, which are written already. */
export const writtenAmong = async (
  tx: Db,
  form: string,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('ledger_form_row')
    .select('number')
    .where('form_id', '=', form)
    .where('number', 'in', [...numbers, -1])
    .execute();
  return new Set(rows.map(({ number }) => number));
};

export const countWritten = async (tx: Db, form: string): Promise<{ created: number; corrected: number }> => {
  const { created, corrected } = await tx
    .selectFrom('ledger_form_row')
    .where('form_id', '=', form)
    .where('taken_back', '=', false)
    .select(sql<number>`count(*) filter (where made)`.as('created'))
    .select(sql<number>`count(*) filter (where not made)`.as('corrected'))
    .executeTakeFirstOrThrow();
  return { created, corrected };
};

/** The next rows to be taken back, the last written first: a record made and then corrected goes back in steps. */
export const nextToTakeBack = (
  tx: Db,
  form: string,
  after: number,
  limit: number,
): Promise<(WrittenRow & { number: number })[]> =>
  tx
    .selectFrom('ledger_form_row')
    .select(['number', 'record_id as record', 'revision', 'made'])
    .where('form_id', '=', form)
    .where('taken_back', '=', false)
    .where('number', '<', after)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();

export const markTakenBack = (tx: Db, form: string, numbers: readonly number[]): Promise<unknown> =>
  numbers.length === 0
    ? Promise.resolve()
    : tx
        .updateTable('ledger_form_row')
        .set({ taken_back: true })
        .where('form_id', '=', form)
        .where('number', 'in', [...numbers])
        .execute();

/** Records that stand of these people (or committees) and this kind of work. */
export const standingOf = async (tx: Db, activity: string, subjects: readonly string[], ledger: string) => {
  const { rows } = await sql<{
    id: string;
    revision: number;
    subject: string;
    day: string;
    values: Record<string, never>;
    fromForm: boolean;
  }>`select r.id, r.revision, r.subject_id as subject, to_char(r.occurred_on, 'YYYY-MM-DD') as day, r.values,
      exists (select from ledger_form_row w join ledger_form f
        on f.subdistrict_id = w.subdistrict_id and f.id = w.form_id
        where w.subdistrict_id = r.subdistrict_id and w.record_id = r.id and f.ledger_id = ${ledger}::uuid) as "fromForm"
    from record r
    where r.subject_id = any(${[...subjects]}::uuid[]) and r.activity = ${activity} and r.voided_at is null
    order by r.occurred_on, r.id`.execute(tx);
  return rows;
};
