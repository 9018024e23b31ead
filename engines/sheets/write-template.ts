import type ExcelJS from 'exceljs';
import { columnLetters } from './cells.ts';

export interface TemplateColumn {
  readonly label: string;
  readonly required?: boolean;
  /** What may stand there; Excel offers these as a list. */
  readonly choices?: readonly string[];
  /** What to write, for the instructions sheet. */
  readonly note?: string;
  /** In characters. */
  readonly width?: number;
}

export interface TemplateNames {
  readonly data: string;
  readonly notes: string;
  readonly choices: string;
  readonly columns: readonly [column: string, required: string, note: string, yes: string];
  readonly examples: string;
}

const ZH: TemplateNames = {
  data: '填写',
  notes: '说明',
  choices: '选项',
  columns: ['列', '必填', '怎么填', '是'],
  examples: '示例（不会导入）',
};

const ROWS = 5000;
const LONGEST_LIST = 250;

/** A short list stands in the rule itself; a long one, or one with commas, in a hidden sheet. */
const listFormula = (workbook: ExcelJS.Workbook, name: string, choices: readonly string[]): string => {
  const inline = choices.join(',');
  if (inline.length <= LONGEST_LIST && !choices.some((choice) => /[,"]/.test(choice))) return `"${inline}"`;
  const sheet = workbook.getWorksheet(name) ?? workbook.addWorksheet(name, { state: 'veryHidden' });
  const column = (sheet.actualColumnCount ?? 0) + 1;
  for (const [index, choice] of choices.entries()) sheet.getCell(index + 1, column).value = choice;
  const letters = columnLetters(column - 1);
  return `'${name}'!$${letters}$1:$${letters}$${choices.length}`;
};

const addDataSheet = (
  workbook: ExcelJS.Workbook,
  columns: readonly TemplateColumn[],
  names: TemplateNames,
): void => {
  const sheet = workbook.addWorksheet(names.data, { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text throughout: an ID number typed here keeps its 18 digits.
  sheet.columns = columns.map(({ label, width }) => ({
    width: width ?? Math.max(12, label.length * 2.4),
    style: { numFmt: '@' },
  }));
  const header = sheet.addRow(columns.map(({ label, required }) => (required ? `${label}*` : label)));
  header.font = { bold: true };
  header.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  for (const [index, { choices }] of columns.entries()) {
    if (!choices || choices.length === 0) continue;
    const letters = columnLetters(index);
    const formulae = [listFormula(workbook, names.choices, choices)];
    validationsOf(sheet).add(`${letters}2:${letters}${ROWS}`, { type: 'list', allowBlank: true, formulae });
  }
};

/** exceljs keeps a rule for a whole range here, which its types leave out; by cell it would write 5,000 rules. */
const validationsOf = (sheet: ExcelJS.Worksheet) =>
  (
    sheet as ExcelJS.Worksheet & {
      dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
    }
  ).dataValidations;

const addNotesSheet = (
  workbook: ExcelJS.Workbook,
  columns: readonly TemplateColumn[],
  examples: readonly (readonly string[])[],
  notes: readonly string[],
  names: TemplateNames,
): void => {
  const sheet = workbook.addWorksheet(names.notes);
  sheet.columns = [{ width: 24 }, { width: 12 }, { width: 60 }];
  for (const note of notes) sheet.addRow([note]);
  sheet.addRow([]);
  const [column, required, how, yes] = names.columns;
  sheet.addRow([column, required, how]).font = { bold: true };
  for (const { label, required: must, note, choices } of columns)
    sheet.addRow([label, must ? yes : '', [note, choices?.join(' / ')].filter(Boolean).join('；')]);
  if (examples.length === 0) return;
  sheet.addRow([]);
  sheet.addRow([names.examples]).font = { bold: true };
  for (const row of [columns.map(({ label }) => label), ...examples]) sheet.addRow([...row]);
};

/**
 * An .xlsx to fill in and import: one sheet with the columns and nothing else, lists where there are choices,
 * and a sheet that explains. Examples stand there, so that no example person is ever imported.
 */
export const writeTemplate = async (
  columns: readonly TemplateColumn[],
  examples: readonly (readonly string[])[],
  notes: readonly string[],
  names: TemplateNames = ZH,
): Promise<Uint8Array> => {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  addDataSheet(workbook, columns, names);
  addNotesSheet(workbook, columns, examples, notes, names);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
