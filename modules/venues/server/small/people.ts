import type { IdentityService, Member } from '#modules/identity/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { type Caller, isCallUp, mayAsk } from '../../domain/small.ts';
import { problems } from '../../problems.ts';

/** Somebody as a small meeting names them. */
export interface Colleague extends Member {
  readonly place: string;
  readonly posts: readonly string[];
}

export const callerOf = (who: Actor): Caller => ({
  account: who.account,
  committee: who.committee,
  cadre: who.cadre,
  ofOffice: who.committee === null,
});

/** Everybody of the subdistrict who takes part in meetings, with where they work and their posts. */
export const readColleagues = async (
  identity: Pick<IdentityService, 'members'>,
  organisation: OrganisationService,
  tx: Db,
  who: Actor,
): Promise<Colleague[]> => {
  const members = await identity.members(tx, who.subdistrict);
  const committees = new Map((await organisation.committees(tx)).map((one) => [one.id, one.shortName]));
  const departments = new Map((await organisation.departments(tx)).map((one) => [one.id, one.name]));
  const posts = new Map((await organisation.cadres(tx)).map((one) => [one.id, one.posts]));
  const { name: office } = await organisation.subdistrict(tx);
  return members
    .filter(({ permissions }) => permissions.has('meetings.read'))
    .map((member) => ({
      ...member,
      place: committees.get(member.committee ?? '') ?? departments.get(member.department ?? '') ?? office,
      posts: posts.get(member.cadre ?? '') ?? [],
    }));
};

/** The colleagues somebody named, and those of them it would call up. @throws {Refusal} noSuchPeople */
export const chosenOf = (who: Actor, colleagues: readonly Colleague[], accounts: readonly string[]) => {
  const caller = callerOf(who);
  const chosen = colleagues.filter((one) => accounts.includes(one.account) && mayAsk(caller, one));
  if (chosen.length !== new Set(accounts).size) throw new Refusal(problems.noSuchPeople);
  const called = chosen.flatMap((one) =>
    isCallUp(caller, one) && one.cadre !== null && one.committee !== null
      ? [{ cadre: one.cadre, committee: one.committee, posts: one.posts }]
      : [],
  );
  return { chosen, called };
};
