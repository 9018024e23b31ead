import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { readTable } from '#engines/sheets';
import { getLedgerPage } from '#modules/ledgers/contract';
import { type Client, type Office, startOffice, usernameOf } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';
import { fileOf, ledgers, plantNeighbours, printed } from './three-ledgers.ts';

let office: Office;
let browser: Browser;
let phone: Page;
let ids: ReadonlyMap<string, string>;
const idOf = (code: string): string => ids.get(code) ?? '';
const clerkOf = (department: string): Promise<Client> => office.as('department_clerk', { department });
const ofC01 = () => ({ committee: office.ids.committees.c01 ?? '' });
const printedText = async (code: string, department: string): Promise<string> =>
  printed(await clerkOf(department), idOf(code), ofC01(), `paper-${code}`);
const workbookOf = async (code: string, department: string): Promise<Uint8Array> =>
  fileOf(await clerkOf(department), idOf(code), ofC01(), 'xlsx');

beforeAll(async () => {
  office = await startOffice({ listening: true });
  ids = await plantNeighbours(office);
  browser = await openBrowser();
});
afterAll(closePaper);

test('a cadre signs in on a phone and records a visit with a blood pressure, once', async () => {
  phone = await openPage(browser, office, { size: 'phone' });
  phone.setDefaultTimeout(8_000);
  await phone.goto('/');
  await phone.getByLabel('用户名').fill(usernameOf('committee_member'));
  await phone.getByLabel('密码', { exact: true }).fill(password);
  await phone.getByRole('button', { name: '登录', exact: true }).click();
  await phone.getByLabel('用户名').waitFor({ state: 'detached' });
  await phone.goto('/record');
  await phone.getByRole('searchbox').fill('wxy');
  await phone.getByRole('button', { name: /王\*英/ }).click();
  for (const { name } of ledgers) await phone.getByText(name).first().waitFor();
  await phone.getByLabel('高压').fill('165');
  await phone.getByLabel('低压').fill('92');
  await phone.getByRole('button', { name: '记下' }).click();
  await phone.getByText(/少抄 \d+ 格/).waitFor();
  for (const { name } of ledgers) expect(await phone.getByText(name).count()).toBeGreaterThan(0);
  await screenshot(phone, 'enter-once-saved-390');
});

test('it stands in the ledgers of three departments', async () => {
  for (const { code, department } of ledgers) {
    const clerk = await clerkOf(department);
    const page = await clerk.call(getLedgerPage, { params: { id: idOf(code) }, query: ofC01() });
    const rows = page.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '));
    const wanted = code === 'pressure-summary' ? /和安一居 \S+ 28 28/ : /王\*英.*3号楼502.*165 92/;
    expect(
      rows.some((row) => wanted.test(row)),
      code,
    ).toBe(true);
  }
});

test.each(ledgers)(
  'the clerk sees it on the screen beside the paper: $name',
  async ({ code, department, name }) => {
    const page = await openPage(browser, office, { role: 'department_clerk', as: { department } });
    page.setDefaultTimeout(10_000);
    await page.goto('/ledgers');
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    if (code === 'pressure-summary') {
      await page.locator('img.lg-sheet').waitFor();
      await screenshot(page, 'ledger-summary-1366');
      await page
        .getByRole('link', { name: /测量 人次 28/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: '测量 人次' }).waitFor();
    }
    const row = page.getByRole('row').filter({ hasText: '王*英' });
    await row.getByRole('button').first().click();
    await page.getByText('这一条还在：').waitFor();
    if (code !== 'pressure-summary') await page.locator('img.lg-sheet').waitFor();
    await screenshot(page, `ledger-${code}-1366`);
    expect(await row.textContent()).toContain('165');
    await page.context().close();
  },
);

test('it prints on each department’s own form, names in full, page of pages', async () => {
  for (const { code, department, reads } of ledgers) {
    const text = await printedText(code, department);
    expect(text).toMatch(reads);
    expect(text).toMatch(/第\s*1\s*页\s+共\s*\d+\s*页/);
  }
});

test('it is in the workbook', async () => {
  const { sheets } = await readTable(await workbookOf('alone-visits', 'civil'));
  const row = sheets[0]?.rows.map((cells) => JSON.stringify(cells)).find((cells) => cells.includes('王秀英'));
  expect(row).toContain('165');
});

test('a correction shows in every ledger, and the row keeps what stood before', async () => {
  await phone
    .getByRole('link', { name: '看这条记录' })
    .or(phone.locator('a[href^="/records/"]'))
    .first()
    .click();
  await phone.getByRole('button', { name: '更正' }).click();
  await phone.getByLabel('高压').fill('156');
  await phone.getByLabel(/为什么|原因/).fill('说错');
  await phone.getByRole('button', { name: '保存更正' }).click();
  await phone.getByText('156/92').first().waitFor();
  expect(await printedText('hypertension-roster', 'health')).toMatch(/王秀英.*\b156\s+92\b/);
  const page = await openPage(browser, office, { role: 'department_clerk', as: { department: 'health' } });
  page.setDefaultTimeout(10_000);
  await page.goto(`/ledgers/${idOf('hypertension-roster')}`);
  const row = page.getByRole('row').filter({ hasText: '王*英' });
  await row.getByRole('button').first().click();
  await page.getByText(/收缩压 165 → 156（说错/).waitFor();
  expect(await row.textContent()).toContain('156');
  await page.locator('img.lg-sheet').waitFor();
  await screenshot(page, 'ledger-corrected-1366');
});

test('on a phone the rows are cards and the paper comes when it is asked for', async () => {
  await phone.goto(`/ledgers/${idOf('alone-visits')}`);
  await phone.getByRole('button', { name: /王\*英/ }).click();
  await phone.getByText(/收缩压 165 → 156/).waitFor();
  await screenshot(phone, 'ledger-390');
  await phone.getByRole('button', { name: '看纸质台账' }).click();
  const sheet = phone.locator('img.lg-sheet');
  await sheet.waitFor();
  await sheet.scrollIntoViewIfNeeded();
  await screenshot(phone, 'ledger-paper-390');
  expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
