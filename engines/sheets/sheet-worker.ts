import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentFill, type DocumentMark, documentMarks, fillDocument } from './fill/fill-document.ts';
import { type FormFill, fillForm } from './fill/fill-form.ts';
import { FillRefusal, type FillRefusalCode } from './fill-refusal.ts';
import type { FormCells, ReadForm } from './form/form.ts';
import { readForm, readSheet } from './form/read-form.ts';
import { type RawLimits, type RawSheet, readRaw } from './read-raw.ts';
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts';

/** All sheets as they stand, one or all of them read as a department's form, or a department's file filled. */
export type SheetTask =
  | { readonly what: 'table' }
  | { readonly what: 'form'; readonly sheet: string | undefined }
  | { readonly what: 'forms' }
  | { readonly what: 'marks' }
  | { readonly what: 'fill-form'; readonly fill: FormFill }
  | { readonly what: 'fill-document'; readonly fill: DocumentFill };

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** A sheet read as a form, with the place of each of its values. */
export interface FormSheet extends SheetName {
  readonly form: ReadForm;
  readonly cells: FormCells;
}

export type SheetAnswer =
  | { readonly forms: readonly FormSheet[] }
  | { readonly sheets: readonly RawSheet[] }
  | { readonly names: readonly SheetName[]; readonly form: ReadForm | null }
  | { readonly filled: Uint8Array }
  | { readonly marks: readonly DocumentMark[] }
  | { readonly fillCode: FillRefusalCode; readonly message: string; readonly names: readonly string[] }
  | { readonly code: SheetRefusalCode; readonly message: string };

const { bytes, task, limits } = workerData as { bytes: Uint8Array; task: SheetTask; limits: RawLimits };

/** The sheet asked for, else the first that is not hidden and holds something. */
const sheetFor = (sheets: readonly RawSheet[], name: string | undefined): RawSheet | undefined => {
  if (name !== undefined) return sheets.find((sheet) => sheet.name.trim() === name.trim());
  const shown = sheets.filter(({ hidden }) => !hidden);
  return shown.find(({ rows }) => rows.length > 0) ?? shown[0] ?? sheets[0];
};

const answer = async (): Promise<SheetAnswer> => {
  try {
    if (task.what === 'fill-form') return { filled: await fillForm(bytes, task.fill) };
    if (task.what === 'marks') return { marks: documentMarks(bytes) };
    if (task.what === 'fill-document') return { filled: fillDocument(bytes, task.fill) };
    const sheets = await readRaw(bytes, limits);
    if (task.what === 'table') return { sheets };
    if (task.what === 'forms')
      return {
        forms: sheets.map((one) => {
          const { form, cells } = readSheet(one);
          return { name: one.name, hidden: one.hidden, form, cells };
        }),
      };
    const sheet = sheetFor(sheets, task.sheet);
    return {
      names: sheets.map(({ name, hidden }) => ({ name, hidden })),
      form: sheet ? readForm(sheet) : null,
    };
  } catch (error) {
    if (error instanceof SheetRefusal) return { code: error.code, message: error.message };
    if (error instanceof FillRefusal)
      return { fillCode: error.code, message: error.message, names: error.names };
    return { code: 'damaged', message: 'the file cannot be read' };
  }
};

// The clock runs from here: on a busy machine starting a thread takes time that is not the file's fault.
parentPort?.postMessage('reading');
parentPort?.postMessage(await answer());
