import { type PaperForm, PaperRefusal, previewForm, renderForm } from '#engines/paper';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { PaperPage } from '../contract.ts';
import type { Surface } from '../domain/format.ts';
import { summaryTotals } from '../domain/summary.ts';
import { problems } from '../problems.ts';
import { rowTexts, summaryTexts } from './cells.ts';
import { paperCells } from './file-cells.ts';
import { lineFacts } from './ledger-facts.ts';
import { readSummaryRows } from './page.ts';
import { paperForm } from './paper.ts';
import type { Opened } from './reader.ts';
import { streamValues } from './row-stream.ts';
import { readPage } from './rows.ts';

/** Who takes the paper out: printed at the foot. */
export interface Taker {
  readonly name: string;
  /** Fills {keeper}: a committee's own cadre; a department leaves it to be signed. */
  readonly keeper: string;
  readonly now: string;
}

export interface PaperRows {
  readonly rows: string[][];
  readonly totals: string[] | null;
}

export const formOf = (
  opened: Opened,
  { rows, totals }: PaperRows,
  { name, keeper, now }: Taker,
): PaperForm => {
  const { columns, layout } = opened.ledger.definition;
  const facts = lineFacts(opened.ledger, opened.words, opened.scope, keeper, now);
  return paperForm({ columns, layout, facts, rows, totals, takenBy: name, now });
};

const summaryPaper = async (tx: Db, opened: Opened): Promise<PaperRows> => {
  const { columns } = opened.ledger.definition;
  const rows = await readSummaryRows(tx, opened);
  return {
    rows: rows.map(({ values }, index) => summaryTexts(values, index + 1, columns)),
    totals: summaryTexts(summaryTotals(columns, rows), null, columns),
  };
};

/** The line of totals of a summary, without its rows. */
export const paperTotals = async (tx: Db, opened: Opened): Promise<PaperRows> =>
  opened.ledger.definition.grain === 'summary'
    ? { rows: [], totals: (await summaryPaper(tx, opened)).totals }
    : { rows: [], totals: null };

/** Every row as it prints. */
export const paperRows = async (tx: Db, opened: Opened, secrets: Secrets): Promise<PaperRows> => {
  const { columns, grain } = opened.ledger.definition;
  if (grain === 'summary') return summaryPaper(tx, opened);
  const rows: string[][] = [];
  const cells = paperCells(opened, secrets);
  for await (const part of streamValues(tx, opened.view, columns, opened.order))
    for (const values of part) rows.push(cells(values, rows.length + 1));
  return { rows, totals: null };
};

/** The rows of one sheet of paper in their places; the others are left empty, for only one is shown. */
export const sheetRows = async (
  tx: Db,
  opened: Opened,
  page: number,
  surface: Surface,
  secrets: Secrets,
): Promise<PaperRows> => {
  const { columns, grain, layout } = opened.ledger.definition;
  if (grain === 'summary') return summaryPaper(tx, opened);
  const offset = (page - 1) * layout.rowsPerPage;
  const read = await readPage(tx, opened.view, columns, opened.order, layout.rowsPerPage, offset);
  const rows: string[][] = new Array(read.total).fill([]);
  read.rows.forEach((row, index) => {
    rows[offset + index] = rowTexts(
      row,
      offset + index + 1,
      columns,
      opened.words.dictionary,
      surface,
      secrets,
    );
  });
  return { rows, totals: null };
};

const refused = (error: unknown): never => {
  if (!(error instanceof PaperRefusal)) throw error;
  throw new Refusal(error.code === 'no-such-page' ? problems.noPage : problems.cannotPrint);
};

interface PaperOptions {
  readonly fontDirs: readonly string[];
  readonly signal: AbortSignal;
  readonly onProgress?: ((done: number, pages: number) => void) | undefined;
}

/** @throws {Refusal} cannotPrint, noPage */
export const previewSheet = async (
  form: PaperForm,
  page: number,
  options: PaperOptions,
): Promise<Omit<PaperPage, 'masked'>> => {
  const { svg, pages } = await previewForm(form, page, options).catch(refused);
  return { svg, page, pages };
};

/** @throws {Refusal} cannotPrint */
export const printForm = (form: PaperForm, options: PaperOptions) => renderForm(form, options).catch(refused);
