import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Config } from '#platform/config/config.ts';
import { startPostgres } from '#platform/processes/postgres/supervisor.ts';
import type { ProcessLog } from '#platform/processes/process-log.ts';
import { createSecrets, type Secrets } from '#platform/secrets/secrets.ts';
import { CommandRefusal } from '../cli/command.ts';

/** The database a command works on: the address of the role that owns the tables, and how to let go. */
export interface OwnedDatabase {
  readonly ownerUrl: string;
  readonly embedded: boolean;
  readonly stop: () => Promise<void>;
}

export const databaseName = 'qingzhuang';
export const ownerName = 'qz_owner';

export const ownerPassword = (secrets: Secrets): string => secrets.keyFor('database-owner').toString('hex');

/** Owns the tables and is no superuser: row-level security binds it too. */
const ensureOwner = async (adminUrl: string, password: string): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [ownerName]);
    if (role.rowCount === 0)
      await client.query(`create role ${ownerName} login createrole password '${password}'`);
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerName}`);
  } finally {
    await client.end();
  }
};

const openEmbedded = async (
  config: Config,
  masterKey: Uint8Array,
  log: ProcessLog,
): Promise<OwnedDatabase> => {
  const postgres = await startPostgres({ dataDir: config.QZ_DATA, log });
  const password = ownerPassword(createSecrets(masterKey));
  try {
    await ensureOwner(postgres.adminUrl, password);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    ownerUrl: postgres.urlFor(databaseName, { name: ownerName, password }),
    embedded: true,
    stop: () => postgres.stop('fast'),
  };
};

const patienceMs = 10_000;
const startingUp = new Set(['ECONNREFUSED', '57P03', 'ENOENT', 'ECONNRESET']);

/** An address without its password, for a person to recognise. */
const shown = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `${decodeURIComponent(host)}${pathname}`;
};

/** A database that is just starting is waited for; one that is not there is refused with its address. */
const reach = async (url: string): Promise<void> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ version: number }>(
        "select current_setting('server_version_num')::int as version",
      );
      await client.end();
      if ((rows[0]?.version ?? 0) >= 150_000) return;
      throw new CommandRefusal('DATABASE_URL: 需要 PostgreSQL 15 或更新 · PostgreSQL 15 or later is needed');
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (error instanceof CommandRefusal) throw error;
      if (startingUp.has(code) && Date.now() < until) {
        await sleep(300);
        continue;
      }
      throw new CommandRefusal(
        `DATABASE_URL: 连不上数据库 ${shown(url)}（${code || '无应答'}），请检查地址、账号，或去掉此项改用自带数据库 · cannot reach the database (${code || 'no answer'}): check address and account, or unset it to use the built-in one`,
      );
    }
  }
};

/** The external database when one is named, else the embedded one, started on the data folder. */
export const openOwnedDatabase = async (
  config: Config,
  masterKey: Uint8Array,
  log: ProcessLog,
): Promise<OwnedDatabase> => {
  if (!config.DATABASE_URL) return openEmbedded(config, masterKey, log);
  await reach(config.DATABASE_URL);
  return { ownerUrl: config.DATABASE_URL, embedded: false, stop: async () => undefined };
};
