import { createHmac } from 'node:crypto';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { setPreferences } from '#modules/identity/contract';
import { type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { openBrowser, openPage, type PageOptions, signIn, untilQuiet } from './browser.ts';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await startOffice({ listening: true });
  browser = await openBrowser();
});

/** A page that remembers what the browser complained of: scripts that threw, rules of the policy that were broken. */
const watched = async (options: PageOptions): Promise<{ page: Page; complaints: string[] }> => {
  const page = await openPage(browser, office, options);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (one) => {
    if (/Content.Security.Policy|preloaded.*not used/i.test(one.text())) complaints.push(one.text());
  });
  return { page, complaints };
};

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const today = /星期. · \d+月\d+日/;

const typeIn = async (page: Page, username: string, secret: string) => {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(secret);
  await page.keyboard.press('Enter');
};

test('by keyboard alone: a wrong password loses nothing, the right one leads to Today', async () => {
  const { page, complaints } = await watched({ size: 'phone' });
  await page.goto('/');
  await heading(page, '轻装');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
  await page.keyboard.press('Tab');
  await page.keyboard.type('committee-head-c01');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
  expect(await page.getByLabel('用户名').inputValue()).toBe('committee-head-c01');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await heading(page, today);
  expect(await page.title()).toMatch(/ · 轻装$/);
  // Going on by keyboard: the heading has the focus, so the next page is said aloud.
  await page.getByRole('link', { name: '我的' }).focus();
  await page.keyboard.press('Enter');
  await heading(page, '吴任');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  await page.goBack();
  await heading(page, today);
  await page.goForward();
  await page.getByRole('button', { name: '退出登录' }).click();
  await heading(page, '轻装');
  // Out means out: nothing of the person is left behind the back button.
  await page.goBack();
  await heading(page, '轻装');
  expect(complaints).toEqual([]);
});

test('signed out on the way somewhere, one gets there after signing in', async () => {
  const { page } = await watched({ size: 'pc' });
  await page.goto('/account');
  await heading(page, '轻装');
  await typeIn(page, 'committee-head-c02', password);
  await heading(page, '账号与安全');
});

test('a page of another post says so, an address without a page says so', async () => {
  const { page } = await watched({ size: 'pc', role: 'committee_member' });
  await page.goto('/meetings/approvals');
  await heading(page, '您的岗位不用这个页面');
  await page.goto('/nowhere/at/all');
  await heading(page, '没有这个页面');
  await page.getByRole('link', { name: '回到今日' }).click();
  await heading(page, today);
});

test('a session that ends while somebody types is taken up again over the page, with what was typed', async () => {
  const { page } = await watched({ size: 'phone', role: 'department_clerk' });
  await page.goto('/account');
  await page.getByLabel('现在的密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('a much longer secret');
  await page.getByLabel('再输一次新密码').fill('a much longer secret');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '保存' }).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await dialog.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByLabel('新密码', { exact: true }).inputValue()).toBe('a much longer secret');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('密码已改').waitFor();
});

test('without a network it is said, and unsaid', async () => {
  const { page } = await watched({ size: 'phone', role: 'committee_member' });
  await page.goto('/');
  await heading(page, today);
  await page.context().setOffline(true);
  await page.getByText('没有网络').waitFor();
  await page.context().setOffline(false);
  await page.getByText('没有网络').waitFor({ state: 'hidden' });
});

test('code that the server no longer has is asked for once or twice, then the new version is offered', async () => {
  const { page } = await watched({ size: 'phone', role: 'committee_head' });
  let asked = 0;
  await page.route('**/assets/MinePage-*.js', (one) => {
    asked += 1;
    return one.fulfill({ status: 404 });
  });
  await page.goto('/mine');
  await heading(page, '系统已更新，请重新载入');
  await untilQuiet(page);
  // At the start, and when it is drawn.
  expect(asked).toBeLessThanOrEqual(2);
  expect(await page.getByRole('button').allTextContents()).toEqual(['重新载入']);
  await page.unroute('**/assets/MinePage-*.js');
  await page.getByRole('button', { name: '重新载入' }).click();
  await heading(page, '吴任');
});

