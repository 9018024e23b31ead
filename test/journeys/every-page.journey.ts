import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { root } from '#app/root.ts';
import { getSession, setPreferences } from '#modules/identity/contract';
import { listLedgers, uploadLedgerForm } from '#modules/ledgers/contract';
import { listMeetingRequests, listSittings } from '#modules/meetings/contract';
import { listRecords } from '#modules/records/contract';
import { listHouseholds, listPlaces, listResidents } from '#modules/registers/contract';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import type { PageEntry } from '#platform/ui/pages.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { openBrowser, type Size, screenshot, signIn, sizes } from './browser.ts';

/** Who opens a page here: somebody it is for. */
const visitorOf: Readonly<Record<string, string>> = {
  'accounts.manage': 'administrator',
  'audit.read': 'auditor',
  'organisation.manage': 'administrator',
  'organisation.read': 'administrator',
  'meetings.request': 'department_clerk',
  'meetings.approve': 'main_leader',
  'meetings.arrange': 'self_governance',
  'meetings.read': 'committee_head',
  'meetings.call': 'committee_head',
  'venues.watch': 'hall_operator',
  'venues.join': 'committee_head',
  'venues.control': 'hall_operator',
  'venues.pair': 'hall_operator',
  'ledgers.design': 'department_clerk',
  'residents.import': 'committee_head',
  'registers.merge': 'committee_head',
};

/** A request is its department's and the arrangers' to see. */
const visitorFor = (path: string, permission: PageEntry['permission']): string =>
  path.startsWith('/meetings/requests/')
    ? 'self_governance'
    : ([permission ?? '']
        .flat()
        .map((one) => visitorOf[one])
        .find(Boolean) ?? 'committee_member');

/** Pages read from each module's own list, as the web app does. */
const modulePages = async (): Promise<PageEntry[]> => {
  const names = ['identity', 'organisation', 'meetings', 'registers', 'records', 'ledgers', 'venues'];
  const lists = await Promise.all(
    names.map(
      async (name) =>
        ((await import(join(root, 'modules', name, 'web/index.ts'))) as { pages: PageEntry[] }).pages,
    ),
  );
  return lists.flat();
};

const everyRole = [
  ...['committee_member', 'committee_head', 'department_clerk', 'self_governance', 'party_government'],
  ...['main_leader', 'hall_operator', 'administrator', 'auditor'],
];

interface Visit {
  readonly path: string;
  readonly role: string | null;
  readonly wall: boolean;
}

/** The demonstration spreads visits over weeks: the newest of the last days. */
const someRecord = async (head: Client): Promise<{ id: string } | undefined> => {
  for (let ago = 1; ago < 20; ago += 1) {
    const { records } = await head.call(listRecords, { query: { day: addDays(officeDay(), -ago) } });
    if (records[0]) return records[0];
  }
  return undefined;
};

/** A small meeting that goes on; here is no engine to call one. */
const plantSmallMeeting = async (office: Office, account: string): Promise<{ id: string }> => {
  const id = newId();
  const { subdistrict } = office.ids;
  await office.platform.db.transaction({ subdistrict }, async (tx) => {
    await tx
      .insertInto('small_meeting')
      .values({
        subdistrict_id: subdistrict,
        id,
        host_account: account,
        started_at: new Date().toISOString(),
      })
      .execute();
    const person = { account_id: account, name: '吴任', place: '和安居', called: false };
    await tx
      .insertInto('small_meeting_person')
      .values({ subdistrict_id: subdistrict, meeting_id: id, ...person })
      .execute();
  });
  return { id };
};

