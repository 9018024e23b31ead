import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { IssuedRow } from '../../domain/compare-issue.ts';

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** What a row says, and of which version of which act. */
export const hashOfRow = ({ key, record, revision, texts }: IssuedRow): string =>
  sha256(JSON.stringify([key, record, revision, texts]));

export const hashOfRows = (rows: readonly IssuedRow[]): string => sha256(rows.map(hashOfRow).join('\n'));

export interface StoredFile {
  readonly kind: 'pdf' | 'xlsx';
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number | null;
}

export interface StoredIssue {
  readonly id: string;
  readonly ledger: string;
  readonly version: number;
  readonly committee: string;
  readonly month: string;
  readonly number: number;
  readonly rows: number;
  readonly rowsHash: string;
  readonly issuedByName: string;
  readonly issuedAt: string;
  readonly files: readonly StoredFile[];
}

export interface IssueFilter {
  readonly id?: string;
  readonly ledger?: string;
  readonly committee?: string;
  readonly month?: string;
}

/** Signed copies, newest first. */
export const findIssues = async (tx: Db, filter: IssueFilter): Promise<StoredIssue[]> => {
  const rows = await tx
    .selectFrom('ledger_issue')
    .selectAll()
    .$if(filter.id !== undefined, (query) => query.where('id', '=', filter.id ?? ''))
    .$if(filter.ledger !== undefined, (query) => query.where('ledger_id', '=', filter.ledger ?? ''))
    .$if(filter.committee !== undefined, (query) => query.where('committee_id', '=', filter.committee ?? ''))
    .$if(filter.month !== undefined, (query) => query.where('month', '=', filter.month ?? ''))
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  const files = await filesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    ledger: row.ledger_id,
    version: row.version,
    committee: row.committee_id,
    month: row.month,
    number: row.number,
    rows: row.row_count,
    rowsHash: row.rows_hash,
    issuedByName: row.issued_by_name,
    issuedAt: new Date(row.issued_at as unknown as string).toISOString(),
    files: files.filter(({ issue }) => issue === row.id).map(({ issue: _, ...file }) => file),
  }));
};

const filesOf = async (tx: Db, issues: readonly string[]) => {
  if (issues.length === 0) return [];
  const rows = await tx
    .selectFrom('ledger_issue_file')
    .selectAll()
    .where('issue_id', 'in', [...issues])
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    issue: row.issue_id,
    kind: row.kind === 'xlsx' ? ('xlsx' as const) : ('pdf' as const),
    key: row.file_key,
    sha256: row.sha256,
    bytes: row.bytes,
    pages: row.pages,
  }));
};

const place = 'ledger_issue_row.cells';

/** The rows of a signed copy as they were, in their order. */
export const readIssuedRows = async (tx: Db, issue: string, secrets: Secrets): Promise<IssuedRow[]> => {
  const rows = await tx
    .selectFrom('ledger_issue_row')
    .select(['row_key', 'record_id', 'revision', 'cells'])
    .where('issue_id', '=', issue)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    key: row.row_key,
    record: row.record_id,
    revision: row.revision,
    texts: JSON.parse(secrets.open(place, row.cells)) as string[],
  }));
};

export interface NewIssue extends Omit<StoredIssue, 'number' | 'issuedAt' | 'rows'> {
  readonly subdistrict: string;
  readonly issuedBy: string;
}

/** Keeps a signed copy; its number is the next of its month. The caller holds the month (`lockMonth`). */
export const insertIssue = async (
  tx: Db,
  issue: NewIssue,
  rows: readonly IssuedRow[],
  secrets: Secrets,
): Promise<void> => {
  await sql`insert into ledger_issue
      (subdistrict_id, id, ledger_id, version, committee_id, month, number, row_count, rows_hash, issued_by, issued_by_name)
    select ${issue.subdistrict}, ${issue.id}, ${issue.ledger}, ${issue.version}, ${issue.committee}, ${issue.month},
      coalesce(max(number), 0) + 1, ${rows.length}, ${issue.rowsHash}, ${issue.issuedBy}, ${issue.issuedByName}
    from ledger_issue where ledger_id = ${issue.ledger} and committee_id = ${issue.committee}
      and month = ${issue.month}`.execute(tx);
  const numbers = rows.map((_, index) => index + 1);
  await sql`insert into ledger_issue_row (subdistrict_id, issue_id, number, row_key, record_id, revision, cells, hash)
    select ${issue.subdistrict}, ${issue.id}, * from unnest(
      ${numbers}::int[], ${rows.map(({ key }) => key)}::text[], ${rows.map(({ record }) => record)}::uuid[],
      ${rows.map(({ revision }) => revision)}::int[],
      ${rows.map(({ texts }) => secrets.seal(place, JSON.stringify(texts)))}::bytea[],
      ${rows.map(hashOfRow)}::text[])`.execute(tx);
  await tx
    .insertInto('ledger_issue_file')
    .values(
      issue.files.map(({ kind, key, sha256: hash, bytes, pages }) => ({
        subdistrict_id: issue.subdistrict,
        issue_id: issue.id,
        kind,
        file_key: key,
        sha256: hash,
        bytes,
        pages,
      })),
    )
    .execute();
};

/** Two who sign the same month wait for each other, so that each copy has a number of its own. */
export const lockMonth = (tx: Db, ledger: string, committee: string, month: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`issue:${ledger}:${committee}:${month}`}, 0))`.execute(
    tx,
  );

/** Which acts of a signed copy were corrected or voided since. */
export const touchedSince = async (tx: Db, rows: readonly IssuedRow[]): Promise<ReadonlySet<string>> => {
  const known = rows.filter(({ record }) => record !== null);
  const { rows: found } = await sql<{ id: string }>`select r.id from record r
    join unnest(${known.map(({ record }) => record)}::uuid[], ${known.map(({ revision }) => revision)}::int[])
      as s(id, revision) on s.id = r.id
    where r.voided_at is not null or r.revision <> s.revision`.execute(tx);
  return new Set(found.map(({ id }) => id));
};
