import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from './form/read-form.ts';
import { readFormFile, type WorkbookForm, type WorkbookValue, writeFormWorkbook } from './index.ts';
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
