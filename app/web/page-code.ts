import { type ComponentType, lazy } from 'react';
import type { PageEntry } from '#platform/ui/pages.ts';
import { matchPage } from './match.ts';
import { pages } from './pages.ts';
import { loadAntdTheme } from './theme/load.ts';

const here = new Map<PageEntry, ComponentType>();

/** antd's theme comes together with the first page that needs it, not after it. */
const load = async (page: PageEntry): Promise<{ default: ComponentType }> => {
  const [loaded] = await Promise.all([page.load(), page.light ? null : loadAntdTheme()]);
  here.set(page, loaded.default);
  return loaded;
};

/** Brings the code of the page behind an address. */
export const preparePage = async (path: string): Promise<void> => {
  const match = matchPage(pages, path);
  if (match && !here.has(match.page)) await load(match.page);
};

/** A page's component: drawn at once when its code is here, waited for when it is not. */
export const componentOf = (page: PageEntry): ComponentType => here.get(page) ?? lazy(() => load(page));
