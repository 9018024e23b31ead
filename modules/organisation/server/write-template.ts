import type { Worksheet } from 'exceljs';
import { departmentKinds, posts } from '../domain/posts.ts';
import type { Columns } from '../domain/read-sheet.ts';
import { sheets } from '../domain/workbook-columns.ts';

const notes: readonly string[] = [
  '三张表可以只填其中几张；列的先后不限。',
  '编号是识别部门和居委会的依据：同一编号再次导入就是修改。',
  '干部按“所属＋姓名”识别；“所属”填居委会或部门的名称、简称或编号。',
  `职务可填：${Object.values(posts).join('、')}；多个用顿号隔开。`,
  '路程是从居委会到街道的分钟数。',
  '表里没有写到的部门、居委会、干部，导入后保持原样。',
];

/** A sheet of titles; all its cells are text, so that a phone number or code keeps its zeros. */
const addTitles = (sheet: Worksheet, columns: Columns): void => {
  const titles = Object.values(columns);
  sheet.columns = titles.map(({ title }) => ({ width: title.length * 2 + 14, style: { numFmt: '@' } }));
  const header = sheet.addRow(titles.map(({ title, needed }) => (needed ? `${title}*` : title)));
  header.font = { bold: true };
};

/** The empty workbook to fill in: three sheets of titles, and one that explains. */
export const writeOrganisationTemplate = async (): Promise<Uint8Array> => {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  for (const { title, columns } of Object.values(sheets))
    addTitles(book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] }), columns);
  const kinds = `"${Object.values(departmentKinds).join(',')}"`;
  const departments = book.getWorksheet(sheets.departments.title);
  for (let row = 2; departments && row <= 60; row += 1)
    departments.getCell(row, 3).dataValidation = { type: 'list', allowBlank: true, formulae: [kinds] };
  const explanation = book.addWorksheet('说明');
  explanation.columns = [{ width: 80 }];
  for (const note of notes) explanation.addRow([note]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
