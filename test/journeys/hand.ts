import type { Locator, Page } from 'playwright-core';

/**
 * A thumb on a phone: counts its taps and keys. Somebody over fifty takes about a second to find and tap, and a
 * quarter of a second a key; `seconds` says how long that is, without what the product itself takes.
 */
export interface Hand {
  readonly taps: number;
  readonly keys: number;
  readonly seconds: number;
  readonly tap: (what: Locator) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
}

const tapSeconds = 1;
const keySeconds = 0.25;

/** @param pace 1 to take as long as a person would, 0 (as tests do) to lose no time */
export const handOn = (page: Page, pace = 0): Hand => {
  const done = { taps: 0, keys: 0 };
  const wait = (seconds: number) => page.waitForTimeout(seconds * pace * 1000);
  return {
    get taps() {
      return done.taps;
    },
    get keys() {
      return done.keys;
    },
    get seconds() {
      return done.taps * tapSeconds + done.keys * keySeconds;
    },
    tap: async (what) => {
      await what.waitFor();
      await wait(tapSeconds);
      await what.click();
      done.taps += 1;
    },
    type: async (text) => {
      for (const key of text) {
        await wait(keySeconds);
        await page.keyboard.type(key);
        done.keys += 1;
      }
    },
  };
};
