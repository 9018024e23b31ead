import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { showSitting } from '#modules/meetings/contract';
import { makePairingCode } from '#modules/venues/contract';
import { systemActor } from '#platform/contract/actor.ts';
import { type Office, startOffice } from '#test/office.ts';
import { startTestEngine, type TestEngine } from '#test/venues/engine.ts';
import { addCommittees } from '#test/venues/more-committees.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';
import { hears, inPage, moving, until } from './screens.ts';

let office: Office;
let engine: TestEngine;
let browser: Browser;
let sitting: string;
/** A venue without a person, which the server has to move. */
let other: string;
let wall: Page;
let operator: Page;
let first: Page;
let fixed: Page;
let late: Page;

const committee = (code: string): string => office.ids.committees[code] ?? '';
const sees = (page: Page, picture: string, seconds = 30) =>
  until(`${picture} moves`, seconds, async () => (await moving(page, 500)).includes(picture));

const open = async (screen: string, role: string, size: 'phone' | 'pc' | 'wall', code?: string) => {
  const as = code === undefined ? {} : { committee: code };
  const page = await openPage(browser, office, { size, role, as, before: inPage });
  await page.goto(`/sittings/${sitting}/${screen}`);
  return page;
};

const pairScreen = async (code: string): Promise<Page> => {
  const client = await office.as('hall_operator');
  const made = await client.call(makePairingCode, { body: { committee: committee(code) } });
  const page = await openPage(browser, office, { size: 'pc', before: inPage });
  await page.goto('/screen');
  await page.getByLabel('配对码').fill(made.code);
  await page.getByRole('button', { name: '配对' }).click();
  return page;
};

const putInto = async (group: string, ...venues: string[]) => {
  await operator.getByRole('radio', { name: `点会场放进${group}` }).check();
  const card = operator.getByRole('region', { name: group, exact: true });
  for (const venue of venues) {
    if ((await card.locator(`[data-chip="${venue}"]`).count()) > 0) continue;
    await operator.locator(`[data-chip="${venue}"]`).click();
    await card.locator(`[data-chip="${venue}"]`).waitFor();
  }
};

beforeAll(async () => {
  engine = await startTestEngine();
  office = await startOffice({ media: engine, listening: true });
  engine.webhooksTo(office.origin);
  [other = ''] = await addCommittees(office, 1);
  sitting = await plantSitting(office, { committees: [...Object.values(office.ids.committees), other] });
  const who = systemActor(office.ids.subdistrict);
  const ticketFor = (venue: string) => office.app.modules.venues.rehearsalTicket(who, sitting, venue);
  rehearse({ origin: office.origin, venues: ['hall', other], ticketFor });
  browser = await openBrowser({ fps: 8 });
  [wall, operator, first, fixed] = await Promise.all([
    open('wall', 'hall_operator', 'wall'),
    open('console', 'hall_operator', 'pc'),
    open('branch', 'committee_head', 'pc', 'c01'),
    pairScreen('c02'),
  ]);
});

test('one tap divides the venues, a tap moves one; nobody moves before the groups begin', async () => {
  await sees(wall, `tile:${other}`, 60);
  await operator.getByRole('button', { name: '开始会议' }).click();
  await first.getByRole('button', { name: '举手发言' }).click();
  await operator.getByRole('button', { name: /^请发言：/ }).click();
  await sees(wall, `programme:${committee('c01')}`);
  await operator.getByRole('button', { name: '分组讨论' }).click();
  await operator.getByRole('button', { name: '2 组' }).click();
  await putInto('第 1 组', committee('c01'), committee('c02'));
  await putInto('第 2 组', committee('c03'), other);
  const name = operator.getByRole('region', { name: '第 2 组', exact: true }).getByLabel('组名');
  await name.fill('停车组');
  await name.blur();
  await operator.getByRole('region', { name: '停车组' }).waitFor();
  await screenshot(operator, 'breakouts-console-plan');
  expect(await first.locator('.venue-group').count()).toBe(0);
});

test('the branch and the fixed screen are in their group by themselves and see and hear each other', async () => {
  await operator.getByRole('button', { name: '开始分组' }).click();
  const took = await sees(first, `group:${committee('c02')}`);
  process.stdout.write(`in the group after ${took} ms\n`);
  await sees(fixed, `group:${committee('c01')}`);
  await until('they hear each other', 20, async () => (await hears(first)) && (await hears(fixed)));
  expect(await moving(first)).toContain('own');
  await first.getByText(/还剩 14:/).waitFor();
  await screenshot(first, 'breakouts-branch');
  await screenshot(wall, 'breakouts-wall');
});

test('who comes late is let into its group, asks for the operator, and sees the main venue come', async () => {
  late = await open('branch', 'committee_head', 'phone', 'c03');
  await sees(late, `group:${other}`);
  await late.getByRole('button', { name: '请主会场来一下' }).click();
  await wall.getByText('请主会场来').waitFor();
  await operator.getByRole('region', { name: '停车组' }).getByRole('button', { name: '去看这组' }).click();
  await late.getByText('主会场正在本组').waitFor();
  await sees(wall, `group:${committee('c03')}`);
  await until('the hall hears the group', 20, () => hears(wall));
  await sees(late, 'group:hall');
  for (const [page, name] of [
    [late, 'breakouts-branch-phone'],
    [wall, 'breakouts-wall-visit'],
    [operator, 'breakouts-console-visit'],
  ] as const)
    await screenshot(page, name);
});

test('the engine and the operator’s page die: all are back in their groups, and a line reaches every group', async () => {
  const before = engine.restarts;
  process.kill(engine.pid, 'SIGKILL');
  await operator.reload();
  await until('the engine is back', 30, async () => engine.restarts > before);
  await sees(first, `group:${committee('c02')}`, 60);
  await sees(late, `group:${other}`, 60);
  await operator.getByRole('textbox', { name: '给会场的话' }).fill('还有五分钟');
  await operator.getByRole('button', { name: '发送' }).click();
  for (const page of [first, fixed, late]) await page.getByText('还有五分钟').first().waitFor();
});

test('all are called back to the same programme and floor, and nobody was absent', async () => {
  await operator.getByRole('button', { name: '全部召回' }).click();
  const picture = `programme:${committee('c01')}`;
  const took = await sees(wall, picture);
  process.stdout.write(`the programme is back after ${took} ms\n`);
  await sees(fixed, picture);
  await sees(late, picture);
  await first.getByText('您正在全场画面上').waitFor();
  await until('heard in the hall again', 20, () => hears(wall));
  await sees(wall, `tile:${other}`);
  await operator.getByRole('button', { name: '结束会议' }).click();
  await operator.getByRole('button', { name: '确认结束' }).click();
  await wall.getByText('会议已结束').waitFor();
  const client = await office.as('self_governance');
  const { attendance } = await client.call(showSitting, { params: { id: sitting } });
  expect(attendance.map(({ intervals }) => intervals.length)).toEqual([1, 1, 1, 1]);
});
