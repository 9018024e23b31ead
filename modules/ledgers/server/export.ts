import { CSV_MARK, type CsvValue, csvLine, type WorkbookForm } from '#engines/sheets';
import type { Actor } from '#platform/contract/actor.ts';
import type { Database, Db } from '#platform/database/database.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { fileTypes } from '../contract/words.ts';
import type { Column } from '../domain/definition.ts';
import { cellValue } from '../domain/format.ts';
import { summaryTotals } from '../domain/summary.ts';
import { openValue, summaryTexts } from './cells.ts';
import { readSummaryRows } from './page.ts';
import { formOf, paperRows, printForm, type Taker } from './print.ts';
import type { Opened } from './reader.ts';
import { streamFrom } from './row-stream.ts';
import { type Row, streamRows } from './rows.ts';
import { workbookOf } from './workbook.ts';

export interface ExportParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly fontDirs: readonly string[];
}

export interface ExportTask {
  readonly who: Actor;
  readonly opened: Opened;
  readonly taker: Taker;
  readonly signal: AbortSignal;
  /** Told how far it is, from 0 to 1. */
  readonly report?: (part: number) => void;
}

type Reply = Omit<RawReply, 'name'> & { readonly pages?: number };

export const sheetValues = (
  row: Row,
  number: number,
  { ledger, words }: Opened,
  secrets: Secrets,
): (string | number | null)[] =>
  ledger.definition.columns.map((column, index) =>
    'serial' in column.shows
      ? number
      : cellValue(column, openValue(column, row.values[index] ?? null, secrets), words.dictionary),
  );

export const summaryValues = (
  columns: readonly Column[],
  values: readonly (string | number | null)[],
  number: number | null,
) => {
  const texts = summaryTexts(values, number, columns);
  // Counts stay numbers; percentages and months read as they print.
  return columns.map(({ shows }, index) => ('count' in shows ? Number(values[index]) : (texts[index] ?? '')));
};

const workbookRows = async (
  tx: Db,
  opened: Opened,
  secrets: Secrets,
): Promise<Pick<WorkbookForm, 'totals'> & { rows: (string | number | null)[][] }> => {
  const { columns, grain } = opened.ledger.definition;
  if (grain === 'summary') {
    const rows = await readSummaryRows(tx, opened);
    return {
      rows: rows.map(({ values }, index) => summaryValues(columns, values, index + 1)),
      totals: summaryValues(columns, summaryTotals(columns, rows), null),
    };
  }
  const rows: (string | number | null)[][] = [];
  for await (const part of streamRows(tx, opened.view, columns, opened.order))
    for (const row of part) rows.push(sheetValues(row, rows.length + 1, opened, secrets));
  return { rows };
};

/** The fixed form; typeset in a thread of its own. */
const asPdf = async (
  { db, secrets, fontDirs }: ExportParts,
  { who, opened, taker, signal, report }: ExportTask,
): Promise<Reply> => {
  const rows = await db.read(who, (tx) => paperRows(tx, opened, secrets));
  const { pdf, pages } = await printForm(formOf(opened, rows, taker), {
    fontDirs,
    signal,
    onProgress: report && ((done, all) => report(done / Math.max(1, all))),
  });
  return { type: fileTypes.pdf, content: pdf as Uint8Array<ArrayBuffer>, pages };
};

const asWorkbook = async (
  { db, secrets }: ExportParts,
  { who, opened, taker, signal }: ExportTask,
): Promise<Reply> => {
  const rows = await db.read(who, (tx) => workbookRows(tx, opened, secrets));
  const form: WorkbookForm = { ...formOf(opened, { rows: [], totals: null }, taker), ...rows };
  return {
    type: fileTypes.xlsx,
    content: await workbookOf(form, signal),
  };
};

/** One header line: the header cells above a column joined by "/", as `qz sheet` reads them. */
const csvHeader = (columns: readonly Column[]): string => csvLine(columns.map(({ path }) => path.join('/')));

async function* csvLines(tx: Db, opened: Opened, secrets: Secrets): AsyncGenerator<string> {
  const { columns, grain } = opened.ledger.definition;
  yield CSV_MARK + csvHeader(columns);
  if (grain === 'summary') {
    const { rows } = await workbookRows(tx, opened, secrets);
    yield rows.map((row) => csvLine(row as CsvValue[])).join('');
    return;
  }
  let number = 0;
  for await (const part of streamRows(tx, opened.view, columns, opened.order))
    yield part.map((row) => csvLine(sheetValues(row, ++number, opened, secrets))).join('');
}

export const csvType = `${fileTypes.csv}; charset=utf-8`;

/** Leaves the server line by line as the database gives it: however long, it never stands in memory. */
const asCsv = ({ db, secrets }: ExportParts, { who, opened }: ExportTask): Reply => ({
  type: csvType,
  content: streamFrom(db, who, (tx) => csvLines(tx, opened, secrets)).pipeThrough(new TextEncoderStream()),
});

/** A ledger's rows as a file. */
export const exportAs = async (
  as: 'pdf' | 'xlsx' | 'csv',
  parts: ExportParts,
  task: ExportTask,
): Promise<Reply> => {
  if (as === 'pdf') return asPdf(parts, task);
  return as === 'xlsx' ? asWorkbook(parts, task) : asCsv(parts, task);
};
