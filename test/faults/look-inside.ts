import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { root } from '#app/root.ts';
import { startPostgres } from '#platform/processes/postgres/supervisor.ts';
import { silentLog } from '#platform/processes/process-log.ts';

export interface StoredRecord {
  readonly id: string;
  readonly clientId: string;
  readonly systolic: number;
  /** Values known of the person that came from this or a later record. */
  readonly known: number;
  /** Entries of the audit chains about it. */
  readonly audited: number;
}

/** Reads a data folder nobody uses, as the database's superuser. */
export const recordsIn = async (dataDir: string): Promise<StoredRecord[]> => {
  const postgres = await startPostgres({ dataDir, log: silentLog });
  const client = new Client({ connectionString: postgres.urlFor('qingzhuang') });
  try {
    await client.connect();
    const { rows } = await client.query<StoredRecord>(
      `select r.id, r.client_id as "clientId", (r.values->>'bp.sys')::int as systolic,
         (select count(*)::int from current_value v where v.subdistrict_id = r.subdistrict_id and v.subject_id = r.subject_id) as known,
         (select count(*)::int from audit a where a.subject = r.id::text and a.action = 'record.entered') as audited
       from record r where r.occurred_on >= (now() at time zone 'Asia/Shanghai')::date`,
    );
    return rows;
  } finally {
    await client.end().catch(() => undefined);
    await postgres.stop();
  }
};

/** `qz audit verify` on a data folder, as a person would call it. */
export const verifyAudit = (dataDir: string): { chains: number; entries: number; breaks: number } => {
  const words = ['--disable-warning=ExperimentalWarning', join(root, 'app/cli/main.ts'), 'audit', 'verify'];
  const out = execFileSync(process.execPath, words, {
    cwd: root,
    env: { PATH: process.env.PATH, QZ_DATA: dataDir },
    encoding: 'utf8',
  });
  return JSON.parse(out);
};
