import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { getLedgerPage, listLedgerIssues, takeIssueFile } from '#modules/ledgers/contract';
import {
  correctRecord,
  getRecord,
  listRecordPictures,
  listRecords,
  showRecordPicture,
} from '#modules/records/contract';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';
import { markersOf, withPosition } from './exif.ts';
import { look } from './look.ts';
import { ledgers, plantNeighbours, printed, textOf } from './three-ledgers.ts';

let office: Office;
let browser: Browser;
let phone: Page;
let li: Client;
let ids: ReadonlyMap<string, string>;
/** Three who live alone and whom nobody has visited yet. */
let doors: string[];
const idOf = (code: string): string => ids.get(code) ?? '';
const clerkOf = (department: string): Promise<Client> => office.as('department_clerk', { department });
const ofC01 = () => ({ committee: office.ids.committees.c01 ?? '' });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });

const plantDoors = (): Promise<string[]> => {
  const who = { subdistrict: office.ids.subdistrict };
  const people = ['赵大年', '钱小凤', '孙玉兰'].map((name, index) => ({
    name,
    sex: '2',
    birth: '1940-05-01',
    building: '8',
    room: `10${index + 1}`,
    attributes: { 'person.living': 'alone', 'person.chronic': ['hypertension'] },
    sealed: {},
  }));
  return office.platform.db.transaction(who, (tx) =>
    office.app.modules.registers.plant(tx, who, office.ids.committees.c01 ?? '', people),
  );
};

beforeAll(async () => {
  office = await startOffice({ listening: true });
  ids = await plantNeighbours(office);
  doors = await plantDoors();
  li = await office.as('committee_member');
  browser = await openBrowser();
  phone = await openPage(browser, office, { size: 'phone', role: 'committee_member' });
  phone.setDefaultTimeout(15_000);
});
afterAll(closePaper);

test('a round of doors: who was not visited is put together in one tap, each door is three numbers and a press', async () => {
  await phone.goto('/record/batch');
  await button(phone, '加上30天没走访的 4 位').click();
  await phone.getByText(/王\*英.*3号楼502/).waitFor();
  await look(phone, 'batch-first-390');
  await button(phone, '这户不记').click();
  for (const [index, numbers] of ['13181', '13282', '13383'].entries()) {
    await phone
      .getByText(`8号楼10${index + 1}`)
      .first()
      .waitFor();
    await phone.getByLabel('高压').waitFor();
    await phone.keyboard.type(numbers);
    await button(phone, '记下，下一户').click();
    await phone.getByText(`已记 ${index + 1} 户`).waitFor();
  }
  await look(phone, 'batch-done-390');
  const summaries = await Promise.all(
    doors.map(async (resident) => (await li.call(listRecords, { query: { resident } })).records[0]?.summary),
  );
  expect(summaries).toEqual(['131/81 mmHg', '132/82 mmHg', '133/83 mmHg']);
});

test('the same visit is not noted twice unawares; a ledger that ends while the form is open takes nothing and is named', async () => {
  const who = { subdistrict: office.ids.subdistrict };
  const setStatus = (status: string) =>
    office.platform.db.transaction(who, (tx) =>
      tx.updateTable('ledger').set({ status }).where('id', '=', idOf('pressure-summary')).execute(),
    );
  await phone.goto(`/record?resident=${doors[0]}`);
  await phone.getByText(/这一天已记过：131\/81 mmHg/).waitFor();
  await phone.getByText('将填入 3 本台账').waitFor();
  await look(phone, 'entry-already-390');
  await setStatus('retired');
  await phone.getByLabel('高压').fill('141');
  await phone.getByLabel('低压').fill('86');
  await button(phone, '记下').click();
  await phone.getByText('已填入 2 本台账').waitFor();
  await phone.getByText(/这次没有进：老年人血压测量汇总/).waitFor();
  await look(phone, 'entry-ledger-ended-390');
  await setStatus('active');
});

