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
import { hears, inPage, moving, printOf, until } from './screens.ts';

/** Branches without a person besides the three browsers. */
const synthetic = 10;

let office: Office;
let engine: TestEngine;
let sitting: string;
let wall: Page;
let operator: Page;
let killedAt = 0;
const branches: Page[] = [];

const committee = (code: string): string => office.ids.committees[code] ?? '';
const branch = (place: number): Page => {
  const page = branches[place];
  if (!page) throw new Error('no such branch');
  return page;
};

beforeAll(async () => {
  engine = await startTestEngine();
  office = await startOffice({ media: engine, listening: true });
  engine.webhooksTo(office.origin);
  const others = await addCommittees(office, synthetic);
  sitting = await plantSitting(office, { committees: [...Object.values(office.ids.committees), ...others] });
  const who = systemActor(office.ids.subdistrict);
  const ticketFor = (venue: string) => office.app.modules.venues.rehearsalTicket(who, sitting, venue);
  rehearse({ origin: office.origin, venues: ['hall', ...others], ticketFor });
  const browser = await openBrowser({ fps: 8 });
  const open = async (screen: string, role: string, size: 'phone' | 'pc' | 'wall', code?: string) => {
    const as = code === undefined ? {} : { committee: code };
    const page = await openPage(browser, office, { size, role, as, before: inPage });
    await page.goto(`/sittings/${sitting}/${screen}`);
    return page;
  };
  wall = await open('wall', 'hall_operator', 'wall');
  operator = await open('console', 'hall_operator', 'pc');
  branches.push(await open('branch', 'committee_head', 'pc', 'c01'));
  branches.push(await open('branch', 'committee_head', 'phone', 'c02'));
  branches.push(await pairScreen(browser, 'c03'));
});

/** The third branch is a fixed screen that nobody is signed in on: the code is typed once. */
const pairScreen = async (browser: Browser, code: string): Promise<Page> => {
  const client = await office.as('hall_operator');
  const made = await client.call(makePairingCode, { body: { committee: committee(code) } });
  const page = await openPage(browser, office, { size: 'pc', before: inPage });
  await page.goto('/screen');
  await screenshot(page, 'venues-screen-pairing');
  await page.getByLabel('配对码').fill(made.code);
  await page.getByRole('button', { name: '配对' }).click();
  await page.locator('.venue-branch').waitFor();
  return page;
};

/** All branches move on the wall, and the hall beside them. */
const allLive = async (page: Page): Promise<boolean> => {
  const names = await moving(page);
  const tiles = names.filter((name) => name.startsWith('tile:'));
  return tiles.length === synthetic + 3 && names.some((name) => name.startsWith('programme:'));
};

const grant = async (place: number, code: string): Promise<void> => {
  await branch(place).getByRole('button', { name: '举手发言' }).click();
  const queued = operator.locator('.venue-queue li');
  await queued.first().waitFor();
  await queued
    .first()
    .getByRole('button', { name: /^请发言：/ })
    .click();
  await wall.locator(`[data-picture="programme:${committee(code)}"]`).waitFor();
};

test('thirteen branches and the main venue are live on the wall', async () => {
  const ms = await until('all tiles live on the wall', 60, () => allLive(wall));
  process.stdout.write(`wall live after ${ms} ms\n`);
  await until('console shows all', 30, () => allLive(operator));
  expect(await wall.locator('.venue-is-lost, .venue-is-absent').count()).toBe(0);
});

