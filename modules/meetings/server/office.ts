import type { CadreRef, OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Audience } from '../contract.ts';
import { problems } from '../problems.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The organisation as one use case sees it, read once. */
export interface Office {
  readonly cadres: readonly CadreRef[];
  readonly cadre: ReadonlyMap<string, CadreRef>;
  readonly committees: readonly { id: string; code: string; name: string; shortName: string }[];
  readonly departments: readonly { id: string; code: string; name: string; kind: string }[];
  /** A committee's short name; its id when it is gone. */
  readonly committeeNamed: (id: string) => Named;
  readonly departmentNamed: (id: string) => Named;
}

export const readOffice = async (tx: Db, organisation: OrganisationService): Promise<Office> => {
  const cadres = await organisation.cadres(tx);
  const committees = await organisation.committees(tx);
  const departments = await organisation.departments(tx);
  const committeeNames = new Map(committees.map(({ id, shortName }) => [id, shortName]));
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    cadres,
    cadre: new Map(cadres.map((cadre) => [cadre.id, cadre])),
    committees,
    departments,
    committeeNamed: (id) => ({ id, name: committeeNames.get(id) ?? '—' }),
    departmentNamed: (id) => ({ id, name: departmentNames.get(id) ?? '—' }),
  };
};

const officeRoles = ['self_governance', 'party_building', 'party_government'];

/** The department an actor speaks for: the account's own, else the one its role stands for, else null. */
export const departmentOf = (who: Actor, office: Office): Office['departments'][number] | null => {
  if (!who.permissions.has('meetings.request')) return null;
  const kinds = officeRoles.filter((role) => who.roles.includes(role));
  const own = office.departments.find(({ id }) => id === who.department);
  return own ?? office.departments.find(({ kind }) => kinds.includes(kind)) ?? null;
};

/** @throws {Refusal} unknownCommittee, naming each place */
export const checkCommittees = (
  office: Office,
  audiences: readonly { path: string; audience: Audience }[],
) => {
  const known = new Set(office.committees.map(({ id }) => id));
  const wrong = audiences.filter(
    ({ audience: { committees } }) => committees !== 'all' && committees.some((id) => !known.has(id)),
  );
  if (wrong.length > 0)
    throw new Refusal(
      problems.unknownCommittee,
      {},
      wrong.map(({ path }) => ({ path, message: problems.unknownCommittee.title })),
    );
};
