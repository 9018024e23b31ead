import { sql } from 'kysely';
import type { Platform } from '#platform/server/dependencies.ts';

/** What has ended goes once a night: sessions, challenges, tries, used codes, links, long-unseen addresses. */
export const tidy = async ({ db }: Platform): Promise<void> => {
  const statements = [
    sql`delete from auth.session where "expiresAt" < now() or last_seen_at < now() - interval '1 day'`,
    sql`delete from auth.verification where "expiresAt" < now()`,
    sql`delete from auth.attempt where at < now() - interval '1 hour'`,
    sql`delete from auth.used_code where used_at < now() - interval '1 hour'`,
    sql`delete from auth.link where expires_at < now() - interval '30 days'`,
    sql`delete from auth.known_address where last_at < now() - interval '180 days'`,
  ];
  for (const statement of statements) await statement.execute(db.shared);
};
