import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { writeCsv } from '#engines/sheets';
import { type Office, startOffice } from '#test/office.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';

let office: Office;
let phone: Page;

/** A picture for a person to look at, and nothing for axe to find. */
const look = async (name: string): Promise<void> => {
  await screenshot(phone, name);
  await phone.evaluate(axe.source);
  const found = await phone.evaluate<{ violations: { id: string }[] }>('axe.run()');
  expect(
    found.violations.map(({ id }) => id),
    name,
  ).toEqual([]);
};
const button = (name: string) => phone.getByRole('button', { name, exact: true });
const dialogButton = (name: string) => phone.getByRole('dialog').getByRole('button', { name, exact: true });

beforeAll(async () => {
  office = await startOffice({ listening: true, demonstration: true });
  phone = await openPage(await openBrowser(), office, { size: 'phone', role: 'committee_head' });
});

test('somebody entered twice is found, merged, and the merge is taken back', async () => {
  await phone.goto('/residents');
  await phone.getByText('可能有 1 对重复的居民').waitFor();
  await phone.getByRole('link', { name: '去核对' }).click();
  await phone.getByText('同名、同生日，住址不同').waitFor();
  await look('duplicates-phone');
  await phone
    .getByRole('button', { name: /^保留这一位/ })
    .first()
    .click();
  await phone.getByText(/^已合并/).waitFor();
  await phone.getByText('没有可能重复的居民').waitFor();
  await phone.getByRole('link', { name: '看这一位' }).click();
  await phone.getByRole('heading', { name: '合并进来的' }).waitFor();
  await look('resident-merged-phone');
  await button('撤销合并').click();
  await dialogButton('撤销合并').click();
  await phone
    .getByText(/撤销合并$/)
    .first()
    .waitFor();
  await phone.getByRole('heading', { name: '合并进来的' }).waitFor({ state: 'detached' });
  await phone.goto('/residents/duplicates');
  await phone.getByText('1 对，最像的在前').waitFor();
});

test('who opened a person corrects what is known and sets marks; what stood before is kept', async () => {
  await phone.goto('/residents');
  await phone
    .getByRole('link', { name: /1号楼602/ })
    .first()
    .click();
  await button('查看完整信息').click();
  await phone.getByText('核对台账').click();
  await dialogButton('查看').click();
  await button('更正').click();
  await phone.getByRole('dialog').getByLabel('联系电话', { exact: true }).fill('12');
  await dialogButton('保存').click();
  await phone.getByText('电话号码不对').first().waitFor();
  await phone.getByRole('dialog').getByLabel('联系电话', { exact: true }).fill('10000135555');
  await phone.getByRole('dialog').getByText('糖尿病').click();
  await look('resident-correct-phone');
  await dialogButton('保存').click();
  await phone.getByText('*5555').first().waitFor();
  await phone.getByText(/联系电话：原为 \*\d{4}/).waitFor();
  await button('查看完整信息').click();
  await phone.getByText('核对台账').click();
  await dialogButton('查看').click();
  await button('改标记').click();
  await phone.getByRole('dialog').getByText('志愿者').click();
  await look('resident-marks-phone');
  await dialogButton('保存').click();
  await phone.getByText('志愿者').first().waitFor();
  await look('resident-phone');
});

test('somebody who moved away is in no list any more, and can be taken back', async () => {
  await button('查看完整信息').click();
  await phone.getByText('核对台账').click();
  await dialogButton('查看').click();
  await button('搬走或去世').click();
  await phone.getByRole('dialog').getByText('搬走', { exact: true }).click();
  await look('resident-leave-phone');
  await dialogButton('保存').click();
  await phone.getByText(/^已于 .* 搬走/).waitFor();
  await look('resident-left-phone');
  await phone.goto('/residents?tag=left');
  await phone.getByText('共 1 人').waitFor();
  await look('residents-left-phone');
  await phone.getByRole('link', { name: /1号楼602/ }).click();
  await button('撤销登记').click();
  await phone.getByText(/撤销离开$/).waitFor();
  await phone.getByText(/^已于 .* 搬走/).waitFor({ state: 'detached' });
});

test('people by a mark on health are listed for a reason', async () => {
  await phone.goto('/residents');
  await button('按健康、困难情况找').click();
  await phone.getByLabel('查哪一类').selectOption({ label: '糖尿病' });
  await phone.getByText('上门走访').click();
  await look('guarded-ask-phone');
  await dialogButton('列出来').click();
  await phone.getByRole('heading', { name: '糖尿病，共 1 人' }).waitFor();
  await look('guarded-list-phone');
});

test('households are formed by door, and given a head', async () => {
  await phone.goto('/households');
  await phone.getByText('还有 1 位居民没有归到户').waitFor();
  await button('按住址成户').click();
  await dialogButton('按住址成户').click();
  await phone.getByText('还有 1 位居民没有归到户').waitFor({ state: 'detached' });
  await look('households-phone');
  await phone
    .getByRole('link', { name: /还没有户主/ })
    .first()
    .click();
  await button('改成员和户主').click();
  await phone
    .getByLabel(/与户主关系/)
    .first()
    .selectOption({ label: '户主' });
  await look('household-edit-phone');
  await button('保存').click();
  await button('改成员和户主').waitFor();
  await phone.getByText('户主', { exact: true }).waitFor();
  await look('household-phone');
});

test('a list of shops is mended by cell, written, and found by pinyin', async () => {
  const file = (rows: string[][]) => ({
    name: '商铺.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(writeCsv(['店名', '类别', '楼号', '室号', '店主', '电话'], rows)),
  });
  await phone.goto('/premises/import');
  await phone.setInputFiles('input[type=file]', file([['老虎灶', '火箭', '7', '101', '王秀英', '12']]));
  await phone.getByText('有 2 处要改').waitFor();
  await phone.getByText('B2', { exact: true }).waitFor();
  await look('premises-import-wrong-phone');
  await phone.setInputFiles('input[type=file]', file([['老虎灶', '商铺', '7', '101', '王秀英', '']]));
  await button('写入 1 处').click();
  await phone.getByText('已写入：新增 1 处').waitFor();
  await phone.goto('/premises');
  await phone.getByRole('searchbox').fill('lhz');
  await phone.getByRole('link', { name: /老虎灶/ }).click();
  await phone.getByText('王*英').first().waitFor();
  await look('place-phone');
});
