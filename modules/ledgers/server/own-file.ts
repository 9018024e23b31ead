import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Column } from '../domain/definition.ts';
import { dayText, type FileValue, fillLine } from '../domain/format.ts';
import type { TemplateFilling, TemplateReading } from '../domain/template-filling.ts';
import { problems } from '../problems.ts';
import { lineFacts } from './ledger-facts.ts';
import type { Taker } from './print.ts';
import type { Opened } from './reader.ts';
import type { SealedFiles } from './sealed-files.ts';
import { fillTemplate, type ValueOf } from './templates/reading.ts';
import { templateInUse } from './templates/repository.ts';

export type OwnKind = 'xlsx' | 'docx';

/** A row's values by the ledger's columns, as the department's file takes them. */
const valuesOf = (columns: readonly Column[], kind: OwnKind) => {
  const places = new Map(columns.map(({ key }, index) => [key, index]));
  const shown = (value: FileValue): FileValue =>
    // A document has no dates, only what is written.
    kind === 'docx' && typeof value === 'object' && value !== null ? dayText(value.date) : value;
  return (row: readonly FileValue[]): ValueOf =>
    (key) =>
      shown(row[places.get(key) ?? -1] ?? null);
};

/** Confirmed for columns that are there; a ledger designed anew may lack one. */
const mustStillFit = (columns: readonly Column[], filling: TemplateFilling): void => {
  const lost = filling.columns.filter(({ key }) => !columns.some((one) => one.key === key));
  if (lost.length > 0)
    throw new Refusal(
      problems.templateOutdated,
      {},
      lost.slice(0, 20).map(({ path }) => ({ path: 'file', message: path })),
    );
};

/**
 * The rows in the department's own file, everything in it kept.
 * @throws {Refusal} noTemplate, templateOutdated, or what the file has against these rows
 */
export const intoOwnFile = async (
  tx: Db,
  store: SealedFiles,
  opened: Opened,
  kind: OwnKind,
  taker: Taker,
  parts: AsyncIterable<readonly (readonly FileValue[])[]>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { ledger, words, scope } = opened;
  const row = await templateInUse(tx, ledger.id, kind);
  const file = row && (await store.get(row.file_key));
  const filling = row?.filling as unknown as TemplateFilling | null;
  if (!row || !file || !filling) throw new Refusal(problems.noTemplate);
  const { columns } = ledger.definition;
  mustStillFit(columns, filling);
  const facts = lineFacts(ledger, words, scope, taker.keeper, taker.now);
  const toValues = valuesOf(columns, kind);
  const rows: ValueOf[] = [];
  for await (const part of parts) for (const values of part) rows.push(toValues(values));
  const reading = row.reading as unknown as TemplateReading;
  return fillTemplate({ kind, file, reading, filling }, rows, (text) => fillLine(text, facts));
};