test('a picture leaves the phone small, and without where it was taken', async () => {
  const drawn = await phone.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400; canvas.height = 1800;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#7a5'; pen.fillRect(0, 0, 2400, 1800);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  const taken = withPosition(Buffer.from(drawn, 'base64'));
  expect(markersOf(taken)).toContain(0xe1);
  await phone.getByRole('link', { name: '看这条记录' }).click();
  await phone.setInputFiles('input[type=file]', {
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(taken),
  });
  await phone.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await screenshot(phone, 'record-picture-390');
  const [id = ''] = new URL(phone.url()).pathname.split('/').slice(-1);
  const [kept] = await li.call(listRecordPictures, { params: { id } });
  const shown = await li.file(showRecordPicture, { params: { id, picture: kept?.id ?? '' } });
  const bytes = new Uint8Array(await shown.arrayBuffer());
  expect(markersOf(bytes)).not.toContain(0xe1);
  expect(Buffer.from(bytes).includes('QZPHONE')).toBe(false);
  const size = await phone.evaluate<number[]>(
    `(() => { const i = document.querySelector('.rec-pictures img'); return [i.naturalWidth, i.naturalHeight]; })()`,
  );
  expect(size).toEqual([1600, 1200]);
});

test('two cadres correct one record: both values are shown, nothing typed is lost, a person decides', async () => {
  const [id = ''] = new URL(phone.url()).pathname.split('/').slice(-1);
  await button(phone, '更正').click();
  await phone.getByLabel('高压').fill('144');
  await phone.getByLabel('为什么更正').fill('抄错一位');
  const before = await li.call(getRecord, { params: { id } });
  const head = await office.as('committee_head');
  const body = {
    revision: before.revision,
    occurredOn: before.occurredOn,
    values: { ...before.values, 'bp.sys': 142, 'bp.dia': 88 },
    reason: '复核',
  };
  await head.call(correctRecord, { params: { id }, body });
  await button(phone, '保存更正').click();
  await phone.getByText('现在 142 mmHg　您填的 144 mmHg').waitFor();
  await look(phone, 'correction-conflict-390');
  await button(phone, '按我填的改').click();
  await phone.getByText('更正过 2 次').waitFor();
  const after = await li.call(getRecord, { params: { id } });
  expect(after.values).toMatchObject({ 'bp.sys': 144, 'bp.dia': 88 });
  expect(after.revisions.map(({ values }) => values['bp.sys'])).toEqual([142, 141]);
});

/** Runs in the page: what lies in the phone's own storage. */
const readWaiting = `new Promise((resolve, reject) => {
  const request = indexedDB.open('qz-outbox');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const all = request.result.transaction('waiting').objectStore('waiting').getAll();
    all.onsuccess = () => resolve(all.result.length);
  };
})`;

