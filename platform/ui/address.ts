import type { AroundNavHandler } from 'wouter';
import { awaitHeading } from './focus.ts';

/** Long enough for a page's code on a good line to come before the old page goes, too short to seem stuck. */
const patienceMs = 200;

type Prepare = (path: string) => Promise<unknown>;
let prepare: Prepare = () => Promise.resolve();
let latest = 0;

/** The shell says how a page's code is brought before its address is shown. */
export const prepareWith = (bring: Prepare): void => {
  prepare = bring;
  addEventListener('popstate', awaitHeading);
};

/** Brings the code behind an address that somebody seems about to open; a failure shows when it is opened. */
export const bringCode = (to: string): Promise<unknown> =>
  prepare(new URL(to, location.origin).pathname).catch(() => undefined);

/** Around every change of the address (wouter's `aroundNav`): of two asked for quickly the later one counts. */
export const withCode: AroundNavHandler = async (navigate, to, options) => {
  latest += 1;
  const mine = latest;
  const moves = new URL(to, location.origin).pathname !== location.pathname;
  if (moves) await Promise.race([bringCode(to), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  if (mine !== latest) return;
  if (moves) awaitHeading();
  navigate(to, options);
  if (moves) scrollTo(0, 0);
};
