import { expect, test } from 'vitest';
import { mayOpen } from './pages.ts';

test('a page without a permission is for everybody, one with several for each of them', () => {
  expect(mayOpen({}, [])).toBe(true);
  expect(mayOpen({ permission: ['meetings.approve', 'meetings.arrange'] }, ['meetings.arrange'])).toBe(true);
});

test('nobody opens a page of another post', () => {
  expect(mayOpen({ permission: 'meetings.approve' }, ['meetings.arrange'])).toBe(false);
  expect(mayOpen({ permission: [] }, ['meetings.arrange'])).toBe(false);
});
