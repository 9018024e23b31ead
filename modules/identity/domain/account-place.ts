import type { Role } from './permissions.ts';

export interface Placed {
  readonly roles: readonly string[];
  readonly committeeId: string | null;
  readonly departmentId: string | null;
}

const committeeRoles: readonly Role[] = ['committee_member', 'committee_head'];
const departmentRoles: readonly Role[] = ['department_clerk', 'department_head'];
const holds = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role));

/**
 * Whether an account's posts and its place fit: a committee's post needs a committee, a department's post a
 * department, and nobody belongs to a committee and a department at once. Without a place a committee's cadre
 * would see nobody's rows; with a wrong one, somebody else's.
 */
export const placeFits = ({ roles, committeeId, departmentId }: Placed): boolean => {
  if (committeeId !== null && departmentId !== null) return false;
  if (holds(roles, committeeRoles) !== (committeeId !== null)) return false;
  return !holds(roles, departmentRoles) || departmentId !== null;
};
