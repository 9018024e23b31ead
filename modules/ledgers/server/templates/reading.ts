import {
  FillRefusal,
  type FillValue,
  fillDocument,
  fillForm,
  readFormSheets,
  readMarks,
  SheetRefusal,
} from '#engines/sheets';
import { Refusal } from '#platform/contract/problem.ts';
import type { TemplateFilling, TemplateReading } from '../../domain/template-filling.ts';
import { fileProblem, templateProblem } from '../../problems.ts';

export type TemplateKind = 'xlsx' | 'docx';

/** Says what is wrong with a department's file, in which of its columns or marks, and what to do. */
const refused = (error: unknown): never => {
  if (error instanceof SheetRefusal) throw new Refusal(fileProblem(error.code));
  if (!(error instanceof FillRefusal)) throw error;
  const names = error.names.slice(0, 20);
  throw new Refusal(
    templateProblem(error.code),
    {},
    names.map((name) => ({ path: 'file', message: name })),
  );
};

/** A document says so in its list of parts; anything else is tried as a workbook. */
export const kindOf = (file: Uint8Array): TemplateKind =>
  Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes('word/document.xml') ? 'docx' : 'xlsx';

const readWorkbook = async (file: Uint8Array): Promise<TemplateReading> => {
  // An .xls or CSV can be read, but nothing of its look could be kept.
  if (!(file[0] === 0x50 && file[1] === 0x4b))
    throw new SheetRefusal('unsupported-format', 'only an .xlsx or .docx can be filled');
  const sheets = (await readFormSheets(file)).filter(({ hidden }) => !hidden);
  const found = sheets.find(({ form }) => form.columns.length > 0);
  if (!found) throw new FillRefusal('no-form', 'no sheet has a header');
  // Tried once without rows: what could not be filled later is refused now.
  await fillForm(file, { sheet: found.name, rows: [] });
  const { title, columns, lines } = found.form;
  return {
    sheet: found.name,
    title,
    columns: columns.map(({ path }) => path),
    lines: lines
      .filter(({ kind }) => kind === 'unit' || kind === 'signature')
      .slice(0, 100)
      .map(({ cell, text }) => ({ place: cell, text })),
  };
};

const readDocument = async (file: Uint8Array): Promise<TemplateReading> => {
  const marks = await readMarks(file);
  return {
    sheet: null,
    title: null,
    columns: marks.filter(({ inRow }) => inRow).map(({ name }) => name),
    lines: marks.filter(({ inRow }) => !inRow).map(({ name }) => ({ place: name, text: `{{${name}}}` })),
  };
};

/** @throws {Refusal} with what is wrong with the file */
export const readTemplate = (kind: TemplateKind, file: Uint8Array): Promise<TemplateReading> =>
  (kind === 'docx' ? readDocument(file) : readWorkbook(file)).catch(refused);

/** A file with what a person confirmed. */
export interface ConfirmedTemplate {
  readonly kind: TemplateKind;
  readonly file: Uint8Array;
  readonly reading: TemplateReading;
  readonly filling: TemplateFilling;
}

/** A row's value for a column of the ledger. */
export type ValueOf = (key: string) => FillValue;

/** Writes rows into the file; `lineOf` fills the places of a line. @throws {Refusal} */
export const fillTemplate = async (
  { kind, file, reading, filling }: ConfirmedTemplate,
  rows: readonly ValueOf[],
  lineOf: (text: string) => string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const lines = filling.lines.filter(({ text }) => text !== '');
  const texts = lines.map(({ place, text }) => [place, lineOf(text)] as const);
  const records = rows.map((valueIn) =>
    Object.fromEntries(filling.columns.map(({ path, key }) => [path, valueIn(key)])),
  );
  if (kind === 'xlsx') {
    const sheet = reading.sheet === null ? {} : { sheet: reading.sheet };
    const filled = await fillForm(file, { ...sheet, rows: records, cells: Object.fromEntries(texts) }).catch(
      refused,
    );
    return new Uint8Array(filled);
  }
  // A mark nobody said anything of is left empty, never printed as a mark.
  const values = Object.fromEntries([...reading.lines.map(({ place }) => [place, ''] as const), ...texts]);
  const filled = await fillDocument(file, {
    values,
    rows: records.map((record) =>
      Object.fromEntries(Object.entries(record).map(([mark, value]) => [mark, String(value ?? '')])),
    ),
    columns: reading.columns.filter((mark) => !(mark in values)),
  }).catch(refused);
  return new Uint8Array(filled);
};
