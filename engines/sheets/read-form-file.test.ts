import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from './form/read-form.ts';
import {
  cellOf,
  type FormSheet,
  readFormFile,
  readFormSheets,
  readTable,
  type WorkbookForm,
  type WorkbookValue,
  writeFormWorkbook,
} from './index.ts';
import { readRaw } from './read-raw.ts';
import { sheetRow, workbookFiles, zipOf } from './zip-files.ts';

const fixture = (): Promise<Uint8Array> => readFile(new URL('./fixtures/forms.xls', import.meta.url));

test('an old .xls is read as a form: the first sheet, or the one asked for', async () => {
  const bytes = await fixture();
  const first = await readFormFile(bytes);
  expect(first.sheets.map(({ name }) => name)).toEqual(['随访', '汇总', '一户一档']);
  expect(first.form).toMatchObject({
    form: 'list',
    title: '高血压患者随访登记表',
    headerRows: [4, 6],
    totalsRow: 13,
  });
  expect(first.form?.rows[2]).toMatchObject({ 姓名: '李建国', '随访情况/日期': '2026-03-19' });
  expect((await readFormFile(bytes, '一户一档')).form?.form).toBe('card');
  expect((await readFormFile(bytes, '没有')).form).toBeNull();
});

test('a hidden sheet before the form is passed over, hidden rows are read', async () => {
  const row = (number: number, a: string, b: string, more = '') =>
    `<row r="${number}"${more}><c r="A${number}" t="inlineStr"><is><t>${a}</t></is></c><c r="B${number}" t="inlineStr"><is><t>${b}</t></is></c></row>`;
  const xml = `<sheetData>${row(1, '姓名', '电话')}${row(2, '王秀英', '13800000000', ' hidden="1"')}${row(3, '李建国', '13900000000')}</sheetData>`;
  const { form } = await readFormFile(zipOf(workbookFiles(xml)));
  expect(form?.rows.map(({ 姓名 }) => 姓名)).toEqual(['王秀英', '李建国']);
});

test('a CSV as Excel in China saves it is a form like any other', async () => {
  const { form } = await readFormFile(
    Buffer.from('姓名,走访日期,人数\r\n王秀英,2026.3.1,3人\r\n李建国,3.12,一\r\n'),
  );
  expect(form?.rows).toEqual([
    { 姓名: '王秀英', 走访日期: '2026-03-01', 人数: 3 },
    { 姓名: '李建国', 走访日期: '2026-03-12', 人数: 1 },
  ]);
});

test.each([
  ['nothing at all', '<sheetData/>', []],
  ['one word', sheetRow('<c r="B1" t="inlineStr"><is><t>待补</t></is></c>'), []],
])('a sheet with %s is no form, and says so', async (_what, xml, columns) => {
  const { form } = await readFormFile(zipOf(workbookFiles(xml)));
  expect(form).toMatchObject({ columns, rows: [], headerRows: null });
});

const value: fc.Arbitrary<WorkbookValue> = fc.oneof(
  fc.constantFrom('王秀英', '独居', '和安路12弄3号502室', '=1+1', '无'),
  fc.constant(''),
);
const written = fc.record({
  rows: fc.array(
    fc.tuple(
      fc.constantFrom('王秀英', '李建国', '张桂芳'),
      value,
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      fc.integer({ min: 60, max: 220 }),
    ),
    { minLength: 1, maxLength: 40 },
  ),
  rowsPerPage: fc.integer({ min: 5, max: 25 }),
  totals: fc.boolean(),
  footer: fc.boolean(),
});

test('what our own workbook of a ledger holds is read back from it', async () => {
  await fc.assert(
    fc.asyncProperty(written, async ({ rows, rowsPerPage, totals, footer }) => {
      const records = rows.map(
        ([name, note, day, pressure], index) =>
          [index + 1, name, note, day.toISOString().slice(0, 10), pressure] as const,
      );
      const form: WorkbookForm = {
        title: '高血压患者随访登记表',
        paper: { size: 'A4', orientation: 'landscape' },
        meta: { left: ['居委会：和安一居'], right: ['2026年11月'] },
        header: [
          { label: '序号' },
          { label: '姓名' },
          {
            label: '随访情况',
            children: [
              { label: '结果' },
              { label: '日期' },
              { label: '血压(mmHg)', children: [{ label: '收缩压' }] },
            ],
          },
        ],
        rowsPerPage,
        rows: records,
        ...(totals ? { totals: ['合计', '', '', '', 12] } : {}),
        footer: footer ? ['填表人：李燕', '审核人：'] : [],
        lang: 'zh',
      };
      const [sheet] = await readRaw(await writeFormWorkbook(form), {
        maxRows: 1000,
        maxColumns: 50,
        maxUnpacked: 20_000_000,
      });
      const read = readForm(sheet as NonNullable<typeof sheet>);
      expect(read.title).toBe(form.title);
      expect(read.rows.map((row) => Object.values(row))).toEqual(
        records.map((record) => record.map((each) => (each === '' ? null : each))),
      );
      expect(read.notUnderstood).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('every value says which cell it was read from, also of lists printed side by side', async () => {
  const bytes = Buffer.from(
    '走访登记表,,,,\n姓名,走访日期,,姓名,走访日期\n王秀英,2026.3.1,,张桂芳,2026.3.2\n李建国,2026.3.3,,,\n',
  );
  const [sheet] = await readFormSheets(bytes);
  const { form, cells } = sheet as FormSheet;
  expect(form).toEqual((await readFormFile(bytes)).form);
  expect(form.rows.map(({ 姓名 }, row) => [姓名, cellOf(cells, row, 0), cellOf(cells, row, 1)])).toEqual([
    ['王秀英', 'A3', 'B3'],
    ['李建国', 'A4', 'B4'],
    ['张桂芳', 'D3', 'E3'],
  ]);
});

test('a workbook is read sheet by sheet as each is read alone; a card says where each answer is', async () => {
  const bytes = await fixture();
  const sheets = await readFormSheets(bytes);
  for (const { name, form } of sheets) expect(form).toEqual((await readFormFile(bytes, name)).form);
  const table = (await readTable(bytes)).sheets[2];
  const card = sheets[2] as FormSheet;
  for (const [index, { path }] of card.form.columns.entries()) {
    const address = cellOf(card.cells, 0, index);
    const cell = table?.rows.flat().find((one) => one.address === address);
    if (typeof card.form.rows[0]?.[path] === 'string' && card.form.columns[index]?.type === 'text')
      expect(cell?.text).toContain(card.form.rows[0]?.[path]);
  }
});
