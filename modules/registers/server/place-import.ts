import type { CellRemark, PlaceImportPreview } from '../contract.ts';
import { readPlace } from '../domain/place.ts';
import { type PlaceRegister, placeField, placeShapes } from '../domain/place-fields.ts';
import type { PlacePlan, PlaceRow } from '../domain/plan-places.ts';
import { namedRows, readingOf } from '../domain/read-rows.ts';
import { placeBriefOfValues } from './place-views.ts';
import { blankForm, readSheet, remarksOf, type SheetForm } from './sheet-reading.ts';

const formOf = (register: PlaceRegister): SheetForm => {
  const { fields, kind, name, named } = placeShapes[register];
  return { fields, required: named ? [name, kind] : [kind] };
};

export interface PlaceFile {
  readonly rows: readonly PlaceRow[];
  readonly remarks: readonly CellRemark[];
  readonly read: number;
  readonly columns: PlaceImportPreview['columns'];
}

/** @throws {Refusal} notATable, columnsMissing */
export const readPlaces = async (
  register: PlaceRegister,
  bytes: Uint8Array,
  today: string,
): Promise<PlaceFile> => {
  const sheet = await readSheet(bytes, formOf(register));
  const rows: PlaceRow[] = [];
  const remarks: CellRemark[] = [...sheet.remarks];
  const named = namedRows(sheet.rows, sheet.index, placeShapes[register].name);
  for (const { cell, cellOf } of named) {
    const readingFor = (code: string) => {
      const [field, there] = [placeField(register, code), cell(code)];
      return field && there && readingOf(field, there, today);
    };
    const place = readPlace(register, readingFor, { emptied: false, known: null });
    remarks.push(...place.remarks.map(({ code, ...remark }) => ({ cell: cellOf(code), ...remark })));
    if (place.remarks.every(({ level }) => level !== 'error')) rows.push({ draft: place.draft, cellOf });
  }
  return { rows, remarks, read: named.length, columns: sheet.columns };
};

const sampleRows = 5;

export const previewPlaces = (file: PlaceFile, plan: PlacePlan, digest: string): PlaceImportPreview => ({
  digest,
  rows: file.read,
  created: plan.created.length,
  updated: plan.updated.length,
  unchanged: plan.unchanged,
  columns: file.columns,
  ...remarksOf([...file.remarks, ...plan.remarks]),
  sample: [...plan.created, ...plan.updated.map(({ values }) => values)]
    .slice(0, sampleRows)
    .map(placeBriefOfValues),
});

const hints: Readonly<Record<string, string>> = {
  'place.building': '如 3号楼、12弄3号',
  'place.room': '如 502',
  'org.uscc': '18 位',
  'place.area': '平方米',
};

export const blankPlaces = (register: PlaceRegister): Promise<Uint8Array> =>
  blankForm(formOf(register), hints, [
    '每处（家）一行。列的先后可以随意，多余的列不会读入。',
    register === 'organisation'
      ? '有统一社会信用代码的按代码认，没有的按名称和地址认。'
      : '按名称和地址认；没有名称的出租房按住址认。',
    '再次导入时内容会更新；空着的格子不会抹掉已有的内容。',
  ]);
