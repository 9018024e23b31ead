import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { FillRefusal, fillForm, readFormFile, SheetRefusal } from '../index.ts';
import { workbookFiles, zipOf } from '../zip-files.ts';
import { openZip } from '../zip-parts.ts';
import { departmentFile } from './department-file.ts';

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    姓名: `王秀英${index + 1}`,
    随访日期: { date: `2026-11-${String((index % 28) + 1).padStart(2, '0')}` },
    收缩压: 130 + index,
    舒张压: 80,
    备注: index % 2 === 1 ? '=1+1 & <复查>' : null,
  }));

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
};

const filled = async (ready: number, count: number) => {
  const template = await departmentFile({ ready });
  const bytes = await fillForm(template, { rows: records(count), cells: { A2: '填报单位：和安一居' } });
  const workbook = await open(bytes);
  return { template, bytes, sheet: workbook.getWorksheet('随访') as ExcelJS.Worksheet, workbook };
};

test.each([
  [4, 9],
  [4, 4],
  [6, 2],
  [1, 3],
  [2, 500],
])('a form with %i ruled rows takes %i records, and they are read back', async (ready, count) => {
  const { bytes } = await filled(ready, count);
  const { form } = await readFormFile(bytes);
  const rows = form?.rows.filter(({ 姓名 }) => 姓名 !== null) ?? [];
  expect(rows).toHaveLength(count);
  expect(rows.at(-1)).toMatchObject({ 序号: count, 姓名: `王秀英${count}`, 收缩压: 129 + count, 舒张压: 80 });
  expect(rows[1]?.备注).toBe('=1+1 & <复查>');
  expect(rows[0]?.随访日期).toBe('2026-11-01');
  expect(form?.totalsRow).toBe(5 + Math.max(ready, count));
});

test('all of a part that is not touched is the same byte for byte', async () => {
  const { template, bytes } = await filled(4, 4);
  const [before, after] = [openZip(template), openZip(bytes)];
  expect(after.names).toEqual(before.names);
  for (const name of before.names)
    if (!/sheet1\.xml$|workbook\.xml$/.test(name)) expect(after.text(name), name).toBe(before.text(name));
});

test('borders, heights, merges and print set-up go on in the rows that were made', async () => {
  const { sheet } = await filled(4, 9);
  expect(sheet.getCell('B9').border.top?.style).toBe('thin');
  expect(sheet.getCell('B13').border.bottom?.style).toBe('medium');
  expect(sheet.getRow(10).height).toBe(24);
  expect(sheet.getCell('C14').master.address).toBe('A14');
  expect(sheet.getCell('A3').isMerged).toBe(true);
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    printTitlesRow: '1:4',
    printArea: 'A1:G16',
  });
  expect(sheet.headerFooter.oddFooter).toContain('第 &P 页');
});

test('formulas take the new rows in: the total, each row, and the other sheet', async () => {
  const { sheet, workbook } = await filled(4, 9);
  expect(sheet.getCell('D14').formula).toBe('SUM(D5:D13)');
  expect(sheet.getCell('F11').formula).toBe('D11+E11');
  expect(workbook.getWorksheet('汇总')?.getCell('A1').formula).toBe('SUM(随访!D5:D13)');
});

test('plain formulas hold what they give, for previews that work nothing out', async () => {
  const { form } = await readFormFile((await filled(4, 9)).bytes);
  expect(form?.rows.map((row) => row.合计)).toEqual(records(9).map(({ 收缩压, 舒张压 }) => 收缩压 + 舒张压));
  const { sheet } = await filled(4, 9);
  expect(sheet.getCell('D14').result).toBe(records(9).reduce((sum, { 收缩压 }) => sum + 收缩压, 0));
});

test('a drawn seal stays in the file and moves down with the signatures', async () => {
  const drawing = openZip((await filled(4, 9)).bytes).text('xl/drawings/drawing1.xml') ?? '';
  expect(drawing).toContain('街道民政办');
  expect([...drawing.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => Number(row))).toEqual([15, 20]);
  const unmoved = openZip((await filled(4, 2)).bytes).text('xl/drawings/drawing1.xml') ?? '';
  expect([...unmoved.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => Number(row))).toEqual([10, 15]);
});

test('text that begins like a formula goes in as text, and a date into a cell that shows dates', async () => {
  const { sheet } = await filled(4, 4);
  expect(sheet.getCell('G6').type).toBe(ExcelJS.ValueType.String);
  expect(sheet.getCell('C5').value).toEqual(new Date('2026-11-01T00:00:00Z'));
  expect(sheet.getCell('A2').value).toBe('填报单位：和安一居');
});

test('rows filled before are emptied, and the ruled rows stay', async () => {
  const { bytes } = await filled(4, 4);
  const again = await fillForm(bytes, { rows: records(1) });
  const { form } = await readFormFile(again);
  expect(form?.rows.map(({ 姓名 }) => 姓名)).toEqual(['王秀英1']);
  const sheet = (await open(again)).getWorksheet('随访');
  expect(sheet?.getCell('B8').border.bottom?.style).toBe('medium');
});

test('a card takes one row of answers', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('卡');
  sheet.addRow(['居民登记卡']);
  sheet.addRow(['姓名', '', '性别', '']);
  sheet.addRow(['出生日期', '', '联系电话', '']);
  const template = new Uint8Array(await workbook.xlsx.writeBuffer());
  const bytes = await fillForm(template, { rows: [{ 姓名: '王秀英', 联系电话: '13800000000' }] });
  expect((await readFormFile(bytes)).form?.rows).toEqual([
    { 姓名: '王秀英', 性别: null, 出生日期: null, 联系电话: '13800000000' },
  ]);
});

test.each<[string, string, () => Promise<unknown>]>([
  [
    'a column the template has not',
    'no-such-column',
    async () => fillForm(await departmentFile({ ready: 3 }), { rows: [{ 血糖: 5 }] }),
  ],
  [
    'a sheet it has not',
    'no-such-sheet',
    async () => fillForm(await departmentFile({ ready: 3 }), { sheet: '七月', rows: [] }),
  ],
  ['an empty sheet', 'no-form', async () => fillForm(zipOf(workbookFiles('<sheetData/>')), { rows: [] })],
  [
    'a total right below the header',
    'no-place-for-rows',
    async () => fillForm(await departmentFile({ ready: 0 }), { rows: records(1) }),
  ],
  [
    'an old .xls',
    'unsupported-format',
    () => fillForm(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), { rows: [] }),
  ],
  [
    'a broken file',
    'damaged',
    async () => fillForm((await departmentFile({ ready: 3 })).subarray(0, 2000), { rows: [] }),
  ],
])('%s is refused as %s', async (_what, code, fill) => {
  const refused = await fill().catch((error: unknown) => error);
  expect(refused).toMatchObject({ code });
  expect([FillRefusal, SheetRefusal].some((kind) => refused instanceof kind)).toBe(true);
});
