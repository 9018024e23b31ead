import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageEntry } from '#platform/ui/pages.ts';
import { menuOf, phoneBarOf, restOf } from './menu.ts';

const load = () => Promise.reject(new Error('never opened here'));
const page = (
  path: string,
  group: 'work' | 'meetings' | 'ledgers',
  order: number,
  permission?: string,
): PageEntry => ({
  path,
  titleKey: path,
  menu: { group, order, phone: true },
  ...(permission ? { permission } : {}),
  load,
});
const pages: PageEntry[] = [
  page('/ledgers', 'ledgers', 1, 'ledgers.read'),
  page('/requests', 'meetings', 2, 'meetings.request'),
  page('/sittings', 'meetings', 1),
  page('/', 'work', 0),
];

test('the menu holds only what the post may open, group by group, in order', () => {
  expect(menuOf(pages, ['ledgers.read'])).toEqual([
    { group: 'work', entries: [{ path: '/', labelKey: '/' }] },
    { group: 'meetings', entries: [{ path: '/sittings', labelKey: '/sittings' }] },
    { group: 'ledgers', entries: [{ path: '/ledgers', labelKey: '/ledgers' }] },
  ]);
});

test('a page without a place in the menu stands nowhere', () => {
  expect(menuOf([{ path: '/sign-in', titleKey: 'x', load }], [])).toEqual([]);
});

const anyPages = fc.uniqueArray(
  fc.record({
    path: fc.stringMatching(/^\/[a-z]{1,6}$/),
    group: fc.constantFrom('work' as const, 'meetings' as const, 'ledgers' as const),
    order: fc.nat(9),
    phone: fc.boolean(),
  }),
  { selector: ({ path }) => path },
);

test('on a phone every page is in the bar or on "mine", never lost and never twice', () => {
  fc.assert(
    fc.property(anyPages, (drafts) => {
      const all: PageEntry[] = drafts.map(({ path, ...menu }) => ({ path, titleKey: path, menu, load }));
      const bar = phoneBarOf(all, []);
      const both = [...bar, ...restOf(all, [])].map(({ path }) => path);
      expect(bar.length).toBeLessThanOrEqual(4);
      expect(both.toSorted()).toEqual(drafts.map(({ path }) => path).toSorted());
    }),
  );
});
