import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { preparing } from './prepared.ts';
import type { DB } from './schema.ts';

/** A pool's connection or an open transaction: the caller decides. */
export type Db = Kysely<DB>;

/** Whose rows a transaction may see. */
export interface Tenant {
  readonly subdistrict: string;
}

export interface Database {
  /** One transaction that sees the tenant's rows only; commits when `work` returns, else rolls back. */
  readonly transaction: <T>(who: Tenant, work: (tx: Db) => Promise<T>) => Promise<T>;
  /** Like `transaction`, but PostgreSQL refuses to write. */
  readonly read: <T>(who: Tenant, work: (tx: Db) => Promise<T>) => Promise<T>;
  /** Outside any tenant: shared tables only (row-level security hides the rest). */
  readonly shared: Db;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

// A calendar day stays text (YYYY-MM-DD): a Date would carry the machine's time zone into it.
types.setTypeParser(types.builtins.DATE, (text) => text);
// timestamptz as ISO text in UTC, the form the contracts use.
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The literal goes into the statement because Citus carries `SET LOCAL` to its workers but not
 * `set_config()`; so nothing but a UUID may pass.
 */
const begin = (mode: string, { subdistrict }: Tenant): string => {
  if (!uuid.test(subdistrict)) throw new TypeError('subdistrict is not a UUID');
  return `begin ${mode}; set local app.subdistrict = '${subdistrict}'`;
};

const runIn = <T>(kysely: Db, mode: string, who: Tenant, work: (tx: Db) => Promise<T>): Promise<T> =>
  kysely.connection().execute(async (connection) => {
    await sql.raw(begin(mode, who)).execute(connection);
    try {
      const result = await work(connection);
      const { rows } = await sql.raw<{ command: string }>('commit').execute(connection);
      // After a failed statement, even one whose error was caught, PostgreSQL answers a commit so.
      if (rows[0]?.command === 'ROLLBACK') throw new Error('a failed statement has undone the transaction');
      return result;
    } catch (error) {
      // A lost connection cannot roll back and need not: the first error is the one to report.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
  /** Told of connections that break while idle (the database restarted). */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens the pool as the role that owns nothing. Connecting is lazy: a database that is away refuses each call. */
export const openDatabase = ({ url, poolSize = 10, onIdleError }: DatabaseOptions): Database => {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  pool.on('error', (error) => onIdleError?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return {
    transaction: (who, work) => runIn(kysely, 'isolation level read committed', who, work),
    read: (who, work) => runIn(kysely, 'read only', who, work),
    shared: kysely,
    pool,
    close: () => kysely.destroy(),
  };
};
