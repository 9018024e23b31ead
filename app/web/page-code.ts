import { type ComponentType, lazy } from 'react';
import type { PageEntry } from '#platform/ui/pages.ts';
import { matchPage } from './match.ts';
import { pages } from './pages.ts';

/** A page's code cannot be had: the server was updated under this page, or the network is gone. */
export class CodeMissing extends Error {}

const here = new Map<PageEntry, ComponentType>();
const awaited = new Map<PageEntry, ComponentType>();

const load = async (page: PageEntry): Promise<{ default: ComponentType }> => {
  const loaded = await page.load().catch((cause: unknown) => {
    throw new CodeMissing(page.path, { cause });
  });
  here.set(page, loaded.default);
  return loaded;
};

/** Brings the code of the page behind an address. */
export const preparePage = async (path: string): Promise<void> => {
  const match = matchPage(pages, path);
  if (match && !here.has(match.page)) await load(match.page);
};

/**
 * A page's component: drawn at once when its code is here, waited for when it is not. What is waited for
 * is kept: React draws anew what failed before it was shown, and would ask the server without end.
 */
export const componentOf = (page: PageEntry): ComponentType => {
  const known = here.get(page) ?? awaited.get(page);
  if (known) return known;
  const waiting = lazy(() => load(page));
  awaited.set(page, waiting);
  return waiting;
};
