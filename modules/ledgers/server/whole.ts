import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { IssuedRow } from '../domain/compare-issue.ts';
import type { FileValue } from '../domain/format.ts';
import { summaryTotals } from '../domain/summary.ts';
import { summaryTexts } from './cells.ts';
import { summaryValues } from './export.ts';
import { fileCells, paperCells } from './file-cells.ts';
import { readSummaryRows } from './page.ts';
import type { Opened } from './reader.ts';
import { streamTraced } from './row-stream.ts';

type SheetRow = FileValue[];

/** Every row read once, as it prints and as a workbook holds it. */
export interface WholeLedger {
  readonly rows: readonly (IssuedRow & { readonly values: SheetRow })[];
  readonly totals: { readonly texts: string[]; readonly values: SheetRow } | null;
}

const wholeSummary = async (tx: Db, opened: Opened): Promise<WholeLedger> => {
  const { columns } = opened.ledger.definition;
  const rows = await readSummaryRows(tx, opened);
  const totals = summaryTotals(columns, rows);
  return {
    rows: rows.map(({ committee, month, values }, index) => ({
      key: `${committee}:${month}`,
      record: null,
      revision: null,
      texts: summaryTexts(values, index + 1, columns),
      values: summaryValues(columns, values, index + 1),
    })),
    totals: { texts: summaryTexts(totals, null, columns), values: summaryValues(columns, totals, null) },
  };
};

/** Reads a ledger's rows once, so that paper, workbook and what is kept of them cannot differ. */
export const readWhole = async (tx: Db, opened: Opened, secrets: Secrets): Promise<WholeLedger> => {
  const { columns, grain } = opened.ledger.definition;
  if (grain === 'summary') return wholeSummary(tx, opened);
  const rows: WholeLedger['rows'][number][] = [];
  const [texts, values] = [paperCells(opened, secrets), fileCells(opened, secrets)];
  for await (const part of streamTraced(tx, opened.view, columns, opened.order))
    for (const { values: raw, ...traced } of part) {
      const number = rows.length + 1;
      rows.push({ ...traced, texts: texts(raw, number), values: values(raw, number) });
    }
  return { rows, totals: null };
};
