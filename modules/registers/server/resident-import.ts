import type { CellRemark, ResidentImportPreview } from '../contract.ts';
import { registerFields } from '../domain/fields.ts';
import type { ImportPlan } from '../domain/plan-import.ts';
import { type DraftRow, readRows } from '../domain/read-rows.ts';
import { blankForm, readSheet, remarksOf, type SheetForm } from './sheet-reading.ts';
import { briefOfValues } from './views.ts';

const form: SheetForm = { fields: registerFields, required: ['person.name'] };

export interface ReadFile {
  readonly rows: readonly DraftRow[];
  readonly remarks: readonly CellRemark[];
  readonly read: number;
  readonly columns: ResidentImportPreview['columns'];
}

/** @throws {Refusal} notATable, columnsMissing */
export const readFile = async (bytes: Uint8Array, today: string): Promise<ReadFile> => {
  const sheet = await readSheet(bytes, form);
  const read = readRows(sheet.rows, sheet.index, today);
  return { ...read, remarks: [...sheet.remarks, ...read.remarks], columns: sheet.columns };
};

const sampleRows = 5;

export const previewOf = (
  file: ReadFile,
  plan: ImportPlan,
  digest: string,
  today: string,
): ResidentImportPreview => {
  const people = [...plan.created, ...plan.updated.map(({ values }) => values)];
  return {
    digest,
    rows: file.read,
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged,
    columns: file.columns,
    ...remarksOf([...file.remarks, ...plan.remarks]),
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

export const blankResidents = (): Promise<Uint8Array> => blankForm(form, hints, notes);