/** RFC 6238 with what authenticators use: SHA-1, 30 s, 6 digits. */
const totpOf = (secret: string, now: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

test('an authenticator is set up by its key, and asked for at the next sign-in', async () => {
  const { page, complaints } = await watched({ size: 'phone', role: 'main_leader' });
  await page.goto('/account');
  await page.getByRole('button', { name: '启用' }).click();
  await page.getByRole('dialog').getByLabel('先输入密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: '用手机验证器扫这个码' }).waitFor();
  const secret = ((await page.locator('p code').textContent()) ?? '').replaceAll(' ', '');
  const backup = (await page.locator('.qz-codes code').first().textContent()) ?? '';
  await page.getByLabel('输入验证器显示的').fill(totpOf(secret, Date.now()));
  await page.keyboard.press('Enter');
  await page.getByText('已启用', { exact: true }).waitFor();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await typeIn(page, 'main-leader', password);
  await page.getByLabel('动态验证码').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('验证码不对').waitFor();
  await page.getByRole('button', { name: '用备用码' }).click();
  await page.getByLabel('备用码').fill(backup);
  await page.keyboard.press('Enter');
  await heading(page, today);
  expect(complaints).toEqual([]);
});

test('a passkey made on the account page signs in', async () => {
  const { page, complaints } = await watched({ size: 'pc' });
  // Passkeys belong to a name, not to a number.
  const origin = office.origin.replace('127.0.0.1', 'localhost');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${origin}/sign-in?to=/account`);
  await typeIn(page, 'hall-operator', password);
  await page.getByRole('button', { name: '添加这台设备' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('给它起个名字').fill('会场电脑');
  await dialog.getByLabel('先输入密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('会场电脑').waitFor();
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await heading(page, today);
  expect(complaints).toEqual([]);
});

/** kB as sent, of all that a page made the browser fetch. */
const weightOf = async (options: PageOptions, path: string, ready: (page: Page) => Promise<void>) => {
  const page = await openPage(browser, office, options);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(path);
  await ready(page);
  await untilQuiet(page);
  return bytes / 1000;
};

test('signing in weighs at most 250 kB and Today at most 400 kB, as sent', async () => {
  const signing = await weightOf({ size: 'phone' }, '/sign-in', (page) => heading(page, '轻装'));
  const own = await weightOf({ size: 'phone', role: 'committee_head' }, '/', (page) => heading(page, today));
  expect(signing).toBeGreaterThan(20);
  expect(signing).toBeLessThanOrEqual(250);
  expect(own).toBeLessThanOrEqual(400);
});

const pages = [
  { path: '/sign-in', role: undefined, title: '轻装' },
  { path: '/claim#not-a-link-that-exists', role: undefined, title: '设定密码' },
  { path: '/', role: 'committee_head', title: today },
  { path: '/', role: 'self_governance', title: today },
  { path: '/', role: 'auditor', title: today },
  { path: '/mine', role: 'committee_head', title: '吴任' },
  { path: '/account', role: 'committee_head', title: '账号与安全' },
  { path: '/nowhere', role: 'committee_head', title: '没有这个页面' },
] as const;
/** In elder mode: contrast under 7:1, text under 24 px, targets under 60 px. */
const tooSmallOrFaint = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } }).then(({ violations }) => {
    const brief = (one) => one.outerHTML.slice(0, 120);
    const seen = (one) => one.checkVisibility() && !one.closest('.qz-unseen, .qz-skip');
    const says = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const small = [...document.querySelectorAll('body *')].filter((one) => seen(one) && says(one) && parseFloat(getComputedStyle(one).fontSize) < 24);
    const low = [...document.querySelectorAll('a, button, select, input:not([type=checkbox], [type=radio])')].filter((one) => seen(one) && one.getBoundingClientRect().height < 59.5);
    return [
      ...violations.flatMap(({ nodes }) => nodes.map(({ html }) => 'faint: ' + html.slice(0, 120))),
      ...small.map((one) => 'small text: ' + brief(one)),
      ...low.map((one) => 'small target: ' + brief(one)),
      ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []),
    ];
  })`);
};

test('in elder mode text is large, targets are large and contrast is strong, on a phone and on a PC', async () => {
  const found: Record<string, unknown> = {};
  for (const { path, role, title } of pages) {
    for (const size of ['phone', 'pc'] as const) {
      const { page } = await watched({ size });
      const reading = { language: 'zh', elderMode: true } as const;
      if (role) {
        await (await office.as(role)).call(setPreferences, { body: reading });
        await signIn(page, office, role);
      }
      await page.addInitScript(`localStorage.setItem('qz.preferences', '${JSON.stringify(reading)}')`);
      await page.goto(path);
      await heading(page, title);
      await untilQuiet(page);
      found[`${path} ${role} ${size}`] = await tooSmallOrFaint(page);
      await page.context().close();
    }
  }
  expect(Object.entries(found).filter(([, all]) => (all as unknown[]).length > 0)).toEqual([]);
});
