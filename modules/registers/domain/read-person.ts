import type { CellRemark } from '../contract.ts';
import { doorIn } from './door.ts';
import type { ResidentDraft } from './draft.ts';
import { registerFields } from './fields.ts';
import { checkIdNo } from './gb11643.ts';
import type { Reading } from './read-field.ts';

type Values = Map<string, string | readonly string[]>;

/** What is wrong with one field, by its code. */
export interface FieldRemark {
  readonly code: string;
  readonly level: CellRemark['level'];
  readonly message: string;
}

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
 * Reads what is said of one person, a row of a sheet or a form filled by hand.
 *
 * @param readingOf what a field says, by its code; undefined where it is not asked
 * @returns no draft when anything is wrong
 */
export const readPerson = (
  readingOf: (code: string) => Reading | undefined,
  today: string,
): { draft: ResidentDraft | null; remarks: FieldRemark[] } => {
  const remarks: FieldRemark[] = [];
  const values: Values = new Map();
  const refuse = (code: string, message: string) => remarks.push({ code, level: 'error', message });
  for (const { code } of registerFields) {
    const reading = readingOf(code);
    if (!reading) continue;
    if ('problem' in reading) refuse(code, reading.problem);
    else if ('notice' in reading) remarks.push({ code, level: 'notice', message: reading.notice });
    else if (reading.value !== null) values.set(code, reading.value);
  }
  // A name that could not be read was named already.
  if (!values.has('person.name') && !remarks.some(({ code }) => code === 'person.name'))
    refuse('person.name', '没有姓名');
  crossCheck(values, today, refuse);
  return { draft: remarks.some(({ level }) => level === 'error') ? null : toDraft(values), remarks };
};
