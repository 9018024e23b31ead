import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type ExcelJS from 'exceljs';
import { type Geometry, type HeaderNode, measureForm, type PaperForm } from '#engines/paper';
import { columnLetters } from './cells.ts';

export type WorkbookValue = string | number | null;

/** A paper form whose cells may also be numbers; only what is given as a number becomes one. */
export type WorkbookForm = Omit<PaperForm, 'rows' | 'totals'> & {
  readonly rows: Iterable<readonly WorkbookValue[]>;
  readonly totals?: readonly WorkbookValue[];
};

const THIN: Partial<ExcelJS.Borders> = Object.fromEntries(
  (['top', 'left', 'bottom', 'right'] as const).map((side) => [side, { style: 'thin' }]),
);
const FONT = { name: '宋体', size: 10.5 };
const PAPER = { A4: 9, A3: 8 };
/** A little less than the paper has, so that a printer's own measures never push a column or row over the edge. */
const SAFE = 0.97;

/** Column width in characters of the default font, which are 7 pixels at 96 dpi with 5 around. */
const characters = (mm: number): number => Math.max(2, ((mm * SAFE * 96) / 25.4 - 5) / 7);
const points = (mm: number): number => (mm * SAFE * 72) / 25.4;
const inches = (mm: number): number => mm / 25.4;

const pageFooter = (form: WorkbookForm): string =>
  form.lang === 'zh' ? '&C第 &P 页 共 &N 页' : '&CPage &P of &N';

/** `&` starts a code in a workbook's page header. */
const headerText = (text: string): string => text.replaceAll('&', '&&').slice(0, 200);

/** Never "fit to page": Excel then ignores page breaks, and with them the rows a page. */
const pageSetup = (form: WorkbookForm, { margin, grid }: Geometry): Partial<ExcelJS.PageSetup> => ({
  paperSize: PAPER[form.paper.size],
  orientation: form.paper.orientation,
  scale: 100,
  horizontalCentered: true,
  printTitlesRow: `1:${grid.levels + 2}`,
  margins: {
    left: inches(margin.x),
    right: inches(margin.x),
    top: inches(margin.top),
    bottom: inches(margin.bottom),
    header: inches(margin.top / 2),
    footer: inches(margin.bottom / 2),
  },
});

