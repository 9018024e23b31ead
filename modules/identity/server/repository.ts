import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Account } from '../contract.ts';
import type { Role } from '../domain/permissions.ts';
import { normaliseUsername } from '../domain/username.ts';
import { unusableHash } from './password-hash.ts';
import type { AccountSeed } from './service-types.ts';

/** Accounts are shared rows: every query that lists or changes them names the subdistrict itself. */
const accountsQuery = (db: Db, subdistrict: string) =>
  db
    .selectFrom('auth.member as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .where('m.subdistrict_id', '=', subdistrict)
    .select((eb) => [
      'm.user_id as id',
      'u.name',
      sql<string>`coalesce(u.username, '')`.as('username'),
      sql<Role[]>`m.roles`.as('roles'),
      'm.committee_id as committeeId',
      'm.department_id as departmentId',
      'm.cadre_id as cadreId',
      sql<boolean>`m.disabled_at is not null`.as('disabled'),
      'm.password_set as passwordSet',
      sql<boolean>`coalesce(u."twoFactorEnabled", false)`.as('secondFactor'),
      eb
        .selectFrom('auth.session as s')
        .whereRef('s.userId', '=', 'm.user_id')
        .select(({ fn }) => fn.max('s.last_seen_at').as('at'))
        .as('lastSeenAt'),
    ]);

export const listAccounts = (db: Db, subdistrict: string): Promise<Account[]> =>
  accountsQuery(db, subdistrict).orderBy('u.username').execute() as Promise<Account[]>;

export const findAccount = (db: Db, subdistrict: string, id: string): Promise<Account | undefined> =>
  accountsQuery(db, subdistrict).where('m.user_id', '=', id).executeTakeFirst() as Promise<
    Account | undefined
  >;

/** Whose account a user name is, in any subdistrict: for sign-in and the command line. */
export const findByUsername = (db: Db, username: string) =>
  db
    .selectFrom('auth.member as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .where('u.username', '=', normaliseUsername(username))
    .select([
      'm.user_id as account',
      'm.subdistrict_id as subdistrict',
      'u.name',
      'm.roles',
      'm.committee_id as committee',
    ])
    .executeTakeFirst();

export const findMember = (db: Db, account: string) =>
  db
    .selectFrom('auth.member as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .where('m.user_id', '=', account)
    .select([
      'm.user_id as account',
      'm.subdistrict_id as subdistrict',
      'u.name',
      sql<string>`coalesce(u.username, '')`.as('username'),
      'm.roles',
      'm.committee_id as committee',
      sql<'zh' | 'en'>`m.language`.as('language'),
      'm.elder_mode as elderMode',
      'm.disabled_at as disabledAt',
      sql<boolean>`coalesce(u."twoFactorEnabled", false)`.as('secondFactor'),
    ])
    .executeTakeFirst();

/** Inserts accounts in bulk: three statements. `hash` is every account's password; none: nobody can sign in yet. */
export const insertAccounts = async (
  db: Db,
  subdistrict: string,
  seeds: readonly AccountSeed[],
  hash: string | null,
): Promise<string[]> => {
  if (seeds.length === 0) return [];
  const rows = seeds.map((seed) => ({ ...seed, id: seed.id ?? newId() }));
  await db
    .insertInto('auth.user')
    .values(
      rows.map(({ id, name, username }) => ({
        id,
        name,
        email: `${id}@account.invalid`,
        username: normaliseUsername(username),
        displayUsername: username,
      })),
    )
    .execute();
  await db
    .insertInto('auth.account')
    .values(
      rows.map(({ id }) => ({
        id: newId(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash ?? unusableHash(),
      })),
    )
    .execute();
  await db
    .insertInto('auth.member')
    .values(
      rows.map(({ id, roles, committee, department, cadre }) => ({
        user_id: id,
        subdistrict_id: subdistrict,
        roles: [...roles],
        committee_id: committee ?? null,
        department_id: department ?? null,
        cadre_id: cadre ?? null,
        password_set: hash !== null,
      })),
    )
    .execute();
  return rows.map(({ id }) => id);
};

/** Sets a password by its hash and ends every session of the account. */
export const setPassword = async (db: Db, account: string, hash: string, set: boolean): Promise<void> => {
  await db
    .updateTable('auth.account')
    .set({ password: hash, updatedAt: sql`now()` })
    .where('userId', '=', account)
    .where('providerId', '=', 'credential')
    .execute();
  await db.updateTable('auth.member').set({ password_set: set }).where('user_id', '=', account).execute();
  await endSessions(db, account);
};

export const endSessions = (db: Db, account: string) =>
  db.deleteFrom('auth.session').where('userId', '=', account).execute();

/** Takes away code and passkeys: the owner lost them, or somebody else has them. */
export const removeFactors = async (db: Db, account: string): Promise<void> => {
  await db.deleteFrom('auth.twoFactor').where('userId', '=', account).execute();
  await db.deleteFrom('auth.passkey').where('userId', '=', account).execute();
  await db.updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', account).execute();
};

export const setDisabled = (db: Db, account: string, disabled: boolean) =>
  db
    .updateTable('auth.member')
    .set({ disabled_at: disabled ? sql`coalesce(disabled_at, now())` : null })
    .where('user_id', '=', account)
    .execute();

/**
 * Enabled administrators of a subdistrict other than one account. Locks the subdistrict's row, so that the last
 * two administrators cannot remove each other at once.
 */
export const otherAdministrators = async (db: Db, subdistrict: string, account: string): Promise<number> => {
  await sql`select from auth.tenant where subdistrict_id = ${subdistrict} for update`.execute(db);
  const { count } = await db
    .selectFrom('auth.member')
    .where('subdistrict_id', '=', subdistrict)
    .where('user_id', '<>', account)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`'administrator' = any (roles)`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

export const isUsernameTaken = async (db: Db, username: string): Promise<boolean> =>
  (await db
    .selectFrom('auth.user')
    .select('id')
    .where('username', '=', normaliseUsername(username))
    .executeTakeFirst()) !== undefined;

export const anyAccount = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('auth.member').select('user_id').limit(1).executeTakeFirst()) !== undefined;
