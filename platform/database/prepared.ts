import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * A statement that begins with its name in a comment is parsed and planned once a connection:
 * `/* audit-heads *\/ select …`. For the few that every entry runs; its text must be constant and what it
 * is given must not change which plan is best (a page of a ledger must not be named).
 */
const name = /^\/\* ([a-z-]+) \*\//;

const clients = new WeakMap<PoolClient, PostgresPoolClient>();

const wrapped = (client: PoolClient): PostgresPoolClient => {
  const known = clients.get(client);
  if (known) return known;
  const query = ((text: string, values: unknown[]) => {
    const named = name.exec(text)?.[1];
    return named ? client.query({ name: named, text, values }) : client.query(text, values);
  }) as unknown as PostgresPoolClient['query'];
  const made: PostgresPoolClient = { query, release: (discard) => client.release(discard) };
  clients.set(client, made);
  return made;
};

/** The pool as Kysely sees it: with named statements prepared. */
export const preparing = (pool: Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => wrapped(await pool.connect()),
  end: () => pool.end(),
});
