import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './browser.ts';

/** A picture for a person to look at, and nothing for axe to find. */
export const look = async (page: Page, name: string): Promise<void> => {
  await screenshot(page, name);
  await page.evaluate(axe.source);
  const found = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
  expect(
    found.violations.map(({ id }) => id),
    name,
  ).toEqual([]);
};
