/** The posts of the office as the product knows them (岗位). An account may hold several. */
export const roles = [
  'committee_member',
  'committee_head',
  'department_clerk',
  'department_head',
  'self_governance',
  'party_building',
  'party_government',
  'main_leader',
  'hall_operator',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

const committee = ['committee_member', 'committee_head'] as const satisfies readonly Role[];
const department = ['department_clerk', 'department_head'] as const satisfies readonly Role[];
/** Offices of the subdistrict that convene meetings and keep ledgers like any department. */
const office = ['self_governance', 'party_building', 'party_government'] as const satisfies readonly Role[];

/**
 * What each role may do. A route names one of these permissions; which rows it then reaches (own
 * committee, own department) is decided by each module's policy. Reviewed together with
 * `test/authorisation/matrix.ts`, which asserts it route by route.
 */
export const permissions = {
  'organisation.read': roles,
  'organisation.manage': ['administrator'],
  'accounts.manage': ['administrator'],
  'calendar.manage': ['administrator', 'self_governance'],
  'audit.read': ['auditor'],
  'meetings.request': [...department, ...office],
  'meetings.approve': ['main_leader'],
  'meetings.arrange': ['self_governance', 'party_government'],
  'meetings.read': [...committee, ...department, ...office, 'main_leader', 'hall_operator'],
  'meetings.reply': committee,
  'meetings.call': ['committee_head', ...department, ...office, 'main_leader'],
  'venues.join': committee,
  'venues.watch': ['hall_operator', 'self_governance', 'main_leader'],
  'venues.control': ['hall_operator'],
  'venues.documents': [...department, ...office, 'hall_operator'],
  'venues.recordings': [...department, ...office, 'main_leader', 'hall_operator'],
  'venues.pair': ['hall_operator', 'administrator'],
  'residents.read': committee,
  'residents.open': committee,
  'residents.import': ['committee_head'],
  'registers.change': committee,
  'registers.merge': ['committee_head'],
  'records.enter': committee,
  'records.correct': committee,
  'ledgers.read': [...committee, ...department, ...office],
  'ledgers.export': [...committee, ...department, ...office],
  'ledgers.design': [...department, 'self_governance', 'party_building'],
  'ledgers.issue': ['committee_head'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** All permissions a set of roles adds up to. */
export const permissionsOf = (held: readonly string[]): ReadonlySet<Permission> =>
  new Set(
    (Object.keys(permissions) as Permission[]).filter((permission) =>
      (permissions[permission] as readonly string[]).some((role) => held.includes(role)),
    ),
  );
