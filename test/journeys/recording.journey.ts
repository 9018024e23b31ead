import { readdirSync, readFileSync } from 'node:fs';
import { PDFDocument, rgb } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { listRecordings } from '#modules/venues/contract';
import { systemActor } from '#platform/contract/actor.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { startTestEngine } from '#test/venues/engine.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';
import { inPage, moving, until } from './screens.ts';

let office: Office;
let sitting: string;
let wall: Page;
let operator: Page;
let branch: Page;
let desk: Client;

const committee = (code: string): string => office.ids.committees[code] ?? '';
const recordings = async () => (await desk.call(listRecordings, { params: { id: sitting } })).recordings;
const written = async (part: number): Promise<number> =>
  (await recordings()).at(-1)?.parts.find((one) => one.part === part)?.seconds ?? 0;

beforeAll(async () => {
  const engine = await startTestEngine();
  office = await startOffice({ media: engine, listening: true, recorder: true });
  engine.webhooksTo(office.origin);
  sitting = await plantSitting(office);
  desk = await office.as('hall_operator');
  const who = systemActor(office.ids.subdistrict);
  const ticketFor = (venue: string) => office.app.modules.venues.rehearsalTicket(who, sitting, venue);
  rehearse({ origin: office.origin, venues: ['hall', committee('c02')], ticketFor });
  const browser = await openBrowser({ fps: 8 });
  const open = async (screen: string, role: string, size: 'pc' | 'wall', code?: string) => {
    const as = code === undefined ? {} : { committee: code };
    const page = await openPage(browser, office, { size, role, as, before: inPage });
    await page.goto(`/sittings/${sitting}/${screen}`);
    return page;
  };
  wall = await open('wall', 'hall_operator', 'wall');
  operator = await open('console', 'hall_operator', 'pc');
  branch = await open('branch', 'committee_head', 'pc', 'c01');
});

test('recording is allowed, then begun: every screen says so, and it is written within seconds', async () => {
  await operator.locator('summary', { hasText: '录制' }).click();
  await operator.getByText('本次会议可录制').click();
  for (const page of [wall, branch, operator]) await page.getByText('本次会议可能录制').waitFor();
  await operator.getByRole('button', { name: '开始会议' }).click();
  await operator.getByRole('button', { name: '开始录制' }).click();
  for (const page of [wall, branch, operator]) await page.getByText('正在录制').first().waitFor();
  await until('the hall is seen', 30, async () => (await moving(wall)).includes('programme:hall'));
  const ms = await until('the first piece is in the store', 40, async () => (await written(1)) > 0);
  process.stdout.write(`first piece written after ${ms} ms\n`);
  await operator.locator('.venue-item').nth(0).click();
  await operator.getByText('正在写入').waitFor({ timeout: 20_000 });
  await screenshot(wall, 'recording-wall');
  await screenshot(branch, 'recording-branch');
});

/** Two pages that cannot be taken for each other, one green, one blue. */
const twoPages = async (): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  for (const color of [rgb(0, 0.5, 0), rgb(0, 0, 0.8)]) {
    const page = pdf.addPage([841, 595]);
    page.drawRectangle({ x: 0, y: 0, width: 841, height: 595, color });
  }
  return Buffer.from(await pdf.save());
};

/** The colour in the middle of the page as this screen shows it. */
const colourOn = (page: Page): Promise<number[]> => page.evaluate('qzScreen.pageColour()');

test('a PDF is shown page by page on the wall and at the branch; a text file is told to be saved as PDF', async () => {
  await operator.locator('summary', { hasText: '会议材料' }).click();
  const pick = operator.locator('.venue-bring input[type="file"]');
  await pick.setInputFiles({
    name: '方案.docx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004'),
  });
  await operator.getByText('另存为 PDF').waitFor();
  await pick.setInputFiles({ name: '收集点方案.pdf', mimeType: 'application/pdf', buffer: await twoPages() });
  await operator.getByRole('button', { name: '展示：收集点方案' }).click();
  for (const page of [wall, branch])
    await until('the first page', 15, async () => ((await colourOn(page))[1] ?? 0) > 100);
  await operator.keyboard.press('ArrowRight');
  for (const page of [wall, branch])
    await until('the second page', 15, async () => ((await colourOn(page))[2] ?? 0) > 180);
  await screenshot(wall, 'recording-wall-document');
  await screenshot(branch, 'recording-branch-document');
  await screenshot(operator, 'recording-console');
});

/** The recorder's own browser, a child of ours; its processes end with it. */
const recorderPid = (): number => {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      return words.includes('qz-headless-') && Number(parent) === process.pid;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('no recorder runs');
  return Number(found);
};

test('the recorder is killed: what was written stays, and it goes on in a second part', async () => {
  const before = await written(1);
  process.kill(recorderPid(), 'SIGKILL');
  const ms = await until('the second part is written', 40, async () => (await written(2)) > 0);
  process.stdout.write(`recording again after ${ms} ms\n`);
  expect(await written(1)).toBeGreaterThanOrEqual(before);
  await operator.locator('.venue-item').nth(1).click();
  await until('some seconds of the second item', 30, async () => (await written(2)) > 7);
  await operator.getByRole('button', { name: '停止录制' }).click();
  for (const page of [wall, branch]) await page.getByText('正在录制').waitFor({ state: 'detached' });
});

const playedOn = (page: Page): Promise<{ print: string; at: number; length: number; loud: number }> =>
  page.evaluate('qzScreen.played()');

test('it plays with moving pictures and sound, and the agenda leads to its place', async () => {
  const browser = wall.context().browser();
  if (!browser) throw new Error('no browser');
  const page = await openPage(browser, office, { size: 'pc', role: 'hall_operator', before: inPage });
  await page.goto(`/sittings/${sitting}/recordings`);
  await page.getByRole('button', { name: '打开观看' }).click();
  await page.locator('video').waitFor();
  await page.evaluate('qzScreen.play()');
  const first = await playedOn(page);
  await until('the picture moves', 15, async () => (await playedOn(page)).print !== first.print);
  await until('it is heard', 15, async () => (await playedOn(page)).loud > 0.01);
  await page.getByRole('button', { name: /2\. 垃圾分类进楼组/ }).click();
  const marks = (await recordings()).at(-1)?.marks ?? [];
  const second = marks.filter(({ kind }) => kind === 'item').at(-1);
  expect(second?.part).toBe(2);
  await until('it is at the second item', 15, async () => {
    const { at, length } = await playedOn(page);
    return at >= (second?.from ?? 99) && at <= (second?.until ?? 0) + 1 && Number.isFinite(length);
  });
  await screenshot(page, 'recording-player');
  await page.context().close();
});
