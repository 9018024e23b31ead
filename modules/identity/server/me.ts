import { common, Refusal } from '#platform/contract/problem.ts';
import type { Me } from '../contract.ts';
import type { Role } from '../domain/permissions.ts';
import type { Session } from './authenticate.ts';
import type { Context } from './context.ts';
import { findMember } from './repository.ts';

const named = (list: readonly { id: string; code: string; name: string }[], id: string | null) => {
  const found = id === null ? undefined : list.find((one) => one.id === id);
  return found ? { id: found.id, code: found.code, name: found.name } : null;
};

/** Who somebody is, with the names of where they belong. */
export const readMe = ({ platform, organisation }: Context, { actor: who, endsAt }: Session): Promise<Me> =>
  platform.db.read(who, async (tx) => {
    const member = await findMember(tx, who.account);
    if (!member) throw new Refusal(common.signedOut);
    return {
      account: who.account,
      name: member.name,
      username: member.username,
      roles: [...who.roles] as Role[],
      permissions: [...who.permissions],
      subdistrict: await organisation.subdistrict(tx),
      committee: who.committee ? named(await organisation.committees(tx), who.committee) : null,
      department: who.department ? named(await organisation.departments(tx), who.department) : null,
      cadre: who.cadre,
      language: member.language,
      elderMode: member.elderMode,
      secondFactor: member.secondFactor,
      sessionEndsAt: endsAt,
    };
  });
