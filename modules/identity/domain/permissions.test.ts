import { expect, test } from 'vitest';
import { permissions, permissionsOf, roles } from './permissions.ts';

test('every role may do something, and nobody without a role may', () => {
  for (const role of roles) expect(permissionsOf([role]).size).toBeGreaterThan(0);
  expect(permissionsOf([]).size).toBe(0);
  expect(permissionsOf(['system', 'root']).size).toBe(0);
});

test('two roles add up to the permissions of both', () => {
  const both = permissionsOf(['committee_member', 'auditor']);
  expect(both).toEqual(new Set([...permissionsOf(['committee_member']), ...permissionsOf(['auditor'])]));
});

test('who manages accounts does not read the audit, and who reads it changes nothing', () => {
  expect(permissionsOf(['administrator']).has('audit.read')).toBe(false);
  expect([...permissionsOf(['auditor'])].sort()).toEqual(['audit.read', 'organisation.read']);
});

test("residents are opened by their committee's cadres only", () => {
  expect(permissions['residents.open']).toEqual(['committee_member', 'committee_head']);
});
