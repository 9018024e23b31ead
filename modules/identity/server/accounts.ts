import type { Actor } from '#platform/contract/actor.ts';
import { common, Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Account, AccountDraft, AccountWithLink } from '../contract.ts';
import { type Placed, placeFits } from '../domain/account-place.ts';
import { problems } from '../problems.ts';
import type { Context } from './context.ts';
import { makeLink } from './links.ts';
import { unusableHash } from './password-hash.ts';
import * as repository from './repository.ts';

type Who = Pick<Actor, 'subdistrict'> & Actor;

/** Committee, department and cadre must be the subdistrict's own; and fit the posts. */
const checkPlace = async ({ organisation }: Context, tx: Db, draft: Placed & { cadreId: string | null }) => {
  if (!placeFits(draft)) throw new Refusal(problems.roleNeedsCommittee);
  const missing = async (id: string | null, list: () => Promise<readonly { id: string }[]>) =>
    id !== null && !(await list()).some((one) => one.id === id);
  const unknown =
    (await missing(draft.committeeId, () => organisation.committees(tx))) ||
    (await missing(draft.departmentId, () => organisation.departments(tx))) ||
    (await missing(draft.cadreId, () => organisation.cadres(tx)));
  if (unknown) throw new Refusal(common.notFound);
};

const find = async (tx: Db, who: Who, id: string): Promise<Account> => {
  const account = await repository.findAccount(tx, who.subdistrict, id);
  if (!account) throw new Refusal(common.notFound);
  return account;
};

const keepAnAdministrator = async (tx: Db, who: Who, account: string): Promise<void> => {
  if ((await repository.otherAdministrators(tx, who.subdistrict, account)) === 0)
    throw new Refusal(problems.lastAdministrator);
};

/** Two people may take one user name at once; the database decides, and we say it in words. */
const refuseTaken = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint === 'user_username_key') throw new Refusal(problems.usernameTaken);
  throw error;
};

/** What an administrator does with accounts. Each change reaches the account's open pages at once. */
export const createAccounts = (context: Context) => {
  const { platform, options } = context;

  /** Runs one change of one account and tells its pages; its streams end when it lost its sessions. */
  const change = <T>(who: Who, id: string, action: string, work: (tx: Db, account: Account) => Promise<T>) =>
    platform.db.transaction(who, async (tx) => {
      const account = await find(tx, who, id);
      const result = await work(tx, account);
      await platform.live.publish(tx, who.subdistrict, `account:${id}`, { changed: 'account' });
      await platform.audit.record(tx, who, action, id, {}, null);
      return result;
    });

  return {
    list: (who: Who): Promise<Account[]> =>
      platform.db.read(who, (tx) => repository.listAccounts(tx, who.subdistrict)),

    add: async (who: Who, draft: AccountDraft): Promise<AccountWithLink> =>
      platform.db
        .transaction(who, async (tx) => {
          await checkPlace(context, tx, draft);
          if (await repository.isUsernameTaken(tx, draft.username)) throw new Refusal(problems.usernameTaken);
          const { committeeId, departmentId, cadreId, ...rest } = draft;
          const seed = { ...rest, committee: committeeId, department: departmentId, cadre: cadreId };
          const [id = ''] = await repository.insertAccounts(tx, who.subdistrict, [seed], null);
          const link = await makeLink(tx, options.publicUrl, 'setup', id);
          await platform.audit.record(tx, who, 'account.added', id, { roles: draft.roles }, null);
          return { account: await find(tx, who, id), ...link };
        })
        .catch(refuseTaken),

    update: (who: Who, id: string, edit: Omit<AccountDraft, 'username'>): Promise<Account> =>
      platform.db.transaction(who, async (tx) => {
        const before = await find(tx, who, id);
        await checkPlace(context, tx, edit);
        if (before.roles.includes('administrator') && !edit.roles.includes('administrator'))
          await keepAnAdministrator(tx, who, id);
        await tx.updateTable('auth.user').set({ name: edit.name }).where('id', '=', id).execute();
        await tx
          .updateTable('auth.member')
          .set({
            roles: edit.roles,
            committee_id: edit.committeeId,
            department_id: edit.departmentId,
            cadre_id: edit.cadreId,
          })
          .where('user_id', '=', id)
          .execute();
        await platform.live.publish(tx, who.subdistrict, `account:${id}`, { changed: 'account' });
        await platform.audit.record(
          tx,
          who,
          'account.updated',
          id,
          { from: before.roles, to: edit.roles },
          null,
        );
        return find(tx, who, id);
      }),

    disable: (who: Who, id: string): Promise<Account> =>
      change(who, id, 'account.disabled', async (tx, account) => {
        if (account.roles.includes('administrator')) await keepAnAdministrator(tx, who, id);
        await repository.setDisabled(tx, id, true);
        await repository.endSessions(tx, id);
        return find(tx, who, id);
      }),

    enable: (who: Who, id: string): Promise<Account> =>
      change(who, id, 'account.enabled', async (tx) => {
        await repository.setDisabled(tx, id, false);
        return find(tx, who, id);
      }),

    /** Password, code, passkeys and sessions all end; the owner starts again from the link. */
    reset: (who: Who, id: string): Promise<AccountWithLink> =>
      change(who, id, 'account.reset', async (tx) => {
        await repository.setPassword(tx, id, unusableHash(), false);
        await repository.removeFactors(tx, id);
        const link = await makeLink(tx, options.publicUrl, 'reset', id);
        return { account: await find(tx, who, id), ...link };
      }),
  };
};

export type Accounts = ReturnType<typeof createAccounts>;
