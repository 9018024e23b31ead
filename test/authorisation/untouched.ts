import { Client } from 'pg';
import type { Samples } from './samples.ts';

/** A digest of all rows of one question. */
const digest = (from: string, where: string): string =>
  `select coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as digest, count(*)::int as rows
   from ${from} t where ${where}`;

const tenantTables = `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
  where column_name = 'subdistrict_id' and table_schema in ('public', 'auth') order by 1`;

/**
 * What none of the calls may change: every table of the other subdistrict, the registers and records of the
 * other committee, and the sessions of other people. Read as the database's owner, past row-level security.
 */
export const untouchable = async (
  ownerUrl: string,
  foreignSubdistrict: string,
  { own, other, foreign }: Samples,
): Promise<Readonly<Record<string, { digest: string; rows: number }>>> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const look = async (from: string, where: string, values: readonly unknown[]) =>
    (await client.query(digest(from, where), [...values])).rows[0] as { digest: string; rows: number };
  try {
    const found: Record<string, { digest: string; rows: number }> = {};
    const { rows } = await client.query<{ name: string }>(tenantTables);
    for (const { name } of rows)
      found[`${name} next door`] = await look(name, 'subdistrict_id = $1', [foreignSubdistrict]);
    for (const name of ['resident', 'record', 'household', 'place', 'resident_merge'])
      found[`${name} of the other committee`] = await look(name, 'committee_id = $1', [other.committee]);
    const sessions = [...Object.values(own), other, foreign].map(({ session }) => session);
    found['other people’s sessions'] = await look('auth.session', 'id = any($1::uuid[])', [sessions]);
    return found;
  } finally {
    await client.end();
  }
};