test('a venue checks its devices, and the operator sees what came of it and how each line is', async () => {
  const browser = wall.context().browser() as Browser;
  const own = await openPage(browser, office, {
    size: 'pc',
    role: 'committee_head',
    as: { committee: 'c02' },
  });
  await own.goto(`/sittings/${sitting}/check`);
  await own.getByRole('button', { name: '听到了' }).click();
  await own.getByText('结果已告诉主会场').waitFor({ timeout: 60_000 });
  await own.getByText('看得到自己').waitFor();
  await screenshot(own, 'venues-check');
  await own.context().close();
  const lines = await openPage(browser, office, { size: 'pc', role: 'hall_operator' });
  await lines.goto(`/sittings/${sitting}/quality`);
  // Something stands there of the one that checked, whatever a busy computer made of its line.
  await lines.getByRole('row', { name: /和安二居.*(都好|：)/ }).waitFor();
  await lines.getByText('320×180').first().waitFor({ timeout: 60_000 });
  await screenshot(lines, 'venues-quality');
  await lines.context().close();
});

test('a hand goes up, the operator gives the floor: seen and heard in the hall and at the other branches', async () => {
  await operator.getByRole('button', { name: '开始会议' }).click();
  await operator.locator('.venue-item').nth(1).click();
  expect(await hears(wall)).toBe(false);
  await grant(0, 'c01');
  const picture = `programme:${committee('c01')}`;
  const seenOn = (page: Page) =>
    until('the programme moves', 20, async () => (await moving(page, 500)).includes(picture));
  process.stdout.write(`seen in the hall after ${await seenOn(wall)} ms\n`);
  process.stdout.write(
    `heard in the hall after ${await until('sound in the hall', 20, () => hears(wall))} ms\n`,
  );
  await seenOn(branch(1));
  await until('sound at another branch', 20, () => hears(branch(1)));
  const first = await printOf(wall, picture);
  await until('the picture itself changes', 10, async () => (await printOf(wall, picture)) !== first);
  await branch(0).getByText('您正在全场画面上').waitFor();
  await branch(0).getByText('麦克风已打开，全场听得到').waitFor();
  expect(await moving(branch(0))).toContain('own');
  await branch(2).getByRole('button', { name: '举手发言' }).click();
  await wall.locator('.venue-is-hand').waitFor();
  await branch(1).getByLabel('本会场到会').fill('9');
  await branch(1).getByRole('button', { name: '报人数' }).click();
  await wall.getByText('共 9 人').waitFor();
  await operator.locator(`.venue-desk-tiles [data-venue="${committee('c03')}"]`).click();
  await until('the next picture moves', 20, async () =>
    (await moving(operator)).includes(`next:${committee('c03')}`),
  );
  for (const [page, name] of [
    [wall, 'venues-wall'],
    [operator, 'venues-console'],
    [branch(0), 'venues-branch-speaking'],
    [branch(1), 'venues-branch-phone'],
    [branch(2), 'venues-branch-hand'],
  ] as const)
    await screenshot(page, name);
});

test('all venues are asked, and whose voice was what stands on the wall', async () => {
  await operator.getByText('各会场表决').click();
  await operator.getByLabel('请各会场表决的问题').fill('下月起试行新的收集点，是否同意');
  await operator.getByRole('button', { name: '发起表决' }).click();
  await branch(0).getByRole('button', { name: '同意', exact: true }).click();
  await branch(1).getByRole('button', { name: '不同意' }).click();
  await wall
    .locator(`[data-venue="${committee('c02')}"]`)
    .getByText('不同意')
    .waitFor();
  await wall
    .locator(`[data-venue="${committee('c01')}"]`)
    .getByText('同意', { exact: true })
    .waitFor();
  await screenshot(wall, 'venues-wall-vote');
  await screenshot(branch(1), 'venues-branch-phone-vote');
  await operator.getByRole('button', { name: '结束表决' }).click();
  await wall.getByText('表决结果').waitFor();
  await operator.getByRole('button', { name: '撤下结果' }).click();
});

