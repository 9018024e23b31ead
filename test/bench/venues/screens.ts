import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { cookiesOf, openBrowser, sizes } from '../../journeys/browser.ts';
import { framesOf, inPage } from '../../journeys/screens.ts';
import type { BenchOffice } from './office.ts';

const recorder = fileURLToPath(new URL('./recorder.js', import.meta.url));

export interface FirstFrame {
  readonly name: string;
  /** Date.now() of the page; all run on one computer. */
  readonly at: number;
}
export interface Incoming {
  readonly tracks: number;
  readonly decoded: number;
  readonly frozen: number;
  readonly lost: number;
  readonly received: number;
}

export const firstFrames = (page: Page): Promise<FirstFrame[]> => page.evaluate('qzBench.firsts');
export const incomingOf = (page: Page): Promise<Incoming> => page.evaluate('qzBench.incoming()');
export const askedAt = (page: Page): Promise<number | null> => page.evaluate('qzBench.askedAt()');

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries until there is an answer. @throws after `seconds`, saying what was waited for */
export const until = async <T>(what: string, seconds: number, look: () => Promise<T | null>): Promise<T> => {
  const since = Date.now();
  while (Date.now() - since < seconds * 1000) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await sleep(50);
  }
  throw new Error(`not within ${seconds} s: ${what}`);
};

/** A screen of the meeting in a window of its own. */
export const openScreen = async (
  office: BenchOffice,
  browser: Browser,
  screen: 'wall' | 'branch',
  cookie: string,
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: screen === 'wall' ? sizes.wall : sizes.pc,
    locale: 'zh-CN',
    baseURL: office.served.url,
  });
  await context.addCookies(cookiesOf(cookie, office.served.url));
  const page = await context.newPage();
  for (const path of [inPage, recorder]) await page.addInitScript({ path });
  await page.goto(`/sittings/${office.sitting}/${screen}`);
  return page;
};

export { framesOf, openBrowser };
