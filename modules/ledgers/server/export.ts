import { CSV_MARK, csvLine, csvLineOf, type WorkbookHead } from '#engines/sheets';
import type { Actor } from '#platform/contract/actor.ts';
import type { Database, Db } from '#platform/database/database.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { type ExportFormat, fileTypes } from '../contract/words.ts';
import type { Column } from '../domain/definition.ts';
import { columnFormat, type FileValue } from '../domain/format.ts';
import { summaryTotals } from '../domain/summary.ts';
import { summaryTexts } from './cells.ts';
import { csvCells, csvText, fileCells } from './file-cells.ts';
import { intoOwnFile, type OwnKind } from './own-file.ts';
import { readSummaryRows } from './page.ts';
import { formOf, paperRows, paperTotals, printForm, type Taker } from './print.ts';
import type { Opened } from './reader.ts';
import { streamFrom, streamValues } from './row-stream.ts';
import type { SealedFiles } from './sealed-files.ts';
import { workbookOf } from './workbook.ts';

export interface ExportParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly fontDirs: readonly string[];
  readonly store: SealedFiles;
}

export interface ExportTask {
  readonly who: Actor;
  readonly opened: Opened;
  readonly taker: Taker;
  readonly signal: AbortSignal;
  /** Into the department's own file. */
  readonly own?: boolean | undefined;
  /** Told how far it is, from 0 to 1. */
  readonly report?: (part: number) => void;
}

type Reply = Omit<RawReply, 'name'> & { readonly pages?: number };

export const summaryValues = (
  columns: readonly Column[],
  values: readonly (string | number | null)[],
  number: number | null,
) => {
  const texts = summaryTexts(values, number, columns);
  // Counts stay numbers; percentages and months read as they print.
  return columns.map(({ shows }, index) => ('count' in shows ? Number(values[index]) : (texts[index] ?? '')));
};

/** Every row as a file holds it, some at a time. */
async function* fileRows(tx: Db, opened: Opened, secrets: Secrets): AsyncGenerator<FileValue[][]> {
  const { columns, grain } = opened.ledger.definition;
  if (grain === 'summary') {
    const rows = await readSummaryRows(tx, opened);
    yield rows.map(({ values }, index) => summaryValues(columns, values, index + 1));
    return;
  }
  const cells = fileCells(opened, secrets);
  let number = 0;
  for await (const part of streamValues(tx, opened.view, columns, opened.order))
    yield part.map((values) => cells(values, ++number));
}

const summaryLine = async (tx: Db, opened: Opened): Promise<FileValue[] | undefined> => {
  const { columns, grain } = opened.ledger.definition;
  if (grain !== 'summary') return undefined;
  return summaryValues(columns, summaryTotals(columns, await readSummaryRows(tx, opened)), null);
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

/** The head of a ledger's workbook: its form, and how numbers and days are shown. */
export const workbookHead = (opened: Opened, taker: Taker): WorkbookHead => {
  const { rows: _, ...form } = formOf(opened, { rows: [], totals: null }, taker);
  return { ...form, formats: opened.ledger.definition.columns.map(columnFormat) };
};

const asWorkbook = async (
  { db, secrets }: ExportParts,
  { who, opened, taker, signal }: ExportTask,
): Promise<Reply> => {
  const content = await db.read(who, async (tx) =>
    workbookOf(workbookHead(opened, taker), fileRows(tx, opened, secrets), {
      totals: await summaryLine(tx, opened),
      signal,
    }),
  );
  return { type: fileTypes.xlsx, content };
};

/** One header line: the header cells above a column joined by "/", as `qz sheet` reads them. */
const csvHeader = (columns: readonly Column[]): string => csvLine(columns.map(({ path }) => path.join('/')));

async function* csvLines(tx: Db, opened: Opened, secrets: Secrets): AsyncGenerator<string> {
  const { columns, grain } = opened.ledger.definition;
  yield CSV_MARK + csvHeader(columns);
  if (grain === 'summary') {
    for await (const part of fileRows(tx, opened, secrets))
      yield part.map((row) => csvLineOf(row.map(csvText))).join('');
    return;
  }
  const cells = csvCells(opened, secrets);
  let number = 0;
  for await (const part of streamValues(tx, opened.view, columns, opened.order))
    yield part.map((values) => csvLineOf(cells(values, ++number))).join('');
}

export const csvType = `${fileTypes.csv}; charset=utf-8`;

/** Leaves the server line by line as the database gives it: however long, it never stands in memory. */
const asCsv = ({ db, secrets }: ExportParts, { who, opened }: ExportTask): Reply => ({
  type: csvType,
  content: streamFrom(db, who, (tx) => csvLines(tx, opened, secrets)).pipeThrough(new TextEncoderStream()),
});

/** Paper prints a day as its form has it, also in a document. */
async function* paperParts(tx: Db, opened: Opened, secrets: Secrets): AsyncGenerator<string[][]> {
  yield (await paperRows(tx, opened, secrets)).rows;
}

const asDocument = async (
  { db, secrets }: ExportParts,
  { who, opened, taker, signal }: ExportTask,
): Promise<Reply> => {
  const content = await db.read(who, async (tx) => {
    const { totals, ...head } = formOf(opened, await paperTotals(tx, opened), taker);
    return workbookOf(head, paperParts(tx, opened, secrets), { kind: 'docx', totals, signal });
  });
  return { type: fileTypes.docx, content };
};

/** The department's own file with the rows in it and everything else kept. */
const asOwn = async (
  kind: OwnKind,
  { db, secrets, store }: ExportParts,
  { who, opened, taker }: ExportTask,
): Promise<Reply> => {
  const content = await db.read(who, (tx) =>
    intoOwnFile(tx, store, opened, kind, taker, fileRows(tx, opened, secrets)),
  );
  return { type: fileTypes[kind], content };
};

/** A ledger's rows as a file. */
export const exportAs = async (as: ExportFormat, parts: ExportParts, task: ExportTask): Promise<Reply> => {
  if (task.own && (as === 'xlsx' || as === 'docx')) return asOwn(as, parts, task);
  if (as === 'pdf') return asPdf(parts, task);
  if (as === 'docx') return asDocument(parts, task);
  return as === 'xlsx' ? asWorkbook(parts, task) : asCsv(parts, task);
};