test('who is there is named at the venue, and signs in on a phone of their own', async () => {
  const at = branch(0);
  await at.getByText('到会名单').click();
  await at.getByLabel('姓名').fill('孙业委');
  await at.getByRole('button', { name: '添加' }).click();
  await at.getByText('孙业委').waitFor();
  const words = (await at.locator('.venue-sign-in p').textContent()) ?? '';
  const code = /\d{5} \d{5}/.exec(words)?.[0] ?? '';
  await screenshot(at, 'venues-branch-roll');
  const browser = at.context().browser() as Browser;
  const phone = await openPage(browser, office, { size: 'phone' });
  await phone.goto(`/here#${code.replace(' ', '')}`);
  await phone.getByLabel('姓名').fill('周物业');
  await phone.getByLabel('身份').selectOption('property');
  await screenshot(phone, 'venues-here');
  await phone.getByRole('button', { name: '签到' }).click();
  await phone.getByText('周物业，已在').waitFor();
  await phone.context().close();
  const roll = await openPage(browser, office, { size: 'pc', role: 'hall_operator' });
  await roll.goto(`/sittings/${sitting}/roll`);
  await roll.getByText('业委会 1 · 物业 1').waitFor();
  await screenshot(roll, 'venues-roll');
  await roll.getByRole('button', { name: '更正' }).first().click();
  await roll.getByLabel('原因').fill('电话核对');
  await roll.getByRole('spinbutton', { name: '人数' }).fill('8');
  await roll.getByRole('button', { name: '更正人数' }).click();
  await roll.getByText('报 8 人').waitFor();
  await screenshot(roll, 'venues-roll-correct');
  await roll.context().close();
  await at.getByText('到会名单').click();
});

test('who speaks is asked to share a screen: everybody sees it beside who speaks', async () => {
  await operator.locator('summary', { hasText: '共享屏幕' }).click();
  await operator.getByRole('button', { name: '请和安一居共享' }).click();
  await branch(0).getByRole('button', { name: '选择要共享的屏幕' }).click();
  const shared = `screen:${committee('c01')}`;
  await until('the screen is seen in the hall', 20, async () => (await moving(wall)).includes(shared));
  await until('and at a branch', 20, async () => (await moving(branch(2))).includes(shared));
  await screenshot(wall, 'venues-wall-screen');
  await screenshot(branch(2), 'venues-branch-screen');
  await branch(0).getByRole('button', { name: '停止共享' }).click();
  await wall.locator(`[data-picture="${shared}"]`).waitFor({ state: 'detached' });
});

test('on patrol the picture moves on by itself; the gallery shows many at once', async () => {
  await operator.getByRole('button', { name: '收回发言' }).click();
  await wall.locator('[data-picture="programme:hall"]').waitFor();
  await operator.keyboard.press('p');
  await wall.locator('[data-picture^="programme:"]').nth(1).waitFor({ timeout: 20_000 });
  await operator.keyboard.press('p');
  await operator.getByRole('button', { name: '多画面' }).click();
  await until('nine move at a branch', 20, async () => {
    const names = (await moving(branch(2))).filter((name) => name.startsWith('programme:'));
    return names.length >= 8;
  });
  await screenshot(branch(2), 'venues-branch-gallery');
  await screenshot(operator, 'venues-console-gallery');
  expect(await operator.locator('[role="alert"]').count()).toBe(0);
  await screenshot(wall, 'venues-wall-gallery');
  await operator.getByRole('button', { name: '双画面' }).click();
  await operator.keyboard.press('h');
  await branch(2).getByRole('button', { name: '放下手' }).click();
  await grant(0, 'c01');
});

test('the floor goes back: the hall returns and the microphone is closed in the engine', async () => {
  await branch(0).getByRole('button', { name: '发言完毕' }).click();
  await until('silence in the hall', 20, async () => !(await hears(wall)));
  await branch(0).getByText('麦克风关闭').waitFor();
  await wall.locator('[data-picture="programme:hall"]').waitFor();
  expect(await moving(branch(0))).toContain('own');
});

