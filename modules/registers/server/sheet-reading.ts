import { createHash } from 'node:crypto';
import { matchHeader, readTable, SheetRefusal, type TableSheet, writeTemplate } from '#engines/sheets';
import { Refusal } from '#platform/contract/problem.ts';
import type { CellRemark, ResidentImportPreview } from '../contract.ts';
import type { RegisterField } from '../domain/fields.ts';
import type { SheetCell } from '../domain/read-rows.ts';
import { problems } from '../problems.ts';

const whyNot: Partial<Record<SheetRefusal['code'], string>> = {
  'empty-file': '文件是空的',
  'too-large': '文件太大，请分成几份',
  'too-many-rows': '行数太多，请分成几份',
  'too-many-columns': '列数太多',
  encrypted: '文件有密码，请先去掉密码',
  'macro-file': '文件带有宏，请另存为普通的 .xlsx',
  'encoding-unknown': '文字编码看不懂，请另存为 .xlsx',
};

const readSheets = async (bytes: Uint8Array): Promise<readonly TableSheet[]> => {
  try {
    return (await readTable(bytes)).sheets.filter(({ hidden }) => !hidden);
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    const why = whyNot[error.code];
    throw new Refusal(
      problems.notATable,
      { reason: error.code },
      why ? [{ path: 'body', message: why }] : [],
    );
  }
};

/** The columns of a register's file: what they are called and which must be there. */
export interface SheetForm {
  readonly fields: readonly RegisterField[];
  /** Codes. */
  readonly required: readonly string[];
}

/** A file's one table of interest, its columns named. */
export interface SheetRead {
  readonly rows: readonly (readonly SheetCell[])[];
  /** Column index by field code. */
  readonly index: ReadonlyMap<string, number>;
  readonly columns: ResidentImportPreview['columns'];
  /** Columns that are there twice. */
  readonly remarks: readonly CellRemark[];
}

const columnOf = (address: string): string => address.replace(/\d+$/, '');

const columnsOf = (
  header: TableSheet['rows'][number],
  index: ReadonlyMap<string, number>,
  fields: ReadonlyMap<string, RegisterField>,
): SheetRead['columns'] => {
  const byIndex = new Map([...index].map(([code, at]) => [at, fields.get(code)]));
  return header.flatMap((cell, at) =>
    cell.text.trim() === ''
      ? []
      : [
          {
            column: columnOf(cell.address),
            heading: cell.text.trim().slice(0, 60),
            element: byIndex.get(at)?.code ?? null,
            zh: byIndex.get(at)?.zh ?? null,
          },
        ],
  );
};

/**
 * Finds in a workbook the sheet whose header names the most of a form's columns, in any order.
 * @throws {Refusal} notATable, columnsMissing
 */
export const readSheet = async (bytes: Uint8Array, { fields, required }: SheetForm): Promise<SheetRead> => {
  const byCode = new Map(fields.map((field) => [field.code, field]));
  const nameOf = (code: string): string => byCode.get(code)?.zh ?? code;
  const wanted = fields.map(({ code, zh, synonyms }) => ({
    key: code,
    labels: [zh, ...synonyms],
    required: required.includes(code),
  }));
  const sheets = (await readSheets(bytes)).map((sheet) => ({
    sheet,
    match: matchHeader(sheet.rows, wanted),
  }));
  const best = sheets.toSorted((a, b) => b.match.columns.size - a.match.columns.size)[0];
  if (!best || best.match.headerRow === null)
    throw new Refusal(problems.columnsMissing, { columns: required.map(nameOf) });
  const { sheet, match } = best;
  if (match.missing.length > 0)
    throw new Refusal(problems.columnsMissing, { columns: match.missing.map(nameOf) });
  const headerRow = best.match.headerRow;
  return {
    rows: sheet.rows.slice(headerRow + 1),
    index: match.columns,
    columns: columnsOf(sheet.rows[headerRow] ?? [], match.columns, byCode),
    remarks: match.repeated.map(({ key, address }) => ({
      cell: address,
      level: 'error',
      message: `“${nameOf(key)}”有两列，请删去一列`,
    })),
  };
};

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const maxRemarks = 200;
const isError = ({ level }: CellRemark): boolean => level === 'error';

/** Remarks as a preview shows them: what stops the import first. */
export const remarksOf = (remarks: readonly CellRemark[]) => {
  const errors = remarks.filter(isError);
  const notices = remarks.filter((one) => !isError(one));
  return {
    remarks: [...errors, ...notices].slice(0, maxRemarks),
    errors: errors.length,
    notices: notices.length,
  };
};

/** @throws {Refusal} cellsWrong, each cell named */
export const refuseWrongCells = (remarks: readonly CellRemark[]): void => {
  const errors = remarks.filter(isError);
  if (errors.length === 0) return;
  throw new Refusal(
    problems.cellsWrong,
    { errors: errors.length },
    errors.slice(0, maxRemarks).map(({ cell, message }) => ({ path: cell, message: `${cell}：${message}` })),
  );
};

/** The blank form to fill in, with the words a choice accepts. */
export const blankForm = (
  { fields, required }: SheetForm,
  hints: Readonly<Record<string, string>>,
  notes: readonly string[],
): Promise<Uint8Array> =>
  writeTemplate(
    fields.map(({ code, zh, choices, kind }) => ({
      label: zh,
      required: required.includes(code),
      ...(choices && kind !== 'multi' ? { choices: choices.map((one) => one.zh) } : {}),
      ...(kind === 'multi' && choices
        ? { note: `${hints[code] ?? ''}：${choices.map((one) => one.zh).join('、')}` }
        : hints[code]
          ? { note: hints[code] }
          : {}),
    })),
    [],
    [...notes],
  );
