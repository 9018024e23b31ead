import { writeXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { type Office, startOffice } from '#test/office.ts';
import { openBrowser, openPage } from './browser.ts';
import { look } from './look.ts';

let office: Office;
let original: Awaited<ReturnType<typeof file>>;
let pc: Page;
let phone: Page;
const today = officeDay();
const day = today.endsWith('-01') ? today : addDays(today, -1);
const written = (iso: string): string => `${Number(iso.slice(5, 7))}.${Number(iso.slice(8))}`;

/** 老龄办's own form as it lies on their PC: merged header, a unit line, a remark among the rows, totals, signatures. */
const workbook = async (sheet: string): Promise<Buffer> => {
  const rows = [
    [`${today.slice(0, 4)}年独居老人探访登记表`],
    ['填报单位：和安一居', '', '', '', '', '', `${today.slice(0, 4)}年${Number(today.slice(5, 7))}月`],
    ['序号', '基本情况', '', '', '探访情况', '', '', '阳台花草', '老人签名'],
    ['', '姓名', '出生日期', '住址', '日期', '血压(mmHg)', '', '', ''],
    ['', '', '', '', '', '高压', '低压', '', ''],
    [1, '王秀英', '1942.3.5', '3号楼502室', written(day), 138, 82, '月季三盆', ''],
    [2, '陈吉祥', '1939年5月6日', '2号楼201', written(day), 142, 88, '', ''],
    ['（以下为新搬来的）'],
    [3, '赵新来', '1955-02-03', '6号楼601', written(today), 228, 110, '吊兰', ''],
    ['合计', '3人'],
    ['填表人：李燕', '', '', '审核人：', '', '', today],
  ];
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    startRow,
    startCol,
    endRow,
    endCol,
  });
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: sheet,
          rows,
          merges: [
            merge(0, 0, 0, 8),
            merge(2, 0, 4, 0),
            merge(2, 1, 2, 3),
            merge(3, 1, 4, 1),
            merge(3, 2, 4, 2),
            merge(3, 3, 4, 3),
            merge(2, 4, 2, 6),
            merge(3, 4, 4, 4),
            merge(3, 5, 3, 6),
            merge(2, 7, 4, 7),
            merge(2, 8, 4, 8),
          ],
        },
      ],
    }),
  );
};
const file = async (sheet = '探访') => ({
  name: '探访登记表.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await workbook(sheet),
});

beforeAll(async () => {
  original = await file();
  office = await startOffice({ listening: true });
  const who = { subdistrict: office.ids.subdistrict };
  const person = { sex: '2', attributes: {}, sealed: {} };
  await office.platform.db.transaction(who, (tx) =>
    office.app.modules.registers.plant(tx, who, office.ids.committees.c01 ?? '', [
      { ...person, name: '王秀英', birth: '1942-03-05', building: '3', room: '502' },
      { ...person, name: '陈吉祥', birth: '1939-05-06', building: '2', room: '201' },
    ]),
  );
  const browser = await openBrowser();
  pc = await openPage(browser, office, { size: 'pc', role: 'department_clerk' });
  phone = await openPage(browser, office, { size: 'phone', role: 'committee_member' });
  for (const page of [pc, phone]) page.setDefaultTimeout(30_000);
});

test('a department’s workbook is read, beside it what was not, and its columns are confirmed', async () => {
  await pc.goto('/ledgers');
  await pc.getByRole('link', { name: '导入在用的表' }).click();
  await look(pc, 'form-upload-1366');
  await pc.setInputFiles('input[type=file]', original);
  await pc.getByRole('heading', { level: 1, name: /独居老人探访登记表/ }).waitFor();
  await pc.getByText('没有读懂的（', { exact: false }).first().waitFor();
  await pc.getByText('（以下为新搬来的）').waitFor();
  await pc.locator('img.lg-sheet').waitFor();
  await look(pc, 'form-read-1366');
  await pc.getByRole('button', { name: '确认，成为台账' }).click();
  await pc.getByText(/已成为台账“独居老人探访登记表”第 1 版/).waitFor();
});

test('who is new and what is unusual is asked, then every row is written once', async () => {
  await pc.getByText('还有 1 行要您定').waitFor();
  await look(pc, 'form-rows-1366');
  await pc.getByRole('button', { name: '加进底册', exact: true }).click();
  await pc.getByRole('button', { name: '确实如此', exact: true }).click();
  await pc.getByRole('dialog').getByText('复测仍是').click();
  await pc.getByRole('button', { name: '就这样定' }).click();
  await pc.getByRole('button', { name: '写入 3 行' }).click();
  await pc.getByText('写成 3 条新记录').waitFor();
  await look(pc, 'form-written-1366');
  await pc.getByRole('link', { name: '看台账' }).click();
  await pc.getByRole('row').filter({ hasText: '赵*来' }).waitFor();
  expect(await pc.getByRole('row').filter({ hasText: '王*英' }).textContent()).toContain('138');
  await pc.locator('img.lg-sheet').waitFor();
  await look(pc, 'form-ledger-1366');
});

test('a new record entered on a phone fills it, its own column too', async () => {
  await phone.goto('/record');
  await phone.getByRole('searchbox').fill('cjx');
  await phone.getByRole('button', { name: /陈\*祥/ }).click();
  await phone.getByText('独居老人探访登记表').first().waitFor();
  await phone.getByLabel('高压').fill('131');
  await phone.getByLabel('低压').fill('79');
  await phone.getByText('更多', { exact: false }).first().click();
  await phone.getByLabel('阳台花草').fill('吊兰两盆');
  await phone.getByRole('button', { name: '记下' }).click();
  await phone.getByText(/少抄 \d+ 格/).waitFor();
  await pc.reload();
  const row = pc.getByRole('row').filter({ hasText: '131' });
  await row.waitFor();
  expect(await row.textContent()).toContain('陈*祥');
});

test('the same file again changes nothing; another with the same rows says they are there', async () => {
  await pc.goto('/ledgers/forms');
  await pc.setInputFiles('input[type=file]', original);
  await pc.getByText('写成 3 条新记录').waitFor();
  await pc.getByRole('link', { name: '导入在用的表' }).click();
  // Saved anew it is another file with the same rows.
  await pc.setInputFiles('input[type=file]', await file('续表'));
  await pc.getByText('列名与“独居老人探访登记表”相同').waitFor();
  await pc.getByRole('button', { name: '确认，接着看各行' }).click();
  await pc.getByText('已有，不动 3').waitFor();
  await pc.getByRole('button', { name: '没有新的，记为已核对' }).waitFor();
  await phone.context().close();
});
