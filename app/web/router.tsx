import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { awaitHeading } from '#platform/ui/focus.ts';
import type { PageEntry } from '#platform/ui/pages.ts';
import { pages } from './pages.ts';
import { Broken } from './shell/Broken.tsx';
import { Missing } from './shell/Missing.tsx';
import { Root } from './shell/Root.tsx';
import { loadAntdTheme } from './theme/load.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry;
  }
}

const root = createRootRoute({ component: Root, notFoundComponent: Missing });

/** antd's theme comes together with the first page that needs it, not after it. */
const loadPage = async (page: PageEntry) => {
  const [loaded] = await Promise.all([page.load(), page.light ? null : loadAntdTheme()]);
  return loaded;
};

const routeOf = (page: PageEntry) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    staticData: { page },
    component: lazyRouteComponent(() => loadPage(page)),
  });

/** Search values are plain text, so that addresses read as they are written. */
const readSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));
const writeSearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(search as Record<string, string>).toString();
  return text ? `?${text}` : '';
};

export const createOfficeRouter = () => {
  const router = createRouter({
    routeTree: root.addChildren(pages.map(routeOf)),
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    scrollRestoration: true,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) awaitHeading();
  });
  return router;
};
