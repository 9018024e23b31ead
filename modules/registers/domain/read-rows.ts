import type { CellRemark } from '../contract.ts';
import { doorIn } from './door.ts';
import type { ResidentDraft } from './draft.ts';
import { type RegisterField, registerFields } from './fields.ts';
import { checkIdNo } from './gb11643.ts';
import { type Reading, readField } from './read-field.ts';

/** A cell as the sheet reader gives it. */
export interface SheetCell {
  readonly address: string;
  readonly text: string;
  readonly problem?: 'digits-lost' | 'formula-error';
}

/** One row that was read whole, and how to name its cells. */
export interface DraftRow {
  readonly draft: ResidentDraft;
  /** The cell of a field, else that of the name: where a remark about the row is shown. */
  readonly cellOf: (code: string) => string;
}

type Values = Map<string, string | readonly string[]>;

const damaged: Readonly<Record<NonNullable<SheetCell['problem']>, string>> = {
  'digits-lost': '这一格被存成了数字，末几位已经丢失；请把整列设为“文本”后重新填写',
  'formula-error': '这一格是出错的公式',
};

const readingOf = (field: RegisterField, cell: SheetCell, today: string): Reading =>
  cell.problem ? { problem: damaged[cell.problem] } : readField(field, cell.text.trim(), today);

/** What the ID number says must agree with the columns beside it, and fills them where they are empty. */
const crossCheck = (values: Values, today: string, remark: (code: string, message: string) => void): void => {
  const idNo = values.get('person.id_no');
  const facts = typeof idNo === 'string' ? checkIdNo(idNo, today) : null;
  if (!facts?.ok) return;
  if ((values.get('person.birth') ?? facts.birth) !== facts.birth)
    remark('person.birth', '出生日期与身份证号不符');
  const sex = values.get('person.sex') ?? facts.sex;
  if (sex !== facts.sex && sex !== '9' && sex !== '0') remark('person.sex', '性别与身份证号不符');
  values.set('person.birth', facts.birth);
  if (!values.has('person.sex')) values.set('person.sex', facts.sex);
};

const own = new Set([
  'person.name',
  'person.sex',
  'person.birth',
  'person.id_no',
  'person.phone',
  'place.building',
  'place.room',
  'place.address',
]);

const toDraft = (values: Values): ResidentDraft => {
  const text = (code: string) => values.get(code) as string | undefined;
  const given = <K extends string>(key: K, value: string | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
  const door =
    text('place.address') && !values.has('place.building') ? doorIn(text('place.address') ?? '') : null;
  const rest = [...values].filter(([code]) => !own.has(code));
  const isPhone = (code: string) => registerFields.some((one) => one.code === code && one.kind === 'phone');
  return {
    name: text('person.name') ?? '',
    ...given('sex', text('person.sex')),
    ...given('birth', text('person.birth')),
    ...given('idNo', text('person.id_no')),
    ...given('phone', text('person.phone')),
    ...given('building', text('place.building') ?? door?.building),
    ...given('room', text('place.room') ?? door?.room),
    ...given('address', text('place.address')),
    attributes: Object.fromEntries(rest.filter(([code]) => !isPhone(code))),
    sealed: Object.fromEntries(rest.filter(([code]) => isPhone(code))) as Record<string, string>,
  };
};

/**
 * Reads the rows below a header. A row with any wrong cell is left out and each wrong cell is named; empty
 * rows are skipped.
 *
 * @param columns column index by field code
 */
export const readRows = (
  rows: readonly (readonly SheetCell[])[],
  columns: ReadonlyMap<string, number>,
  today: string,
): { rows: DraftRow[]; remarks: CellRemark[]; read: number } => {
  const remarks: CellRemark[] = [];
  const drafts: DraftRow[] = [];
  let read = 0;
  for (const cells of rows) {
    if (cells.every((cell) => cell.text.trim() === '')) continue;
    read += 1;
    const first = cells.find((cell) => cell.text.trim() !== '')?.address ?? '';
    const cellOf = (code: string) =>
      cells[columns.get(code) ?? -1]?.address ?? cells[columns.get('person.name') ?? -1]?.address ?? first;
    const values: Values = new Map();
    const wrong = new Set<string>();
    const refuse = (code: string, message: string) => {
      wrong.add(code);
      remarks.push({ cell: cellOf(code), level: 'error', message });
    };
    for (const field of registerFields) {
      const cell = cells[columns.get(field.code) ?? -1];
      if (!cell) continue;
      const reading = readingOf(field, cell, today);
      if ('problem' in reading) refuse(field.code, reading.problem);
      else if ('notice' in reading)
        remarks.push({ cell: cell.address, level: 'notice', message: reading.notice });
      else if (reading.value !== null) values.set(field.code, reading.value);
    }
    // A name that could not be read was named already.
    if (!values.has('person.name') && !wrong.has('person.name')) refuse('person.name', '没有姓名');
    crossCheck(values, today, refuse);
    if (wrong.size === 0) drafts.push({ draft: toDraft(values), cellOf });
  }
  return { rows: drafts, remarks, read };
};
