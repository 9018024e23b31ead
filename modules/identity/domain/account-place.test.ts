import { expect, test } from 'vitest';
import { placeFits } from './account-place.ts';

const nowhere = { committeeId: null, departmentId: null };
const inCommittee = { ...nowhere, committeeId: 'c' };
const inDepartment = { ...nowhere, departmentId: 'd' };

test("a committee's post needs its committee", () => {
  expect(placeFits({ roles: ['committee_member'], ...inCommittee })).toBe(true);
  expect(placeFits({ roles: ['committee_member'], ...nowhere })).toBe(false);
  expect(placeFits({ roles: ['committee_head', 'administrator'], ...nowhere })).toBe(false);
});

test("a department's post needs its department", () => {
  expect(placeFits({ roles: ['department_clerk'], ...inDepartment })).toBe(true);
  expect(placeFits({ roles: ['department_clerk'], ...nowhere })).toBe(false);
});

test("the office's own posts may have a department, and never a committee", () => {
  expect(placeFits({ roles: ['self_governance'], ...inDepartment })).toBe(true);
  expect(placeFits({ roles: ['main_leader'], ...nowhere })).toBe(true);
  expect(placeFits({ roles: ['auditor'], ...inCommittee })).toBe(false);
});

test('nobody belongs to a committee and a department at once', () => {
  expect(
    placeFits({ roles: ['committee_head', 'department_head'], committeeId: 'c', departmentId: 'd' }),
  ).toBe(false);
});
