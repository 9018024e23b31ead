import type { KyselyPlugin, UnknownRow } from 'kysely';

/** better-auth's timestamp columns, in all its tables. */
const dates = [
  'createdAt',
  'updatedAt',
  'expiresAt',
  'lockedUntil',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
] as const;

const withDates = (row: UnknownRow): UnknownRow => {
  const changed: UnknownRow = { ...row };
  for (const name of dates) if (typeof row[name] === 'string') changed[name] = new Date(row[name]);
  return changed;
};

/**
 * The product reads timestamps as ISO text; better-auth compares them as `Date`. Without this a text would be
 * compared with a date, which is never true, and a session would never end.
 */
export const datesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};
