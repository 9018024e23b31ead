import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { writeCsv } from '#engines/sheets';
import { listRecords } from '#modules/records/contract';
import { type Office, startOffice } from '#test/office.ts';
import { openBrowser, openPage } from './browser.ts';
import { handOn } from './hand.ts';
import { look } from './look.ts';

let office: Office;
let phone: Page;
let pc: Page;

const file = (rows: string[][]) => ({
  name: '居民表.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    writeCsv(['室号', '姓名', '朝向', '出生年月', '手机', '楼号', '居住情况', '慢性病'], rows),
  ),
});
const wang = ['502', '王秀英', '南', '1942-03-05', '10000136789', '3号楼', '独居', '高血压'];
const namesake = ['101', '王秀英', '北', '1960-01-01', '', '12', '与家人同住', ''];

beforeAll(async () => {
  office = await startOffice({ listening: true });
  const who = { subdistrict: office.ids.subdistrict };
  await office.platform.db.transaction(who, (tx) => office.app.modules.ledgers.declare(tx, who));
  const browser = await openBrowser();
  pc = await openPage(browser, office, { size: 'pc', role: 'committee_head' });
  phone = await openPage(browser, office, { size: 'phone', role: 'committee_member' });
});

test('a residents’ spreadsheet is mended by cell, then written as a whole', async () => {
  await pc.goto('/residents');
  await pc.getByText('底册里还没有居民').waitFor();
  await look(pc, 'residents-empty-pc');
  await pc.goto('/residents/import');
  await pc.setInputFiles(
    'input[type=file]',
    file([wang, ['502', '', '南', '1942-02-31', '12', '3', '', '']]),
  );
  await pc.getByText('有 3 处要改').waitFor();
  await pc.getByText('B3', { exact: true }).waitFor();
  await look(pc, 'residents-import-wrong-pc');
  await pc.setInputFiles('input[type=file]', file([wang, namesake]));
  await pc.getByRole('button', { name: '写入 2 人' }).click();
  await pc.getByText('已写入：新增 2 人').waitFor();
  await pc.goto('/residents');
  await pc.getByText('共 2 人').waitFor();
  await look(pc, 'residents-pc');
});

test('a blood pressure whose answer was lost is kept, sent again and stored once, in three ledgers', async () => {
  await phone.goto('/');
  const hand = handOn(phone);
  await hand.tap(phone.getByRole('link', { name: '记一件事' }).last());
  await phone.getByRole('searchbox').waitFor();
  await hand.type('wxy');
  await phone.getByText('12号楼101').waitFor();
  await look(phone, 'entry-who-phone');
  await hand.tap(phone.getByText('3号楼502'));
  await phone.getByLabel('高压').waitFor();
  // Only digits are typed: the second field takes over by itself.
  await hand.type('13585');
  await hand.tap(phone.getByText('规律'));
  await look(phone, 'entry-form-phone');
  await phone.route('**/api/records', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await hand.tap(phone.getByRole('button', { name: '记下' }));
  // From Today to saved: 6 s of a slow hand, of the 20 s a visit may take.
  expect([hand.taps, hand.keys, hand.seconds]).toEqual([4, 8, 6]);
  await phone.getByText('没有网络，填的内容都在').waitFor();
  expect(await phone.getByLabel('低压').inputValue()).toBe('85');
  await look(phone, 'entry-kept-phone');
  await phone.unroute('**/api/records');
  await phone.getByRole('button', { name: '再试一次' }).click();
  await phone.getByText('已填入 3 本台账').waitFor();
  await phone.getByText(/少抄 \d+ 格/).waitFor();
  await look(phone, 'entry-saved-phone');
  const { total } = await (await office.as('committee_member')).call(listRecords, { query: {} });
  expect(total).toBe(1);
});

test('an unusual value is asked about before it is sent', async () => {
  await phone.getByRole('button', { name: '记下一位' }).click();
  await phone.getByRole('searchbox').fill('12-101');
  await phone.getByText('12号楼101').click();
  await phone.getByLabel('高压').waitFor();
  // A digit too many begins no second number.
  await phone.keyboard.type('1950');
  expect(await phone.getByLabel('低压').inputValue()).toBe('');
  await phone.keyboard.type('95');
  await phone.getByRole('button', { name: '记下' }).click();
  await phone.getByText('高压 195 少见').waitFor();
  await look(phone, 'entry-unusual-phone');
  await phone.getByText('已复测，属实').click();
  await phone.getByRole('button', { name: '记下' }).click();
  await phone.getByRole('heading', { name: '已记下' }).waitFor();
});

test('a correction keeps the old value; a person is shown in full for a reason', async () => {
  await pc.goto('/records');
  await pc.getByRole('link', { name: /135\/85/ }).click();
  await pc.getByRole('button', { name: '更正' }).click();
  await pc.getByLabel('高压').fill('138');
  await pc.getByLabel('为什么更正').fill('抄错一位');
  await look(pc, 'record-correct-pc');
  await pc.getByRole('button', { name: '保存更正' }).click();
  await pc.getByText('更正过 1 次').waitFor();
  await pc.getByText('135 mmHg', { exact: true }).waitFor();
  await look(pc, 'record-pc');
  await pc.getByRole('link', { name: /这位居民/ }).click();
  await pc.getByText('138/85 mmHg').waitFor();
  await look(pc, 'resident-pc');
  expect(await pc.getByText('王秀英').count()).toBe(0);
  await pc.getByRole('button', { name: '查看完整信息' }).click();
  await pc.getByText('上门走访').click();
  await pc.getByRole('button', { name: '查看', exact: true }).click();
  await pc.getByText('王秀英').waitFor();
  await pc.getByText('10000136789').waitFor();
});

test('Today says how many were recorded and what nobody has to copy', async () => {
  await phone.goto('/');
  await phone.getByText('今天已记 2 件').waitFor();
  await phone.getByText(/自动进入 3 本台账，少抄 \d+ 格/).waitFor();
  await look(phone, 'today-recorded-phone');
});