test('a reading without a network, sent twice, is stored once and stands on the three departments’ papers', async () => {
  await phone.goto('/record');
  await expect
    .poll(() =>
      phone.evaluate(`caches.open('qz-offline-1').then((cache) => cache.keys())
        .then((keys) => keys.length > 2 && navigator.serviceWorker.controller !== null)`),
    )
    .toBe(true);
  await phone.context().setOffline(true);
  await phone.goto('/');
  await phone.getByLabel('关于谁').fill('3号楼502 王秀英');
  await phone.getByLabel('高压').fill('165');
  await phone.getByLabel('低压').fill('92');
  await button(phone, '先存在手机上').click();
  await phone.getByText('已存在手机上').waitFor();
  // It comes back to Today by itself, which says that something waits.
  await phone.context().setOffline(false);
  await phone.getByText(/当时写的是“3号楼502 王秀英”/).waitFor();
  await look(phone, 'today-whom-390');
  const once = async () => {
    await phone.getByRole('searchbox').first().fill('wxy');
    await button(phone, /王\*英/)
      .first()
      .click();
  };
  await phone.route('**/api/records', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await once();
  await phone.getByText('没有网络，请稍后再试').waitFor();
  expect(await phone.evaluate(readWaiting)).toBe(1);
  await phone.unroute('**/api/records');
  await button(phone, /王\*英/)
    .first()
    .click();
  await expect.poll(() => phone.evaluate(readWaiting)).toBe(0);
  const li = await office.as('committee_member');
  const month = { ...ofC01(), month: officeMonth() };
  for (const { code, department, reads } of ledgers) {
    const clerk = await clerkOf(department);
    const { total } = await clerk.call(getLedgerPage, { params: { id: idOf(code) }, query: month });
    const text = await printed(clerk, idOf(code), ofC01(), `offline-${code}`);
    // 27 neighbours, three doors, one of them twice, and this one.
    if (code === 'pressure-summary') expect(text).toMatch(/和安一居.*\b32\s+31\b/);
    else expect(text.match(new RegExp(reads, 'g'))).toHaveLength(1);
    expect(total).toBeGreaterThan(0);
  }
  const found = await li.call(listRecords, { query: { day: officeDay() } });
  expect(found.records.filter(({ summary }) => summary === '165/92 mmHg')).toHaveLength(1);
});

test('a committee signs its month: rows and files have hashes, and a later correction shows against them', async () => {
  const id = idOf('alone-visits');
  const pc = await openPage(browser, office, { role: 'committee_head' });
  pc.setDefaultTimeout(20_000);
  await pc.goto(`/ledgers/${id}`);
  await button(pc, '签发本月').click();
  await look(pc, 'sign-ask-1366');
  await inDialog(pc, '签发本月').click();
  await pc.getByText('第 1 份').waitFor();
  await pc.getByText('与现在一致').waitFor();
  const head = await office.as('committee_head');
  const [issue] = await head.call(listLedgerIssues, { params: { id }, query: {} });
  await pc.getByText(issue?.rowsHash.slice(0, 12) ?? '-').waitFor();
  const take = async () => {
    const body = { kind: 'pdf', purpose: 'filing' } as const;
    const blob = await head.file(takeIssueFile, { params: { id: issue?.id ?? '' }, body });
    return new Uint8Array(await blob.arrayBuffer());
  };
  const hash = issue?.files.find(({ kind }) => kind === 'pdf')?.sha256;
  expect(
    createHash('sha256')
      .update(await take())
      .digest('hex'),
  ).toBe(hash);
  const [{ id: record = '' } = {}] = (await li.call(listRecords, { query: { resident: doors[1] ?? '' } }))
    .records;
  const { revision, occurredOn, values } = await li.call(getRecord, { params: { id: record } });
  const body = { revision, occurredOn, values: { ...values, 'bp.sys': 152 }, reason: '抄错一位' };
  await li.call(correctRecord, { params: { id: record }, body });
  await pc.reload();
  await pc.getByText('有 1 处与签发的第 1 份不同').first().waitFor();
  await pc.getByText(/收缩压 132 → 152/).waitFor();
  await look(pc, 'signed-differs-1366');
  // What was signed stays what it was, while the ledger goes on.
  const signed = await take();
  expect(createHash('sha256').update(signed).digest('hex')).toBe(hash);
  expect(await textOf(signed, 'paper-signed')).toMatch(/钱小凤.*\b132\s+82\b/);
  const now = await printed(await clerkOf('civil'), id, ofC01(), 'paper-after-signed');
  expect(now).toMatch(/钱小凤.*\b152\s+82\b/);
  await pc.context().close();
});

test('a clerk changes the form with the paper beside it; the new version is what prints', async () => {
  const id = idOf('alone-visits');
  const pc = await openPage(browser, office, { role: 'department_clerk', as: { department: 'civil' } });
  pc.setDefaultTimeout(20_000);
  await pc.goto(`/ledgers/${id}/design`);
  const sheet = pc.locator('img.lg-sheet');
  await sheet.waitFor();
  const before = await sheet.getAttribute('src');
  await pc.getByLabel('表名').fill('和安街道独居老人月探访表');
  await expect.poll(() => sheet.getAttribute('src'), { timeout: 15_000 }).not.toBe(before);
  await look(pc, 'design-1366');
  await button(pc, '存为新的一版').click();
  await pc.getByText('已存为第 2 版').waitFor();
  const text = await printed(await clerkOf('civil'), id, ofC01(), 'paper-designed');
  expect(text).toContain('和安街道独居老人月探访表');
  expect(text).toMatch(/王秀英.*\b165\s+92\b/);
  await pc.context().close();
});

test('an inspection pack is put together on the page and comes as one archive', async () => {
  const pc = await openPage(browser, office, { role: 'department_clerk', as: { department: 'civil' } });
  pc.setDefaultTimeout(30_000);
  await pc.goto('/ledgers/exports');
  await pc.getByText('独居老人探访记录').first().click();
  await pc.getByText('迎检', { exact: true }).click();
  await look(pc, 'pack-1366');
  await button(pc, '做迎检包').click();
  const save = button(pc, '保存文件');
  await save.waitFor();
  await look(pc, 'pack-done-1366');
  const [download] = await Promise.all([pc.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const names = (await readFile(await download.path())).toString('utf8');
  for (const part of ['00-目录.pdf', '01-独居老人探访记录', '第1份.pdf']) expect(names).toContain(part);
  await pc.context().close();
});
