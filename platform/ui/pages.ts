import type { ComponentType } from 'react';

/** Words by key; a key begins with the module's name (`meetings.none`). `{{n}}` stands for a value given. */
export type Catalogue = Readonly<Record<string, string>>;
export type Language = 'zh' | 'en';

/** Chinese is always there; English may be loaded when it is asked for. */
export type Messages = Readonly<Record<Language, Catalogue | (() => Promise<{ default: Catalogue }>)>>;

/** Where the menu shows a page: on a phone the five of `phone`, on a PC every group with its words. */
export interface MenuPlace {
  readonly group: 'work' | 'meetings' | 'ledgers' | 'office' | 'own';
  /** Smaller comes first. */
  readonly order: number;
  /** Also in the bar at the bottom of a phone (at most four besides Today). */
  readonly phone?: boolean;
  /** A shorter word for the menu than the page's title. */
  readonly labelKey?: string;
}

/** One page of a module. Its code is a chunk of its own, loaded when somebody goes there. */
export interface PageEntry {
  /** Parameters with a dollar: `/sittings/$id`. */
  readonly path: string;
  readonly titleKey: string;
  /** Who may open it: a permission's name, or one of several. Absent: everybody signed in. */
  readonly permission?: string | readonly string[];
  readonly menu?: MenuPlace;
  /** `office` (default): the shell's menu around it. `bare`: nothing around. `wall`: nothing around, and dark. */
  readonly frame?: 'office' | 'bare' | 'wall';
  /** Opens without being signed in. */
  readonly public?: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** What a module's `web/index.ts` exports. */
export interface WebModule {
  readonly pages: readonly PageEntry[];
  readonly messages: Messages;
}

/** Whether somebody holding these permissions may open the page. */
export const mayOpen = (page: Pick<PageEntry, 'permission'>, held: readonly string[]): boolean => {
  if (page.permission === undefined) return true;
  const wanted = typeof page.permission === 'string' ? [page.permission] : page.permission;
  return wanted.some((permission) => held.includes(permission));
};