test('a branch that refused its camera is told what to do, listens, and can raise its hand', async () => {
  const denied = await openBrowser({ camera: 'denied' });
  const page = await openPage(denied, office, {
    size: 'phone',
    role: 'committee_member',
    as: { committee: 'c01' },
    before: inPage,
  });
  await page.goto(`/sittings/${sitting}/branch`);
  await page.getByText('浏览器没有获准使用摄像头').waitFor();
  // The committee's other device is in the room: this one is asked whether to take over.
  await page.getByRole('button', { name: '换到这台设备' }).click();
  await until('the programme moves', 20, async () => (await moving(page)).includes('programme:hall'));
  await branch(0).getByText('另一台设备').waitFor();
  await page.getByRole('button', { name: '举手发言' }).click();
  await wall.locator('.venue-is-hand').first().waitFor();
  await screenshot(page, 'venues-branch-denied');
  await page.getByRole('button', { name: '放下手' }).click();
  await page.context().close();
  await branch(0).getByRole('button', { name: '换到这台设备' }).click();
  await until('the first device is back', 20, async () =>
    (await moving(branch(0))).includes('programme:hall'),
  );
});

test('the engine is killed while a branch speaks: all screens come back by themselves with the same floor', async () => {
  await grant(1, 'c02');
  await until('heard before', 20, () => hears(wall));
  const before = engine.restarts;
  killedAt = Date.now();
  process.kill(engine.pid, 'SIGKILL');
  await until('the engine is back', 30, async () => engine.restarts > before);
  const spoken = `programme:${committee('c02')}`;
  const back = await until('who speaks is seen again', 60, async () =>
    (await moving(wall, 300)).includes(spoken),
  );
  process.stdout.write(`who speaks is seen ${back} ms after the engine was back\n`);
  const live = await until('all live again', 60, () => allLive(wall));
  const heard = await until('heard again', 30, () => hears(wall));
  process.stdout.write(`all live ${live} ms later, heard ${heard} ms after that\n`);
  await until('console live again', 30, () => allLive(operator));
  await until('branches live again', 30, async () => (await moving(branch(0), 500)).includes(spoken));
  await branch(1).getByText('您正在全场画面上').waitFor();
});

test('the end closes all screens, and attendance stands on the sitting', async () => {
  await operator.getByRole('button', { name: '结束会议' }).click();
  await operator.getByRole('button', { name: '确认结束' }).click();
  await wall.getByText('会议已结束').waitFor();
  await branch(0).getByText('会议已结束').waitFor();
  expect(
    await branch(0)
      .getByText(/会议即将开始|\d 开始$/)
      .count(),
  ).toBe(0);
  // The fixed screen goes back to waiting by itself, its camera off.
  await branch(2).getByText('摄像头已关闭').waitFor();
  expect(await moving(branch(2))).toEqual([]);
  await screenshot(branch(2), 'venues-screen-waiting');
  await branch(0).getByRole('link', { name: '离开' }).click();
  await branch(0).waitForURL(`${office.origin}/`);
  await operator.getByRole('link', { name: '纪要提纲' }).click();
  await operator.getByText('孙业委').waitFor();
  await operator.getByText('下月起试行新的收集点').waitFor();
  await operator.pdf({ path: 'test-results/venues-outline.pdf', format: 'A4' });
  await screenshot(operator, 'venues-outline');
  await operator.goBack();
  await operator.getByRole('link', { name: '看出席' }).click();
  await operator.waitForURL(`**/sittings/${sitting}`);
  const client = await office.as('self_governance');
  const shown = await client.call(showSitting, { params: { id: sitting } });
  expect(shown.state).toBe('ended');
  expect(shown.attendance).toHaveLength(synthetic + 3);
  // One stretch each: the engine's death is nobody's absence.
  for (const { intervals } of shown.attendance) {
    expect(intervals).toHaveLength(1);
    const [{ from, until: end } = { from: '', until: null }] = intervals;
    expect(Date.parse(from)).toBeLessThan(killedAt);
    expect(Date.parse(end ?? '')).toBeGreaterThan(killedAt);
  }
});
