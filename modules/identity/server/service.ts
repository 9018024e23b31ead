import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import { permissionsOf } from '../domain/permissions.ts';
import type { Accounts } from './accounts.ts';
import type { Context } from './context.ts';
import { makeLink } from './links.ts';
import { hashPassword } from './password-hash.ts';
import * as repository from './repository.ts';
import type { IdentityService, Member } from './service-types.ts';

const ofCadres = async (tx: Db, cadres: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (cadres.length === 0) return new Map();
  const rows = await tx
    .selectFrom('auth.member')
    .select(['cadre_id', 'user_id'])
    .where('cadre_id', 'in', cadres)
    .where('disabled_at', 'is', null)
    .execute();
  return new Map(rows.map(({ cadre_id, user_id }) => [cadre_id ?? '', user_id]));
};

const namesOf = async (tx: Db, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (accounts.length === 0) return new Map();
  const rows = await tx.selectFrom('auth.user').select(['id', 'name']).where('id', 'in', accounts).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const membersOf = async (tx: Db, subdistrict: string): Promise<Member[]> => {
  const rows = await tx
    .selectFrom('auth.member as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .where('m.subdistrict_id', '=', subdistrict)
    .where('m.disabled_at', 'is', null)
    .select([
      'm.user_id as account',
      'u.name',
      'm.roles',
      'm.committee_id as committee',
      'm.department_id as department',
      'm.cadre_id as cadre',
    ])
    .orderBy('u.name')
    .limit(2000)
    .execute();
  return rows.map(({ roles, ...member }) => ({ ...member, permissions: permissionsOf(roles) }));
};

/** What the command line does by user name acts for the product itself. */
const byUsername = async (context: Context, username: string) => {
  const member = await repository.findByUsername(context.platform.db.shared, username);
  return member ? { id: member.account, system: systemActor(member.subdistrict) } : null;
};

/** What other modules, the demonstration and the command line may ask of identity. */
export const createService = (context: Context, accounts: Accounts): IdentityService => {
  const { platform, organisation, options, sessions, throttle, topics } = context;
  return {
    authenticate: async (request) => (await sessions.find(request))?.actor ?? null,
    recordDenial: (who, route) =>
      platform.db.transaction(who, (tx) =>
        platform.audit.record(tx, who, 'access.denied', route.id, { permission: route.access }),
      ),
    openSubdistrict: async ({ code, name, id = newId() }) => {
      await platform.db.transaction({ subdistrict: id }, async (tx) => {
        await tx.insertInto('auth.tenant').values({ subdistrict_id: id }).execute();
        await organisation.createSubdistrict(tx, { id, code, name });
        await platform.audit.record(tx, systemActor(id), 'subdistrict.opened', id);
      });
      return id;
    },
    subdistricts: async () =>
      (
        await platform.db.shared
          .selectFrom('auth.tenant')
          .select('subdistrict_id')
          .orderBy('created_at')
          .execute()
      ).map(({ subdistrict_id }) => subdistrict_id),
    seedAccounts: async (subdistrict, seeds, password) => {
      const hash = await hashPassword(password);
      return platform.db.transaction({ subdistrict }, async (tx) => {
        const ids = await repository.insertAccounts(tx, subdistrict, seeds, hash);
        await platform.audit.record(tx, systemActor(subdistrict), 'account.seeded', 'accounts', {
          count: ids.length,
        });
        return ids;
      });
    },
    addAccountWithLink: async ({ subdistrict, committee, department, cadre, roles, name, username }) => {
      const { account, link, expiresAt } = await accounts.add(systemActor(subdistrict), {
        name,
        username,
        roles: [...roles],
        committeeId: committee ?? null,
        departmentId: department ?? null,
        cadreId: cadre ?? null,
      });
      return { account: account.id, link, expiresAt };
    },
    disableByUsername: async (username) => {
      const found = await byUsername(context, username);
      if (found) await accounts.disable(found.system, found.id);
      return found !== null;
    },
    resetByUsername: async (username) => {
      const found = await byUsername(context, username);
      if (!found) return null;
      const { account, link, expiresAt } = await accounts.reset(found.system, found.id);
      return { account: account.id, link, expiresAt };
    },
    firstAdministratorLink: async () => {
      if (await repository.anyAccount(platform.db.shared)) return null;
      return (await makeLink(platform.db.shared, options.publicUrl, 'administrator', null)).link;
    },
    registerTopic: topics.register,
    limitTries: throttle.begin,
    accountNames: namesOf,
    accountsOfCadres: ofCadres,
    members: membersOf,
  };
};
