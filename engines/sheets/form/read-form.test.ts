import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readRaw } from '../read-raw.ts';
import { cards } from './drawn-cards.ts';
import { lists } from './drawn-lists.ts';
import { type Drawn, drawnSheet } from './drawn-sheet.ts';
import { summaries } from './drawn-summaries.ts';
import type { ReadForm } from './form.ts';
import { readForm } from './read-form.ts';

const all = [...lists, ...summaries, ...cards];
const named = all.map((drawn) => [drawn.name, drawn] as const);

/** What was read in the shape it is drawn in. */
const shortOf = (form: ReadForm): Omit<Drawn, 'name' | 'drawing'> => ({
  form: form.form,
  title: form.title,
  headerRows: form.headerRows,
  firstDataRow: form.firstDataRow,
  totalsRow: form.totalsRow,
  columns: form.columns
    .map(({ cell, path, type, unit }) => [cell, path, type, ...(unit ? [unit] : [])].join(' '))
    .join(' | '),
  rows: form.rows.map((row) =>
    JSON.stringify(form.columns.map(({ path }) => row[path] ?? null)).slice(1, -1),
  ),
  notUnderstood: form.notUnderstood.map(({ cell, text }) => `${cell} ${text}`),
});

/** The same sheet as a real workbook, with its merges, date cells and formats. */
const workbookOf = async (drawn: Drawn): Promise<Uint8Array> => {
  const { rows, merges } = drawnSheet(drawn.drawing);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  for (const [at, row] of rows.entries())
    for (const [column, raw] of row.entries()) {
      const cell = sheet.getCell(at + 1, column + 1);
      if (raw === null || typeof raw !== 'object') cell.value = raw;
      else if ('date' in raw) {
        cell.value = new Date(`${raw.date}T00:00:00Z`);
        cell.numFmt = 'm"月"d"日"';
      } else if ('number' in raw) {
        cell.value = raw.number;
        cell.numFmt = '0%';
      }
    }
  for (const { top, left, bottom, right } of merges)
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const LIMITS = { maxRows: 1000, maxColumns: 100, maxUnpacked: 10_000_000, formats: true };

test.each(named)('%s', (_name, drawn) => {
  const { name: _, drawing, ...expected } = drawn;
  expect(shortOf(readForm(drawnSheet(drawing)))).toEqual(expected);
});

test.each(named)('%s, from a real workbook', async (_name, drawn) => {
  const { name: _, drawing: __, ...expected } = drawn;
  const [sheet] = await readRaw(await workbookOf(drawn), LIMITS);
  expect(shortOf(readForm(sheet as NonNullable<typeof sheet>))).toEqual(expected);
});
