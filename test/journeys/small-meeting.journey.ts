import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Office, startOffice } from '#test/office.ts';
import { startTestEngine, type TestEngine } from '#test/venues/engine.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';
import { hears, inPage, moving, until } from './screens.ts';

let office: Office;
let engine: TestEngine;
let clerk: Page;
let worker: Page;
let other: Page;

const picturesOf = async (page: Page): Promise<number> =>
  (await moving(page, 500)).filter((name) => name.startsWith('person:')).length;

beforeAll(async () => {
  engine = await startTestEngine();
  office = await startOffice({ media: engine, listening: true });
  engine.webhooksTo(office.origin);
  const browser: Browser = await openBrowser({ fps: 8 });
  const open = async (role: string, size: 'phone' | 'pc', code?: string) => {
    const as = code === undefined ? {} : { committee: code };
    const page = await openPage(browser, office, { size, role, as, before: inPage });
    await page.goto('/');
    return page;
  };
  [clerk, worker, other] = await Promise.all([
    open('department_clerk', 'pc'),
    open('committee_member', 'phone', 'c01'),
    open('committee_member', 'phone', 'c02'),
  ]);
});

test('a clerk asks two social workers: both see it on Today at once and come with one button', async () => {
  await clerk.getByRole('link', { name: '现在见面' }).click();
  for (const place of ['和安一居', '和安二居'])
    await clerk.getByRole('group', { name: place }).getByLabel('李社').check();
  await clerk.getByText('召集 2 人次').waitFor();
  await screenshot(clerk, 'small-choose');
  await clerk.getByRole('button', { name: '现在见面（请 2 人）' }).click();
  await worker.getByText('民政办 科员请您现在见面').waitFor();
  await screenshot(worker, 'small-asked-phone');
  await worker.getByRole('link', { name: '加入', exact: true }).click();
  await other.getByRole('link', { name: '加入', exact: true }).click();
});

test('everybody sees and hears everybody, and the engine’s death ends nothing', async () => {
  for (const page of [clerk, worker, other])
    await until('two others move', 120, async () => (await picturesOf(page)) === 2);
  await until('they hear', 20, async () => (await hears(worker)) && (await hears(clerk)));
  const before = engine.restarts;
  process.kill(engine.pid, 'SIGKILL');
  await until('the engine is back', 30, async () => engine.restarts > before);
  for (const page of [clerk, worker])
    await until('two others move again', 120, async () => (await picturesOf(page)) === 2);
  await screenshot(worker, 'small-phone');
  await screenshot(clerk, 'small-pc');
});

test('one leaves, the host ends it for all; next time it takes two taps', async () => {
  await worker.getByRole('button', { name: '闭麦' }).click();
  await worker.getByRole('button', { name: '开麦' }).waitFor();
  await worker.getByRole('button', { name: '离开' }).click();
  await worker.waitForURL(`${office.origin}/`);
  await clerk.getByText('李社已离开').waitFor();
  await clerk.getByRole('button', { name: '结束小会' }).click();
  await other.getByText('小会已结束').waitFor();
  expect(await worker.getByRole('link', { name: '加入', exact: true }).count()).toBe(0);
  const rows = await office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx.selectFrom('invitation').select(['needed_from', 'needed_until']).execute(),
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(Date.parse(row.needed_until)).toBeGreaterThan(Date.parse(row.needed_from));
  await clerk.getByRole('button', { name: '回到今日' }).click();
  await clerk.getByRole('link', { name: '现在见面' }).click();
  await clerk.getByRole('button', { name: '现在见面', exact: true }).click();
  await worker.getByText('民政办 科员请您现在见面').waitFor();
  await worker.getByRole('button', { name: '现在不便' }).click();
  await clerk.getByText('李社现在不便').waitFor();
  // The only one there leaves: it is over.
  await clerk.locator('.venue-small[data-live="yes"]').waitFor();
  await clerk.getByRole('button', { name: '离开' }).click();
  await other.getByRole('button', { name: '回到今日' }).click();
  await until('nobody is asked any more', 20, async () => {
    const link = other.getByRole('link', { name: '加入', exact: true });
    return (await link.count()) === 0;
  });
});
