import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readTable, sheetName, type WorkbookForm, writeFormWorkbook, writeTemplate } from './index.ts';

const form = (rows: (string | number)[][]): WorkbookForm => ({
  title: '高血压患者随访登记表',
  paper: { size: 'A4', orientation: 'landscape' },
  meta: { left: ['居委会：和安一居'], right: ['2026年11月'] },
  header: [
    { label: '序号', width: { mm: 12 } },
    { label: '姓名' },
    {
      label: '随访情况',
      children: [
        { label: '日期' },
        { label: '血压(mmHg)', children: [{ label: '收缩压', align: 'right' }, { label: '舒张压' }] },
      ],
    },
    { label: '备注', align: 'left' },
  ],
  rowsPerPage: 25,
  rows,
  footer: ['填表人：李燕', '审核人：', '2026年11月25日'],
  watermark: '周敏 & 李燕 导出',
  lang: 'zh',
});
const rows = (count: number): (string | number)[][] =>
  Array.from({ length: count }, (_, index) => [index + 1, '王秀英', '2026-11-25', 138, 85, '=1+1']);

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
};

test('title, merged header and rows stand where the paper has them', async () => {
  const { sheets } = await readTable(await writeFormWorkbook(form(rows(2))));
  const sheet = sheets[0];
  const texts = sheet?.rows.map((row) => row.map(({ text }) => text));
  expect(texts?.[0]?.[0]).toBe('高血压患者随访登记表');
  expect(texts?.[1]).toEqual(['居委会：和安一居', '', '', '', '', '2026年11月']);
  expect(texts?.[2]).toContain('随访情况');
  expect(texts?.[4]?.slice(3, 5)).toEqual(['收缩压', '舒张压']);
  expect(sheet?.rows[5]?.map(({ value }) => value)).toEqual([1, '王秀英', '2026-11-25', 138, 85, '=1+1']);
  expect(sheet?.merges).toContainEqual({ top: 2, left: 2, bottom: 2, right: 4 });
  expect(sheet?.merges).toContainEqual({ top: 2, left: 0, bottom: 4, right: 0 });
});

test('it prints as the form: paper, repeated titles, breaks every 25 rows, page x of y, who printed it', async () => {
  const sheet = (await open(await writeFormWorkbook(form(rows(60))))).worksheets[0];
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', scale: 100 });
  expect(sheet?.pageSetup.printTitlesRow).toBe('1:5');
  expect(sheet?.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
  expect(sheet?.headerFooter.oddHeader).toContain('周敏 && 李燕');
});

test('a page break stands after every 25 rows and none after the last page', async () => {
  const breaksOf = async (count: number) =>
    (await readXlsx(await writeFormWorkbook(form(rows(count))))).sheets[0]?.rowBreaks ?? [];
  expect(await breaksOf(60)).toEqual([29, 54]);
  expect(await breaksOf(50)).toEqual([29]);
});

test('the last page is ruled to its end and cells have borders', async () => {
  const sheet = (await open(await writeFormWorkbook(form(rows(3))))).worksheets[0];
  expect(sheet?.getCell('A30').border.bottom?.style).toBe('thin');
  expect(sheet?.getCell('A31').value).toBe('填表人：李燕');
});

test('what begins like a formula leaves as text', async () => {
  const cells = ['=1+1', '+1', '-1', '@x', '=HYPERLINK("http://x")'];
  const sheet = (await open(await writeFormWorkbook(form([cells])))).worksheets[0];
  const values = cells.map((_, index) => sheet?.getRow(6).getCell(index + 1));
  expect(values.map((cell) => cell?.value)).toEqual(cells);
  expect(values.every((cell) => cell?.type === ExcelJS.ValueType.String && cell.numFmt === '@')).toBe(true);
});

test('a title that no sheet may have becomes a name that one may', () => {
  expect(sheetName("'2026/11：[随访]*?'")).toBe('2026 11： 随访');
  expect(sheetName('表'.repeat(40))).toHaveLength(31);
  expect(sheetName('')).toBe('Sheet1');
});

const columns = [
  { label: '姓名', required: true, note: '与身份证一致' },
  { label: '性别', choices: ['男', '女'] },
  { label: '居委会', choices: Array.from({ length: 60 }, (_, index) => `第${index + 1}居民委员会`) },
];

test('a template holds only its header, offers choices and keeps examples apart', async () => {
  const bytes = await writeTemplate(columns, [['王秀英', '女', '']], ['每人一行']);
  const { sheets } = await readTable(bytes);
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['填写', false],
    ['选项', true],
    ['说明', false],
  ]);
  expect(sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([['姓名*', '性别', '居委会']]);
  expect(sheets[2]?.rows.flat().map(({ text }) => text)).toEqual(
    expect.arrayContaining(['每人一行', '王秀英']),
  );
  const sheet = (await open(bytes)).worksheets[0];
  expect(sheet?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ['"男,女"'] });
  expect(sheet?.getCell('C3').dataValidation.formulae).toEqual(["'选项'!$A$1:$A$60"]);
  expect(sheet?.getCell('A2').numFmt ?? sheet?.getColumn(1).numFmt).toBe('@');
});
