import type { AccountSeed } from '#modules/identity/server';

type Role = AccountSeed['roles'][number];

/** Known on purpose: the demonstration's people are invented. A real office never has such accounts. */
export const demoPassword = 'qingzhuang';

export interface DemoAccounts {
  /** Shown on the sign-in page and at the first start: one for each post. */
  readonly shown: readonly { username: string; post: string }[];
  readonly accounts: readonly AccountSeed[];
}

interface Places {
  readonly committees: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
  /** Of each cadre: id, name, and the place in the list the seed was given. */
  readonly cadres: readonly {
    id: string;
    name: string;
    committee: string | null;
    department: string | null;
    order: number;
  }[];
}

const officeRoles: readonly {
  username: string;
  post: string;
  roles: readonly Role[];
  department: string | null;
}[] = [
  { username: 'minzheng', post: '民政办科员', roles: ['department_clerk'], department: 'civil' },
  { username: 'weijian', post: '卫健办科员', roles: ['department_clerk'], department: 'health' },
  { username: 'shebao', post: '社保办科员', roles: ['department_clerk'], department: 'labour' },
  { username: 'pingan', post: '平安办负责人', roles: ['department_head'], department: 'peace' },
  { username: 'zizhi', post: '自治办', roles: ['self_governance'], department: 'self' },
  { username: 'dangjian', post: '党建办', roles: ['party_building'], department: 'party' },
  { username: 'dangzheng', post: '党政办', roles: ['party_government'], department: 'general' },
  { username: 'lingdao', post: '主要领导', roles: ['main_leader'], department: null },
  { username: 'huichang', post: '会场管理员', roles: ['hall_operator'], department: null },
  { username: 'admin', post: '系统管理员', roles: ['administrator'], department: null },
  { username: 'shenji', post: '审计员', roles: ['auditor'], department: null },
];

/** A social worker, the director and the secretary of each committee: `shegong01`, `zhuren01`, `shuji01` and so on. */
const committeeAccounts = ({ committees, cadres }: Places): AccountSeed[] =>
  [...committees].flatMap(([code, committee]) => {
    const people = cadres.filter((cadre) => cadre.committee === code);
    const number = code.slice(1);
    const account = (prefix: string, order: number, roles: readonly Role[]): AccountSeed[] => {
      const person = people.find((cadre) => cadre.order === order);
      return person
        ? [{ username: `${prefix}${number}`, name: person.name, roles, committee, cadre: person.id }]
        : [];
    };
    return [
      ...account('shegong', 3, ['committee_member']),
      ...account('zhuren', 1, ['committee_head']),
      ...account('shuji', 0, ['committee_head']),
    ];
  });

const officeAccounts = ({ departments, cadres }: Places): AccountSeed[] =>
  officeRoles.map(({ username, post, roles, department }) => {
    const person = cadres.find(
      (cadre) =>
        cadre.department === department &&
        department !== null &&
        cadre.order === (roles[0] === 'department_head' ? 0 : 1),
    );
    return {
      username,
      name: person?.name ?? post,
      roles,
      department: department ? (departments.get(department) ?? null) : null,
      cadre: person?.id ?? null,
    };
  });

export const demoAccounts = (places: Places): DemoAccounts => ({
  shown: [
    { username: 'shegong01', post: '和安一居社工' },
    { username: 'zhuren01', post: '和安一居主任' },
    ...officeRoles.map(({ username, post }) => ({ username, post })),
  ],
  accounts: [...committeeAccounts(places), ...officeAccounts(places)],
});
