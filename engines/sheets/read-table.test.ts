import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import {
  type Cell,
  cellAddress,
  readTable,
  type WorkbookForm,
  writeCsv,
  writeFormWorkbook,
} from './index.ts';
import { sheetRow, workbookFiles, zipOf } from './zip-files.ts';

type Value = string | number | boolean | Date | null;
const read = async (rows: Value[][]): Promise<readonly (readonly Cell[])[]> =>
  (await readTable(await writeXlsx({ sheets: [{ name: '居民', rows }] }))).sheets[0]?.rows ?? [];
const csv = async (bytes: Uint8Array): Promise<string[][]> =>
  (await readTable(bytes)).sheets[0]?.rows.map((row) => row.map(({ text }) => text)) ?? [];

test('values keep their kind and know their address', async () => {
  const [, second] = await read([
    ['姓名', '收缩压', '独居', '日期', '编号'],
    ['王秀英', 138, true, new Date(Date.UTC(2026, 10, 25)), '007'],
  ]);
  expect(second).toEqual([
    { address: 'A2', value: '王秀英', text: '王秀英' },
    { address: 'B2', value: 138, text: '138' },
    { address: 'C2', value: true, text: 'TRUE' },
    { address: 'D2', value: '2026-11-25', text: '2026-11-25' },
    { address: 'E2', value: '007', text: '007' },
  ]);
});

test('an ID number typed as a number has lost its last digits and is flagged by cell', async () => {
  const xml = sheetRow('<c r="A1"><v>310106195001011234</v></c><c r="B1"><v>13800000000</v></c>');
  const { sheets } = await readTable(zipOf(workbookFiles(xml)));
  expect(sheets[0]?.rows[0]?.map(({ problem }) => problem)).toEqual(['digits-lost', undefined]);
});

test('an ID number as text keeps all its digits', async () => {
  expect((await read([['31010619500101123X', '310106195001011234']]))[0]?.map(({ text }) => text)).toEqual([
    '31010619500101123X',
    '310106195001011234',
  ]);
});

test('a formula gives the value last shown, an error is said by cell', async () => {
  const xml = sheetRow('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
  const { sheets } = await readTable(zipOf(workbookFiles(xml)));
  expect(sheets[0]?.rows[0]).toEqual([
    { address: 'A1', value: 2, text: '2' },
    { address: 'B1', value: null, text: '#DIV/0!', problem: 'formula-error' },
  ]);
});

test('merged cells are told', async () => {
  const xml = `${sheetRow('<c r="A1"><v>1</v></c>')}<mergeCells><mergeCell ref="A1:C2"/></mergeCells>`;
  const { sheets } = await readTable(zipOf(workbookFiles(xml)));
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
});

test('addresses are the ones the office reads on the screen', () => {
  expect([
    cellAddress(6, 2),
    cellAddress(0, 25),
    cellAddress(0, 26),
    cellAddress(9, 701),
    cellAddress(0, 702),
  ]).toEqual(['C7', 'Z1', 'AA1', 'ZZ10', 'AAA1']);
});

test('a CSV is read in UTF-8 with and without its mark, and in GB 18030', async () => {
  const wanted = [
    ['姓名', '住址'],
    ['王秀英', '3号楼502'],
  ];
  const utf8 = Buffer.from('姓名,住址\r\n王秀英,3号楼502\r\n');
  const gb = Buffer.from('d0d5c3fb2cd7a1d6b70d0acdf5d0e3d3a22c33bac5c2a53530320d0a', 'hex');
  for (const bytes of [utf8, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), gb])
    expect(await csv(bytes)).toEqual(wanted);
});

test('a CSV keeps line breaks in quotes, leading zeros and other separators', async () => {
  expect(await csv(Buffer.from('a;b\n"x\ny";007\n'))).toEqual([
    ['a', 'b'],
    ['x\ny', '007'],
  ]);
  expect(await csv(Buffer.from('a\tb\n1\t=2\n'))).toEqual([
    ['a', 'b'],
    ['1', '=2'],
  ]);
});

test('an old .xls is read like any other', async () => {
  const { sheets } = await readTable(await readFile(new URL('./fixtures/residents.xls', import.meta.url)));
  expect(sheets[0]?.name).toBe('居民');
  expect(sheets[0]?.rows[2]?.map(({ value }) => value)).toEqual([
    '王秀英',
    '31010619450203002X',
    '1945-02-03',
    138,
  ]);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
});

const text = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 8 })
    .map((value) => value.replace(/[\0\ufeff\ufffe\uffff]/g, '').toWellFormed()),
  fc.constantFrom('=1+1', "'=1", '+86', '-5', '-x', '@x', '"', ',', '\n', '＝1', ' a ', '王秀英', '007'),
);
const table = fc
  .array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((rows) => rows.map((row) => ['x', ...row, 'x'].slice(0, 4).concat('x')))
  .map((rows) => rows.map((row) => [...row, ...Array.from({ length: 5 - row.length }, () => 'x')]));

test('what is exported as CSV comes in again unchanged', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const all = [['甲', '乙', '丙', '丁', '戊'], ...rows];
      expect(readCsv(decodeText(Buffer.from(writeCsv(all[0] ?? [], rows))))).toEqual(all);
    }),
    { numRuns: 300 },
  );
});

test('what is exported as a workbook comes in again unchanged', async () => {
  const rows = [
    ['=1+1', "'=1", '+86', '-5', ' a '],
    ['"', ',', '一\n二', '007', '𠮷'],
  ];
  const form: WorkbookForm = {
    title: '册',
    paper: { size: 'A4', orientation: 'portrait' },
    meta: { left: [], right: [] },
    header: ['甲', '乙', '丙', '丁', '戊'].map((label) => ({ label })),
    rowsPerPage: 2,
    rows,
    footer: [],
    lang: 'zh',
  };
  const { sheets } = await readTable(await writeFormWorkbook(form));
  expect(sheets[0]?.rows.slice(3).map((row) => row.map(({ text }) => text))).toEqual(rows);
});
