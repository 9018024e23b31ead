import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { problems } from '../problems.ts';

export type LinkKind = 'setup' | 'reset' | 'administrator';

/** Days a link stays good; the first administrator's stands in a terminal and is used at once. */
const goodFor: Readonly<Record<LinkKind, number>> = { setup: 7, reset: 2, administrator: 1 };

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The page that takes a link. The token stands in the fragment: browsers send fragments to nobody, so it
 * reaches no log and no proxy.
 */
const linkTo = (publicUrl: string | null, token: string): string =>
  `${publicUrl?.replace(/\/$/, '') ?? ''}/claim#${token}`;

/** Makes a one-time link; an account's earlier ones end. Only its hash is kept. */
export const makeLink = async (
  db: Db,
  publicUrl: string | null,
  kind: LinkKind,
  account: string | null,
): Promise<{ link: string; expiresAt: string }> => {
  const token = randomBytes(32).toString('base64url');
  await db.deleteFrom('auth.link').where('user_id', 'is not distinct from', account).execute();
  const { expires_at } = await db
    .insertInto('auth.link')
    .values({
      token_hash: hashOf(token),
      kind,
      user_id: account,
      expires_at: sql`now() + make_interval(days => ${goodFor[kind]})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { link: linkTo(publicUrl, token), expiresAt: expires_at };
};

/** @throws {Refusal} linkGone when it was used, has expired or never was */
export const findLink = async (db: Db, token: string) => {
  const link = await db
    .selectFrom('auth.link')
    .select([sql<LinkKind>`kind`.as('kind'), 'user_id as account'])
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  if (!link) throw new Refusal(problems.linkGone);
  return link;
};

/** Uses a link up; of two at once, one gets linkGone. */
export const spendLink = async (db: Db, token: string): Promise<void> => {
  const used = await db
    .updateTable('auth.link')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning('token_hash')
    .executeTakeFirst();
  if (!used) throw new Refusal(problems.linkGone);
};
