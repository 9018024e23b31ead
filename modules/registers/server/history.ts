import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Change } from './repository.ts';
import type { ResidentRow } from './sealing.ts';

/** A row that lies as JSON beside the table, as the table would give it. */
export const rowsOf = async (tx: Db, rows: readonly unknown[]): Promise<ResidentRow[]> => {
  if (rows.length === 0) return [];
  const { rows: found } = await sql<ResidentRow>`select r.* from unnest(${rows.map((one) =>
    JSON.stringify(one),
  )}::jsonb[]) with ordinality as j(row, place), jsonb_populate_record(null::resident, j.row) r
    order by j.place`.execute(tx);
  return found;
};

export interface FormerVersion {
  readonly row: ResidentRow;
  readonly source: Change['source'];
  readonly by: string;
  readonly at: string;
}

const shown = 20;

/** The latest former versions of a person, newest first. */
export const formerVersions = async (tx: Db, resident: string): Promise<FormerVersion[]> => {
  const kept = await tx
    .selectFrom('resident_revision')
    .select(['row', 'source', 'changed_by_name', 'changed_at'])
    .where('resident_id', '=', resident)
    .orderBy('revision', 'desc')
    .limit(shown)
    .execute();
  const rows = await rowsOf(
    tx,
    kept.map(({ row }) => row),
  );
  return kept.flatMap(({ source, changed_by_name, changed_at }, at) => {
    const row = rows[at];
    return row
      ? [{ row, source: source as Change['source'], by: changed_by_name, at: String(changed_at) }]
      : [];
  });
};
