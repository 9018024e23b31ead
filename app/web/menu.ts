import { type MenuPlace, mayOpen, type PageEntry } from '#platform/ui/pages.ts';

export interface MenuEntry {
  readonly path: string;
  readonly labelKey: string;
}

const groups = [
  'work',
  'meetings',
  'ledgers',
  'office',
  'own',
] as const satisfies readonly MenuPlace['group'][];

const entryOf = (page: PageEntry): MenuEntry => ({
  path: page.path,
  labelKey: page.menu?.labelKey ?? page.titleKey,
});

const mine = (pages: readonly PageEntry[], held: readonly string[]): PageEntry[] =>
  pages
    .filter((page) => page.menu !== undefined && mayOpen(page, held))
    .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));

/** The PC's menu: only what these permissions may open, group by group, empty groups left out. */
export const menuOf = (
  pages: readonly PageEntry[],
  held: readonly string[],
): { group: MenuPlace['group']; entries: MenuEntry[] }[] =>
  groups
    .map((group) => ({
      group,
      entries: mine(pages, held)
        .filter((page) => page.menu?.group === group)
        .map(entryOf),
    }))
    .filter(({ entries }) => entries.length > 0);

/** Fingers hit five places across a phone; the last is always "mine". */
const phonePlaces = 4;

/** The phone's bar, in the groups' order, without "mine", which the shell puts last. */
export const phoneBarOf = (pages: readonly PageEntry[], held: readonly string[]): MenuEntry[] =>
  groups
    .flatMap((group) => mine(pages, held).filter((page) => page.menu?.group === group && page.menu.phone))
    .slice(0, phonePlaces)
    .map(entryOf);

/** What the phone's bar has no room for: listed on "mine". */
export const restOf = (pages: readonly PageEntry[], held: readonly string[]): MenuEntry[] => {
  const inBar = new Set(phoneBarOf(pages, held).map(({ path }) => path));
  return menuOf(pages, held)
    .flatMap(({ entries }) => entries)
    .filter(({ path }) => !inBar.has(path));
};
