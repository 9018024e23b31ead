import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { LedgerExport } from '#platform/database/schema.ts';

export type ExportRow = Selectable<LedgerExport>;

export interface NewExport {
  readonly subdistrict: string;
  readonly id: string;
  readonly account: string;
  readonly accountName: string;
  readonly byCommittee: string | null;
  readonly kind: 'ledger' | 'pack';
  readonly ledgers: readonly string[];
  readonly committee: string | null;
  readonly month: string;
  readonly until: string | null;
  readonly format: 'pdf' | 'xlsx' | 'docx' | 'csv';
  readonly own: boolean;
  readonly pictures: boolean;
  readonly split: boolean;
  readonly purpose: string;
}

export const insertExport = (tx: Db, one: NewExport): Promise<unknown> =>
  tx
    .insertInto('ledger_export')
    .values({
      subdistrict_id: one.subdistrict,
      id: one.id,
      account_id: one.account,
      account_name: one.accountName,
      by_committee_id: one.byCommittee,
      kind: one.kind,
      ledger_ids: [...one.ledgers],
      committee_id: one.committee,
      month: one.month,
      until: one.until,
      format: one.format,
      own: one.own,
      pictures: one.pictures,
      split: one.split,
      purpose: one.purpose,
    })
    .execute();

export const findExport = (tx: Db, id: string): Promise<ExportRow | undefined> =>
  tx.selectFrom('ledger_export').selectAll().where('id', '=', id).executeTakeFirst();

export const exportsOf = (tx: Db, account: string): Promise<ExportRow[]> =>
  tx
    .selectFrom('ledger_export')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();

/** How many of somebody's are not made yet. */
export const countUnfinished = async (tx: Db, account: string): Promise<number> => {
  const { n } = await tx
    .selectFrom('ledger_export')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('account_id', '=', account)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirstOrThrow();
  return n;
};

export const noteProgress = (
  tx: Db,
  id: string,
  to: Partial<Pick<ExportRow, 'state' | 'progress' | 'row_count' | 'failure'>>,
): Promise<unknown> =>
  tx
    .updateTable('ledger_export')
    .set(to)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute();

/** @returns whether there was something to cancel */
export const noteCancelled = async (tx: Db, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('ledger_export')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** @returns false when it was cancelled meanwhile */
export const noteDone = async (
  tx: Db,
  id: string,
  file: { key: string; name: string; bytes: number; rows: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('ledger_export')
    .set({
      state: 'done',
      progress: 100,
      row_count: file.rows,
      file_key: file.key,
      file_name: file.name,
      bytes: file.bytes,
      done_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'working')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Days a file is kept for. */
const keptDays = 7;

/** Takes away what nobody came for. @returns the keys of the files that can go */
export const dropExpired = async (tx: Db): Promise<string[]> => {
  const rows = await tx
    .deleteFrom('ledger_export')
    .where('asked_at', '<', sql<never>`now() - make_interval(days => ${keptDays})`)
    .returning('file_key')
    .execute();
  return rows.flatMap(({ file_key }) => (file_key ? [file_key] : []));
};
