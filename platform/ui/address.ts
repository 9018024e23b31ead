import { useSyncExternalStore } from 'react';
import { awaitHeading } from './focus.ts';

/** Long enough for a page's code on a good line to come before the old page goes, too short to seem stuck. */
const patienceMs = 200;

type Prepare = (path: string) => Promise<unknown>;
let prepare: Prepare = () => Promise.resolve();
let latest = 0;
const listeners = new Set<() => void>();

/** The shell says how a page's code is brought before its address is shown. */
export const prepareWith = (bring: Prepare): void => {
  prepare = bring;
};

/** Brings the code behind an address that somebody seems about to open; a failure shows when it is opened. */
export const bringCode = (to: string): Promise<unknown> =>
  prepare(new URL(to, location.origin).pathname).catch(() => undefined);

const tell = () => {
  for (const listener of listeners) listener();
};

/** Shows another address of the product; of two asked for quickly the later one counts. */
export const goTo = async (to: string, { replace = false }: { replace?: boolean } = {}): Promise<void> => {
  latest += 1;
  const mine = latest;
  const url = new URL(to, location.origin);
  if (url.origin !== location.origin) throw new Error('goTo leads inside the product only');
  const moves = url.pathname !== location.pathname;
  if (moves) await Promise.race([bringCode(to), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  if (mine !== latest) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  if (moves) {
    awaitHeading();
    scrollTo(0, 0);
  }
  tell();
};

const subscribe = (listener: () => void) => {
  const back = () => {
    awaitHeading();
    listener();
  };
  listeners.add(listener);
  addEventListener('popstate', back);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', back);
  };
};

/** The path now shown: `/sittings/0198…`. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
/** What stands behind the question mark, with it; empty when nothing does. */
export const useSearch = (): string => useSyncExternalStore(subscribe, () => location.search);
