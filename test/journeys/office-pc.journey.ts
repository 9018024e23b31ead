import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { setPreferences } from '#modules/identity/contract';
import { requestMeeting } from '#modules/meetings/contract';
import { type Office, startOffice } from '#test/office.ts';
import { draftOf } from '../../modules/meetings/server/meetings-data.ts';
import { openBrowser, openPage, type PageOptions, sizes, untilQuiet } from './browser.ts';

/** Ant Design on an office PC, the light parts everywhere else. */
let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await startOffice({ listening: true });
  browser = await openBrowser();
});

const antd = /\/assets\/Office(Table|Picker|Select|Dialog|Theme)-[^/]+\.js$/;

const opened = async (options: PageOptions, path: string) => {
  const page = await openPage(browser, office, options);
  const loaded: string[] = [];
  const complaints: string[] = [];
  page.on('request', (one) => antd.test(one.url()) && loaded.push(one.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (one) => /Content.Security.Policy/i.test(one.text()) && complaints.push(one.text()));
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  return { page, loaded, complaints };
};

const wrongIn = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 120)))",
  );
};

test('by keyboard alone: a table is sorted, a dialog opens, Escape leads back', async () => {
  const { page, complaints } = await opened({ size: 'pc', role: 'administrator' }, '/accounts');
  const head = page.getByRole('columnheader', { name: '用户名' });
  await page.locator('.ant-table').waitFor();
  expect(await page.getByRole('table', { name: '账号' }).count()).toBe(1);
  await head.focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const names = await page.getByRole('row').locator('td:nth-child(2)').allTextContents();
  expect(names.length).toBeGreaterThan(5);
  expect(names).toEqual(names.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare));
  const add = page.getByRole('button', { name: '开账号' });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '开账号' });
  await dialog.waitFor();
  await dialog.getByLabel('姓名').fill('程一');
  expect(await wrongIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('button:focus', { hasText: '开账号' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a day is typed or taken from the calendar, which axe finds nothing wrong with', async () => {
  const { page, complaints } = await opened(
    { size: 'pc', role: 'administrator' },
    '/office-calendar?year=2026',
  );
  await page.getByRole('button', { name: '加一天' }).click();
  await page.locator('.ant-picker').waitFor();
  const day = page.getByLabel('日期', { exact: true });
  await day.focus();
  await page.keyboard.type('2026-12-31');
  await page.keyboard.press('Enter');
  expect(await day.inputValue()).toBe('2026-12-31');
  await day.click();
  await page.locator('.ant-picker-dropdown').waitFor();
  expect(await wrongIn(page)).toEqual([]);
  await page.getByTitle('2026-12-30').click();
  expect(await day.inputValue()).toBe('2026-12-30');
  await page.getByLabel('名称').fill('盘点');
  await page.getByRole('button', { name: '保存日历' }).click();
  await page.getByText('已保存。').waitFor();
  expect(complaints).toEqual([]);
});

test('two requests of one department under one name are two cards that axe can tell apart', async () => {
  const clerk = await office.as('department_clerk', { department: 'civil' });
  const body = draftOf({ audience: { posts: ['director'], committees: 'all' } });
  await clerk.call(requestMeeting, { body });
  await clerk.call(requestMeeting, { body });
  const { page } = await opened({ size: 'pc', role: 'main_leader' }, '/meetings/approvals');
  const named = page.getByRole('heading', { level: 2, name: `民政办 · ${body.purpose}` });
  await named.nth(1).waitFor();
  expect(await named.count()).toBe(2);
  expect(await wrongIn(page)).toEqual([]);
});

test.each(['committee_head', 'department_clerk', 'self_governance', 'main_leader'])(
  'what is coming has room on a PC, whoever looks (%s)',
  async (role) => {
    const { page } = await opened({ size: 'pc', role }, '/meetings');
    const coming = page.getByRole('region', { name: '接下来的会' });
    expect((await coming.boundingBox())?.width).toBeGreaterThan(500);
    expect(await wrongIn(page)).toEqual([]);
  },
);

test.each([
  ['a phone', { size: 'phone', role: 'administrator' }, '/accounts'],
  ['a phone', { size: 'phone', role: 'administrator' }, '/office-calendar'],
  ['Today on a PC', { size: 'pc', role: 'committee_head' }, '/'],
  ['signing in on a PC', { size: 'pc' }, '/sign-in'],
] as const)('%s loads nothing of it (%o %s)', async (_, options, path) => {
  const { page, loaded } = await opened(options, path);
  await untilQuiet(page);
  expect(loaded).toEqual([]);
});

test('when it cannot be had the light table stays, with all it holds', async () => {
  const page = await openPage(browser, office, { size: 'pc', role: 'administrator' });
  const missing = page.waitForResponse((one) => one.url().includes('OfficeTable'));
  await page.route('**/assets/OfficeTable-*.js', (one) => one.fulfill({ status: 404 }));
  await page.goto('/accounts');
  await missing;
  await page.getByRole('status').getByText('系统已更新').waitFor();
  expect(await page.locator('.qz-table tbody tr').count()).toBeGreaterThan(5);
});

test('in elder mode a table wider than its place is scrolled by keyboard, and what can be done stays in sight', async () => {
  const body = { language: 'zh', elderMode: true } as const;
  await (await office.as('administrator')).call(setPreferences, { body });
  const { page } = await opened({ size: 'pc', role: 'administrator' }, '/accounts');
  await page.locator('.ant-table').waitFor();
  const last = page.getByRole('row').nth(1).getByRole('button', { name: '停用' });
  const { x, width } = (await last.boundingBox()) ?? { x: Infinity, width: 0 };
  expect(x + width).toBeLessThan(sizes.pc.width);
  await page.getByRole('table', { name: '账号' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.evaluate("document.querySelector('.ant-table-content').scrollLeft"))
    .toBeGreaterThan(0);
});
