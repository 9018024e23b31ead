import type { CellRemark, HouseholdImportPreview } from '../contract.ts';
import { headOf, householdFields, type Relation } from '../domain/household.ts';
import type { HouseholdPlan, MemberRow, PlannedHousehold } from '../domain/plan-households.ts';
import { namedRows, readingOf } from '../domain/read-rows.ts';
import { blankForm, readSheet, remarksOf, type SheetForm } from './sheet-reading.ts';

const form: SheetForm = { fields: householdFields, required: ['person.name', 'person.relation'] };

export interface HouseholdFile {
  readonly rows: readonly MemberRow[];
  readonly remarks: readonly CellRemark[];
  readonly read: number;
  readonly columns: HouseholdImportPreview['columns'];
}

const readRow = (
  { cell, cellOf }: ReturnType<typeof namedRows>[number],
  today: string,
): { row: MemberRow | null; remarks: CellRemark[] } => {
  const remarks: CellRemark[] = [];
  const values = new Map<string, string>();
  for (const field of householdFields) {
    const there = cell(field.code);
    const reading = there && readingOf(field, there, today);
    if (!reading) continue;
    if ('problem' in reading)
      remarks.push({ cell: cellOf(field.code), level: 'error', message: reading.problem });
    else if ('notice' in reading)
      remarks.push({ cell: cellOf(field.code), level: 'notice', message: reading.notice });
    else if (typeof reading.value === 'string') values.set(field.code, reading.value);
  }
  const wrong = (code: string) => remarks.some((one) => one.cell === cellOf(code));
  const miss = (code: string, message: string) =>
    values.has(code) || wrong(code) || remarks.push({ cell: cellOf(code), level: 'error', message });
  miss('person.name', '没有姓名');
  miss('person.relation', '没有与户主关系');
  const given = (code: string) => values.get(code) ?? null;
  const row: MemberRow = {
    number: given('household.number') ?? '',
    name: given('person.name') ?? '',
    relation: (given('person.relation') ?? '8') as Relation,
    idNo: given('person.id_no'),
    birth: given('person.birth'),
    building: given('place.building'),
    room: given('place.room'),
    cellOf,
  };
  return { row: remarks.some(({ level }) => level === 'error') ? null : row, remarks };
};

/** @throws {Refusal} notATable, columnsMissing */
export const readHouseholds = async (bytes: Uint8Array, today: string): Promise<HouseholdFile> => {
  const sheet = await readSheet(bytes, form);
  const read = namedRows(sheet.rows, sheet.index, 'person.name').map((row) => readRow(row, today));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    remarks: [...sheet.remarks, ...read.flatMap(({ remarks }) => remarks)],
    read: read.length,
    columns: sheet.columns,
  };
};

const sampleRows = 5;

/** What a preview shows of a plan. */
export const sampleOf = ({ created, updated }: HouseholdPlan): PlannedHousehold[] =>
  [...created, ...updated].slice(0, sampleRows);

/** @param names of the heads, masked, by the resident's id */
export const previewHouseholds = (
  file: HouseholdFile,
  plan: HouseholdPlan,
  digest: string,
  names: ReadonlyMap<string, string>,
): HouseholdImportPreview => ({
  digest,
  rows: file.read,
  created: plan.created.length,
  updated: plan.updated.length,
  unchanged: plan.unchanged,
  people: plan.people,
  columns: file.columns,
  ...remarksOf([...file.remarks, ...plan.remarks]),
  sample: sampleOf(plan).map(({ number, building, room, members }) => ({
    ...{ number, building, room },
    head: names.get(headOf(members) ?? '') ?? null,
    people: members.length,
  })),
});

export const blankHouseholds = (): Promise<Uint8Array> =>
  blankForm(form, { 'household.number': '没有户号可不填，按楼号室号成户', 'person.id_no': '同名的人须填' }, [
    '每位居民一行，同一户号（没有户号时同一室）的算一户；居民须先在居民底册里。',
    '每户一位户主，“与户主关系”填“户主”。',
    '再次导入时按户号或住址对上原来的户；表里没有列出的成员不会被移出。',
  ]);
