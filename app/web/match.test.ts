import { expect, test } from 'vitest';
import { matchPage } from './match.ts';

const pages = ['/', '/meetings', '/meetings/$id', '/meetings/request', '/sittings/$id/branch'].map(
  (path) => ({ path }),
);
const found = (path: string) => {
  const match = matchPage(pages, path);
  return match && [match.page.path, match.params];
};

test('an address leads to its page, with or without a slash at its end', () => {
  expect(found('/')).toEqual(['/', {}]);
  expect(found('/meetings/')).toEqual(['/meetings', {}]);
  expect(found('/sittings/0198/branch')).toEqual(['/sittings/$id/branch', { id: '0198' }]);
});

test('a word stands before a parameter', () => {
  expect(found('/meetings/request')).toEqual(['/meetings/request', {}]);
  expect(found('/meetings/0198')).toEqual(['/meetings/$id', { id: '0198' }]);
});

test('a parameter is read as it was meant', () => {
  expect(found('/meetings/%E5%92%8C%2F')).toEqual(['/meetings/$id', { id: '和/' }]);
});

test.each(['/nowhere', '/sittings/0198', '/meetings/a/b', '/meetings/%E5%92'])('%s leads nowhere', (path) => {
  expect(found(path)).toBeNull();
});
