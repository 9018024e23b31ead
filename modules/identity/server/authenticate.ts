import type { Pool } from 'pg';
import type { Actor } from '#platform/contract/actor.ts';
import { createGroups } from '#platform/database/groups.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { permissionsOf } from '../domain/permissions.ts';
import type { Cookies } from './cookies.ts';

/** Longest life of a session, whatever is done in it. */
export const sessionDays = 7;
/** A session nobody used for so long has ended. */
const idleHours = 12;

/** A session that stands: whose it is, and what that account may do now. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly endsAt: string;
  readonly actor: Actor;
}

interface Row {
  id: string;
  token: string;
  ends_at: string;
  stale: boolean;
  user_id: string;
  name: string;
  subdistrict_id: string;
  roles: string[];
  committee_id: string | null;
  department_id: string | null;
  cadre_id: string | null;
}

/** Asked on every request: one prepared statement, three look-ups by key for each that asks at this moment. */
const statement = {
  name: 'qz-authenticate',
  text: `select s.id, s.token, s."expiresAt" as ends_at, s.last_seen_at < now() - interval '1 minute' as stale,
                m.user_id, u.name, m.subdistrict_id, m.roles, m.committee_id, m.department_id, m.cadre_id
           from auth.session s
           join auth.member m on m.user_id = s."userId"
           join auth."user" u on u.id = s."userId"
          where s.token = any($1::text[]) and m.disabled_at is null and s."expiresAt" > now()
            and s.last_seen_at > now() - interval '${idleHours} hours'`,
};

const permissionSets = new Map<string, ReadonlySet<string>>();

/** Permissions by the set of roles: there are few sets, and every request asks. */
const permissionsFor = (roles: readonly string[]): ReadonlySet<string> => {
  const key = roles.join();
  const known = permissionSets.get(key) ?? permissionsOf(roles);
  permissionSets.set(key, known);
  return known;
};

const actorOf = (row: Row): Actor => ({
  account: row.user_id,
  subdistrict: row.subdistrict_id,
  name: row.name,
  roles: row.roles,
  committee: row.committee_id,
  department: row.department_id,
  cadre: row.cadre_id,
  permissions: permissionsFor(row.roles),
});

/** Kept to the minute: a write on every request would cost more than the request. */
const touch = (pool: Pool, id: string): void => {
  // A read-only or vanished database must not sign people out.
  pool.query('update auth.session set last_seen_at = now() where id = $1', [id]).catch(() => undefined);
};

/** Sessions that stand, for requests that come together in one statement; nothing is remembered. */
const createLookup = (pool: Pool) =>
  createGroups<string, Row | null>({
    run: async (tokens) => {
      const { rows } = await pool.query<Row>({ ...statement, values: [[...new Set(tokens)]] });
      const byToken = new Map(rows.map((row) => [row.token, row]));
      return tokens.map((token) => ({ status: 'fulfilled', value: byToken.get(token) ?? null }));
    },
    apart: () => '',
    alone: () => [],
    most: 100,
    atOnce: 4,
  });

export const createSessions = ({ db }: Platform, cookies: Cookies) => {
  const lookup = createLookup(db.pool);
  return {
    /** The session a request's cookie stands for; null when there is none, or it has ended. */
    find: async (request: Request): Promise<Session | null> => {
      const token = cookies.read(request, 'session_token');
      if (token === null) return null;
      const row = await lookup.add(token);
      if (!row) return null;
      if (row.stale) touch(db.pool, row.id);
      return { id: row.id, token, endsAt: row.ends_at, actor: actorOf(row) };
    },

    /** Whether a session still stands; for streams that outlive their request. */
    stands: async (token: string): Promise<boolean> => (await lookup.add(token)) !== null,
  };
};

export type Sessions = ReturnType<typeof createSessions>;
