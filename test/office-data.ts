import { plantDemonstration } from '#app/demo/plant.ts';
import type { App } from '#app/server.ts';
import type { AccountSeed } from '#modules/identity/server';

/** Every account of a test office has this password. */
export const password = 'qingzhuang-test-2026';

export interface OfficeIds {
  readonly subdistrict: string;
  readonly committees: Readonly<Record<string, string>>;
  readonly departments: Readonly<Record<string, string>>;
}

const departments = [
  { code: 'self', name: '自治办', kind: 'self_governance' },
  { code: 'party', name: '党建办', kind: 'party_building' },
  { code: 'civil', name: '民政办', kind: 'business' },
  { code: 'health', name: '卫健办', kind: 'business' },
] as const;

const committees = [
  { code: 'c01', name: '和安一居委会', shortName: '和安一居', address: '和安路1号', travelMinutes: 10 },
  { code: 'c02', name: '和安二居委会', shortName: '和安二居', address: '和安路2号', travelMinutes: 15 },
  { code: 'c03', name: '新芳居委会', shortName: '新芳居', address: '新芳路3号', travelMinutes: 20 },
];

/** Five cadres a committee: secretary, director, three social workers. Invented names. */
const cadres = [
  ...committees.flatMap(({ code }, index) => [
    { name: `周书${'甲乙丙'[index]}`, committee: code, posts: ['secretary'] as const, lines: ['党建'] },
    { name: `吴任${'甲乙丙'[index]}`, committee: code, posts: ['director'] as const, lines: [] },
    { name: `李社${'甲乙丙'[index]}`, committee: code, posts: ['social_worker'] as const, lines: ['民政'] },
    { name: `张社${'甲乙丙'[index]}`, committee: code, posts: ['social_worker'] as const, lines: ['卫生'] },
    { name: `陈社${'甲乙丙'[index]}`, committee: code, posts: ['social_worker'] as const, lines: ['治保'] },
  ]),
  ...departments.map(({ code, name }) => ({
    name: `${name.slice(0, 1)}科长`,
    department: code,
    posts: ['head'] as const,
    lines: [],
  })),
];

/** The accounts: committee roles for each committee, department roles for each department, one of each other. */
const accountsOf = (ids: OfficeIds, cadreIds: readonly string[], prefix: string): AccountSeed[] => {
  const cadreOf = (committee: number, place: number) => cadreIds[committee * 5 + place] ?? null;
  const ofCommittees = committees.flatMap(({ code }, index): AccountSeed[] => [
    {
      username: `${prefix}committee-head-${code}`,
      name: '吴任',
      roles: ['committee_head'],
      committee: ids.committees[code] ?? null,
      cadre: cadreOf(index, 1),
    },
    {
      username: `${prefix}committee-member-${code}`,
      name: '李社',
      roles: ['committee_member'],
      committee: ids.committees[code] ?? null,
      cadre: cadreOf(index, 2),
    },
  ]);
  const ofDepartments = departments.flatMap(({ code }): AccountSeed[] => [
    {
      username: `${prefix}department-clerk-${code}`,
      name: '科员',
      roles: ['department_clerk'],
      department: ids.departments[code] ?? null,
    },
    {
      username: `${prefix}department-head-${code}`,
      name: '科长',
      roles: ['department_head'],
      department: ids.departments[code] ?? null,
    },
  ]);
  const others = [
    ['self_governance', 'self'],
    ['party_building', 'party'],
    ['party_government', null],
    ['main_leader', null],
    ['hall_operator', null],
    ['administrator', null],
    ['auditor', null],
  ] as const;
  const ofOffice = others.map(
    ([role, department]): AccountSeed => ({
      username: `${prefix}${role.replaceAll('_', '-')}`,
      name: role,
      roles: [role],
      department: department ? (ids.departments[department] ?? null) : null,
    }),
  );
  return [...ofCommittees, ...ofDepartments, ...ofOffice];
};

const plantSubdistrict = async (app: App, code: string, prefix: string): Promise<OfficeIds> => {
  const { organisation, identity, meetings } = app.modules;
  const subdistrict: string = await identity.openSubdistrict({ code, name: `${code}街道` });
  const seeded = await app.platform.db.transaction({ subdistrict }, (tx) =>
    organisation.seed(tx, { subdistrict }, { departments, committees, cadres }),
  );
  const ids: OfficeIds = {
    subdistrict,
    committees: Object.fromEntries(seeded.committees),
    departments: Object.fromEntries(seeded.departments),
  };
  void meetings;
  await identity.seedAccounts(subdistrict, accountsOf(ids, seeded.cadres, prefix), password);
  return ids;
};

/** Fills an empty database with the office and its neighbour. */
export const plantOffice = async (app: App): Promise<{ ids: OfficeIds; otherIds: OfficeIds }> => ({
  ids: await plantSubdistrict(app, 'qinghe', ''),
  otherIds: await plantSubdistrict(app, 'linjie', 'other-'),
});

/** Who holds each role in the demonstration; see app/demo/accounts.ts. */
export const demonstrationUsers: Readonly<Record<string, string>> = {
  committee_member: 'shegong01',
  committee_head: 'zhuren01',
  department_clerk: 'minzheng',
  department_head: 'pingan',
  self_governance: 'zizhi',
  party_building: 'dangjian',
  party_government: 'dangzheng',
  main_leader: 'lingdao',
  hall_operator: 'huichang',
  administrator: 'admin',
  auditor: 'shenji',
};

/** Fills an empty database with the demonstration; it has no neighbour. */
export const plantDemonstrationOffice = async (
  app: App,
): Promise<{ ids: OfficeIds; otherIds: OfficeIds }> => {
  await plantDemonstration(app, { seed: 1, say: () => undefined });
  const [subdistrict = ''] = await app.modules.identity.subdistricts();
  const ids = await app.platform.db.read({ subdistrict }, async (tx) => {
    const codes = (list: readonly { code: string; id: string }[]) =>
      Object.fromEntries(list.map(({ code, id }) => [code, id]));
    return {
      subdistrict,
      committees: codes(await app.modules.organisation.committees(tx)),
      departments: codes(await app.modules.organisation.departments(tx)),
    };
  });
  return { ids, otherIds: ids };
};