const addTopLines = (sheet: ExcelJS.Worksheet, form: WorkbookForm, columns: number): void => {
  const last = columnLetters(columns - 1);
  const title = sheet.addRow([form.title]);
  title.height = 34;
  title.getCell(1).style = {
    font: { ...FONT, size: 18 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  };
  if (columns > 1) sheet.mergeCells(`A1:${last}1`);
  title.commit();
  const meta = sheet.addRow([form.meta.left.join('　　')]);
  meta.height = 20;
  const right = form.meta.right.join('　　');
  if (columns > 1) {
    meta.getCell(columns).value = right;
    meta.getCell(columns).style = { font: FONT, alignment: { horizontal: 'right', vertical: 'middle' } };
  }
  meta.getCell(1).style = { font: FONT, alignment: { horizontal: 'left', vertical: 'middle' } };
  meta.commit();
};

const addHeader = (sheet: ExcelJS.Worksheet, { grid, headerHeights }: Geometry): void => {
  const { cells, levels, leaves } = grid;
  const top = 3;
  for (let level = 0; level < levels; level += 1) {
    const row = sheet.addRow([]);
    row.height = points(headerHeights[level] ?? 8);
    for (let column = 1; column <= leaves.length; column += 1)
      row.getCell(column).style = {
        font: FONT,
        border: THIN,
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      };
  }
  for (const { label, x, y, colspan, rowspan } of cells) {
    sheet.getCell(top + y, x + 1).value = label;
    if (colspan * rowspan > 1) sheet.mergeCells(top + y, x + 1, top + y + rowspan - 1, x + colspan);
  }
};

const rowStyles = (leaves: readonly HeaderNode[]): Partial<ExcelJS.Style>[] =>
  leaves.map((leaf) => ({
    font: FONT,
    border: THIN,
    alignment: { horizontal: leaf.align ?? 'center', vertical: 'middle', wrapText: true },
  }));

const addRow = (
  sheet: ExcelJS.Worksheet,
  values: readonly WorkbookValue[],
  styles: readonly Partial<ExcelJS.Style>[],
  height: number,
): ExcelJS.Row => {
  const row = sheet.addRow([]);
  row.height = height;
  for (const [index, style] of styles.entries()) {
    const value = values[index] ?? null;
    const cell = row.getCell(index + 1);
    if (value !== '') cell.value = value;
    // Text format keeps an ID number whole, and keeps "=1+1" text when somebody edits the cell.
    cell.style = typeof value === 'number' ? style : { ...style, numFmt: '@' };
  }
  return row;
};

const addRows = (sheet: ExcelJS.Worksheet, form: WorkbookForm, geometry: Geometry): void => {
  const styles = rowStyles(geometry.grid.leaves);
  const height = points(geometry.rowHeight);
  let written = 0;
  let pending: ExcelJS.Row | undefined;
  for (const values of form.rows) {
    // A break stands after a page's last row, and only when another page follows.
    if (pending && written % form.rowsPerPage === 0) pending.addPageBreak();
    pending?.commit();
    pending = addRow(sheet, values, styles, height);
    written += 1;
  }
  pending?.commit();
  const blank =
    written === 0 ? form.rowsPerPage : (form.rowsPerPage - (written % form.rowsPerPage)) % form.rowsPerPage;
  for (let index = 0; index < blank; index += 1) addRow(sheet, [], styles, height).commit();
  if (form.totals) addRow(sheet, form.totals, styles, height).commit();
};

const addFooter = (sheet: ExcelJS.Worksheet, form: WorkbookForm, columns: number): void => {
  if (form.footer.length === 0) return;
  const row = sheet.addRow([]);
  row.height = 24;
  for (const [index, text] of form.footer.entries()) {
    const column = 1 + Math.floor((index * columns) / form.footer.length);
    const before = row.getCell(column).value;
    row.getCell(column).value = typeof before === 'string' ? `${before}　　${text}` : text;
    row.getCell(column).style = { font: FONT, alignment: { horizontal: 'left', vertical: 'middle' } };
  }
  row.commit();
};

/**
 * The form as .xlsx: merged title and header of any depth, borders, widths, and print set-up (paper, titles
 * repeated, a page break every `rowsPerPage` rows, 第 x 页 共 y 页). Rows are written as they come and are
 * not kept, so a long ledger costs its file and little more.
 *
 * @throws PaperRefusal when the form itself cannot be printed
 */
export const writeFormWorkbook = async (form: WorkbookForm): Promise<Uint8Array> => {
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const geometry = measureForm(form);
  const columns = geometry.grid.leaves.length;
  const sheet = workbook.addWorksheet(sheetName(form.title), {
    pageSetup: pageSetup(form, geometry),
    headerFooter: {
      oddFooter: pageFooter(form),
      ...(form.watermark ? { oddHeader: `&R${headerText(form.watermark)}` } : {}),
    },
    views: [{ state: 'frozen', ySplit: geometry.grid.levels + 2, xSplit: 0 }],
  });
  sheet.columns = geometry.columnWidths.map((mm) => ({ width: characters(mm) }));
  addTopLines(sheet, form, columns);
  addHeader(sheet, geometry);
  addRows(sheet, form, geometry);
  addFooter(sheet, form, columns);
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(await bytes);
};

/** A name a workbook accepts: 31 characters, none of : \ / ? * [ ], no apostrophe at its ends. */
export const sheetName = (title: string): string =>
  Array.from(
    title
      .replace(/[:\\/?*[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim(),
  )
    .slice(0, 31)
    .join('') || 'Sheet1';
