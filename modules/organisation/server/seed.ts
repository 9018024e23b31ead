import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { committees, departments } from './repository.ts';
import type { OrganisationSeed, SeededOrganisation } from './service-types.ts';
import { writeCadres, writeCommittees, writeDepartments } from './write-organisation.ts';

const allNew = <T>(list: readonly T[]) => ({
  writes: list.map((values) => ({ id: null, values })),
  counts: { added: list.length, changed: 0, unchanged: 0, leftOut: 0 },
});

const placeOf = ({ committee, department }: OrganisationSeed['cadres'][number]) =>
  committee === undefined
    ? { kind: 'department' as const, code: department ?? '' }
    : { kind: 'committee' as const, code: committee };

const idsByCode = async (list: Promise<{ id: string; code: string }[]>) =>
  new Map((await list).map(({ code, id }) => [code, id]));

/** Puts a whole organisation into an empty subdistrict: three inserts. */
export const seedOrganisation = async (
  tx: Db,
  secrets: Secrets,
  subdistrict: string,
  seed: OrganisationSeed,
): Promise<SeededOrganisation> => {
  await writeDepartments(tx, subdistrict, allNew(seed.departments));
  await writeCommittees(tx, subdistrict, allNew(seed.committees));
  const cadres = seed.cadres.map((cadre) => ({
    name: cadre.name,
    place: placeOf(cadre),
    posts: cadre.posts,
    lines: cadre.lines ?? [],
    phone: cadre.phone ?? null,
    active: true,
  }));
  return {
    cadres: await writeCadres(tx, secrets, subdistrict, allNew(cadres)),
    departments: await idsByCode(departments(tx)),
    committees: await idsByCode(committees(tx)),
  };
};