/** An id to look at for each page with a parameter. */
const examples = async (office: Office): Promise<(pattern: string) => string> => {
  const head = await office.as('committee_head');
  const [resident] = (await head.call(listResidents, { query: {} })).residents;
  const [household] = (await head.call(listHouseholds, { query: {} })).households;
  const [place] = (await head.call(listPlaces, { query: { register: 'premises' } })).places;
  const record = await someRecord(head);
  const ledgers = await head.call(listLedgers, { query: {} });
  const summary = ledgers.find(({ grain }) => grain === 'summary');
  const clerk = await office.as('department_clerk');
  const body = new Blob(['走访登记表,,\n姓名,走访日期,阳台花草\n王秀英,2026.3.1,月季\n李桂芳,不详,\n']);
  const form = await clerk.call(uploadLedgerForm, { body } as never);
  const arranger = await office.as('self_governance');
  const sittings = await arranger.call(listSittings, { query: {} });
  const requests = await arranger.call(listMeetingRequests, { query: {} });
  const small = await plantSmallMeeting(office, (await head.call(getSession)).account);
  const ids: [RegExp, string | undefined][] = [
    [/^\/residents\//, resident?.id],
    [/^\/households\//, household?.id],
    [/^\/places\//, place?.id],
    [/^\/records\//, record?.id],
    [/^\/ledgers\/\$id\/cells/, summary?.id],
    [/^\/ledgers\/forms\//, form.id],
    [/^\/ledgers\//, ledgers[0]?.id],
    [/^\/sittings\//, sittings[0]?.id],
    [/^\/meetings\/requests\//, requests[0]?.id],
    [/^\/meet\//, small.id],
  ];
  return (pattern) => {
    const id = ids.find(([shape]) => shape.test(pattern))?.[1];
    if (pattern.includes('$') && !id) throw new Error(`no example for ${pattern}`);
    return pattern.replace('$id', id ?? '').replace('$column', 'times');
  };
};

let office: Office;
let browser: Browser;
let visits: Visit[];
let axe: string;

beforeAll(async () => {
  office = await startOffice({ listening: true, demonstration: true });
  browser = await openBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const example = await examples(office);
  visits = [
    ...everyRole.map((role) => ({ path: '/', role, wall: false })),
    { path: '/mine', role: 'committee_member', wall: false },
    { path: '/nowhere', role: 'committee_member', wall: false },
    ...(await modulePages()).map(({ path, permission, frame }) => ({
      path: example(path),
      role: frame === 'bare' ? null : visitorFor(path, permission),
      wall: frame === 'wall',
    })),
  ];
});

interface Finding {
  readonly page: string;
  readonly what: string;
}

const listenForErrors = (page: Page, findings: Finding[]): void => {
  page.on('pageerror', (error) => findings.push({ page: page.url(), what: error.message }));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text()))
      findings.push({ page: page.url(), what: message.text() });
  });
};

/** Violations axe finds; axe is run past the page's own policy because a test, not the page, brings it. */
const axeFindings = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value as string[];
};

interface Look {
  readonly name: string;
  readonly size: Size;
  readonly elder: boolean;
  readonly dark: boolean;
}

/** Each pair of size, reading mode and colours is seen once. */
const looks: readonly Look[] = [
  { name: 'phone', size: 'phone', elder: false, dark: false },
  { name: 'pc-dark', size: 'pc', elder: false, dark: true },
  { name: 'phone-elder-dark', size: 'phone', elder: true, dark: true },
  { name: 'pc-elder', size: 'pc', elder: true, dark: false },
];

const contextFor = async (look: Look, role: string | null): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: sizes[look.size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: office.origin,
    colorScheme: look.dark ? 'dark' : 'light',
    permissions: ['camera', 'microphone'],
  });
  const preferences = { language: 'zh', elderMode: look.elder } as const;
  if (role) await (await office.as(role)).call(setPreferences, { body: preferences });
  await context.addInitScript(
    (kept) => localStorage.setItem('qz.preferences', kept),
    JSON.stringify(preferences),
  );
  return context;
};

const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor({ timeout: 20_000 });
  await page
    .locator('.qz-loading, [aria-busy="true"]')
    .first()
    .waitFor({ state: 'detached', timeout: 20_000 });
};

test.each(looks)('nothing is wrong with any page as seen on $name', async (look) => {
  const findings: Finding[] = [];
  for (const role of new Set(visits.map((visit) => visit.role))) {
    const context = await contextFor(look, role);
    const page = await context.newPage();
    if (role) await signIn(page, office, role);
    listenForErrors(page, findings);
    for (const { path, wall } of visits.filter((visit) => visit.role === role)) {
      await page.setViewportSize(wall && look.size === 'pc' ? sizes.wall : sizes[look.size]);
      await page.goto(path);
      await settled(page);
      if (await page.locator('.qz-failed').isVisible())
        findings.push({ page: `${role} ${path}`, what: 'failed' });
      for (const what of await axeFindings(page)) findings.push({ page: `${role} ${path}`, what });
      const name = path.replace(/[0-9a-f-]{36}/, 'id').replaceAll('/', '_');
      await screenshot(page, `${look.name}-${role ?? 'nobody'}${name}`);
    }
    await context.close();
  }
  expect(findings).toEqual([]);
});
