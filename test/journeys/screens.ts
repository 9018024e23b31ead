import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Script a page needs from its start for the questions below (`before` of `openPage`). */
export const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url));

/** Frames decoded so far by picture. */
export const framesOf = (page: Page): Promise<Record<string, number>> => page.evaluate('qzScreen.frames()');

/** Names of pictures that decode new frames now. */
export const moving = async (page: Page, ms = 700): Promise<string[]> => {
  const before = await framesOf(page);
  await page.waitForTimeout(ms);
  const after = await framesOf(page);
  return Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
};

/** Whether enough pictures have decoded a new frame before `ms` are over; answers as soon as they have. */
export const movesSoon = async (
  page: Page,
  enough: (names: readonly string[]) => boolean,
  ms = 6_000,
): Promise<boolean> => {
  const before = await framesOf(page);
  const since = Date.now();
  for (;;) {
    await page.waitForTimeout(250);
    const after = await framesOf(page);
    const names = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
    if (enough(names)) return true;
    if (Date.now() - since > ms) return false;
  }
};

/** A coarse print of one picture as it is on the screen; different prints are different pictures. */
export const printOf = (page: Page, picture: string): Promise<string> =>
  page.evaluate(`qzScreen.print(${JSON.stringify(picture)})`);

/** Whether sound comes in now: the energy received grows. */
export const hears = async (page: Page, ms = 800): Promise<boolean> => {
  const before = await page.evaluate<number>('qzScreen.sound()');
  await page.waitForTimeout(ms);
  return (await page.evaluate<number>('qzScreen.sound()')) > before;
};

/**
 * Tries until it is so.
 * @returns how long it took, in milliseconds
 * @throws after `seconds`, saying what was waited for
 */
export const until = async (what: string, seconds: number, look: () => Promise<boolean>): Promise<number> => {
  const since = Date.now();
  while (Date.now() - since < seconds * 1000) {
    if (await look().catch(() => false)) return Date.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`not within ${seconds} s: ${what}`);
};
