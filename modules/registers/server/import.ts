import { createHash } from 'node:crypto';
import { matchHeader, readTable, SheetRefusal, type TableSheet, writeTemplate } from '#engines/sheets';
import { Refusal } from '#platform/contract/problem.ts';
import type { CellRemark, ResidentImportPreview } from '../contract.ts';
import { type RegisterField, registerField, registerFields } from '../domain/fields.ts';
import type { ImportPlan } from '../domain/plan-import.ts';
import { type DraftRow, readRows } from '../domain/read-rows.ts';
import { problems } from '../problems.ts';
import { briefOfValues } from './views.ts';

const wanted = registerFields.map(({ code, zh, synonyms }) => ({
  key: code,
  labels: [zh, ...synonyms],
  required: code === 'person.name',
}));

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

export interface ReadFile {
  readonly rows: readonly DraftRow[];
  readonly remarks: readonly CellRemark[];
  readonly read: number;
  readonly columns: ResidentImportPreview['columns'];
}

const columnOf = (address: string): string => address.replace(/\d+$/, '');

const columnsOf = (header: TableSheet['rows'][number], columns: ReadonlyMap<string, number>) => {
  const byIndex = new Map([...columns].map(([code, index]) => [index, registerField(code)]));
  return header.flatMap((cell, index) => {
    const field: RegisterField | undefined = byIndex.get(index);
    return cell.text.trim() === ''
      ? []
      : [
          {
            column: columnOf(cell.address),
            heading: cell.text.trim().slice(0, 60),
            element: field?.code ?? null,
            zh: field?.zh ?? null,
          },
        ];
  });
};

/**
 * Reads a residents' spreadsheet: the sheet whose header names the most of our columns.
 * @throws {Refusal} notATable, columnsMissing
 */
export const readFile = async (bytes: Uint8Array, today: string): Promise<ReadFile> => {
  const sheets = (await readSheets(bytes)).map((sheet) => ({
    sheet,
    match: matchHeader(sheet.rows, wanted),
  }));
  const best = sheets.toSorted((a, b) => b.match.columns.size - a.match.columns.size)[0];
  if (!best || best.match.headerRow === null)
    throw new Refusal(problems.columnsMissing, { columns: ['姓名'] });
  const { sheet, match } = best;
  const missing = match.missing.map((code) => registerField(code)?.zh ?? code);
  if (missing.length > 0) throw new Refusal(problems.columnsMissing, { columns: missing });
  const read = readRows(sheet.rows.slice((match.headerRow ?? 0) + 1), match.columns, today);
  const repeated = match.repeated.map(({ key, address }) => ({
    cell: address,
    level: 'error' as const,
    message: `“${registerField(key)?.zh}”有两列，请删去一列`,
  }));
  return {
    ...read,
    remarks: [...repeated, ...read.remarks],
    columns: columnsOf(sheet.rows[match.headerRow ?? 0] ?? [], match.columns),
  };
};

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const maxRemarks = 200;
const sampleRows = 5;

export const previewOf = (
  file: ReadFile,
  plan: ImportPlan,
  digest: string,
  today: string,
): ResidentImportPreview => {
  const remarks = [...file.remarks, ...plan.remarks];
  const errors = remarks.filter(({ level }) => level === 'error');
  const people = [...plan.created, ...plan.updated.map(({ values }) => values)];
  return {
    digest,
    rows: file.read,
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged,
    columns: file.columns,
    // What stops the import first.
    remarks: [...errors, ...remarks.filter(({ level }) => level === 'notice')].slice(0, maxRemarks),
    errors: errors.length,
    notices: remarks.length - errors.length,
    sample: people.slice(0, sampleRows).map((values) => briefOfValues(values, today)),
  };
};

const notes = [
  '每位居民一行。列的先后可以随意，多余的列不会读入；只有“姓名”必填。',
  '身份证号与出生日期、性别会互相核对；没有身份证号时，按姓名、出生日期和住址认人。',
  '再次导入时，同一个人的内容会更新；空着的格子不会抹掉已有的内容。',
];
const hints: Readonly<Record<string, string>> = {
  'person.id_no': '18 位',
  'person.birth': '如 1946-03-05；有身份证号可不填',
  'place.building': '如 3号楼、12弄3号',
  'place.room': '如 502',
  'person.chronic': '几种用顿号隔开',
};

/** The blank form to fill in. */
export const blankForm = (): Promise<Uint8Array> =>
  writeTemplate(
    registerFields.map(({ code, zh, choices, kind }) => ({
      label: zh,
      required: code === 'person.name',
      ...(choices && kind !== 'multi' ? { choices: choices.map((one) => one.zh) } : {}),
      ...(kind === 'multi' && choices
        ? { note: `${hints[code] ?? ''}：${choices.map((one) => one.zh).join('、')}` }
        : hints[code]
          ? { note: hints[code] }
          : {}),
    })),
    [],
    notes,
  );
