import type { FieldType } from '../types.ts';
import { type Given, listAt, numberAt, objectAt, refuse, textAt, textsAt, wanted } from './refusal.ts';

/** The ledgers and the register, before an index is built of them. */

const types: readonly FieldType[] = [
  'number',
  'choice',
  'boolean',
  'date',
  'datetime',
  'address',
  'resident',
  'text',
];

const checkOptions = (at: string, given: unknown): void => {
  const options = listAt(at, given);
  if (options.length === 0) refuse(at, '至少要有一个选项', 'give at least one option');
  options.forEach((one, i) => {
    const option = objectAt(`${at}[${i}]`, one);
    textAt(`${at}[${i}].value`, option.value);
    textsAt(`${at}[${i}].synonyms`, option.synonyms);
  });
};

const checkRange = (at: string, { min, max }: Given): void => {
  if (min !== undefined) numberAt(`${at}.min`, min);
  if (max !== undefined) numberAt(`${at}.max`, max);
  if (min !== undefined && max !== undefined && Number(min) > Number(max))
    refuse(`${at}.min`, '不能大于 max', 'must not be above max');
};

const checkField = (at: string, given: unknown): string => {
  const field = objectAt(at, given);
  const key = textAt(`${at}.key`, field.key);
  textAt(`${at}.label`, field.label);
  if (!types.some((type) => type === field.type))
    wanted(`${at}.type`, field.type, `其中之一：${types.join('、')}`, `one of ${types.join(', ')}`);
  if (field.unit !== undefined && typeof field.unit !== 'string')
    wanted(`${at}.unit`, field.unit, '文字', 'text');
  if (field.required !== undefined && typeof field.required !== 'boolean')
    wanted(`${at}.required`, field.required, ' true 或 false', 'true or false');
  checkRange(at, field);
  for (const name of ['synonyms', 'yes', 'no']) textsAt(`${at}.${name}`, field[name]);
  if (field.type === 'choice' || field.options !== undefined) checkOptions(`${at}.options`, field.options);
  return key;
};

/** Refuses the second of two that bear one name. */
const checkOnce = (names: readonly string[], at: (index: number) => string): void => {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) refuse(at(i), '重复；请换一个', 'is there twice; choose another');
    seen.add(name);
  });
};

const checkLedger = (at: string, given: unknown): string => {
  const ledger = objectAt(at, given);
  const id = textAt(`${at}.id`, ledger.id);
  const fields = listAt(`${at}.fields`, ledger.fields);
  checkOnce(
    fields.map((field, i) => checkField(`${at}.fields[${i}]`, field)),
    (i) => `${at}.fields[${i}].key`,
  );
  return id;
};

const optionalTexts = ['sex', 'birthDate', 'compound', 'room'] as const;

/** Of 150,000 people: no path is written unless one is refused. */
const checkResident = (given: unknown, i: number): void => {
  const one = objectAt(`residents[${i}]`, given);
  if (typeof one.id !== 'string' || one.id === '') textAt(`residents[${i}].id`, one.id);
  if (typeof one.name !== 'string' || one.name === '') textAt(`residents[${i}].name`, one.name);
  for (const key of optionalTexts)
    if (one[key] !== undefined && typeof one[key] !== 'string')
      wanted(`residents[${i}].${key}`, one[key], '文字', 'text');
  if (one.building !== undefined && typeof one.building !== 'number')
    wanted(`residents[${i}].building`, one.building, '一个数', 'a number');
  if (one.tags !== undefined) textsAt(`residents[${i}].tags`, one.tags);
  if (one.nicknames !== undefined) textsAt(`residents[${i}].nicknames`, one.nicknames);
};

const checkCompound = (given: unknown, i: number): void => {
  const at = `compounds[${i}]`;
  const one = objectAt(at, given);
  textAt(`${at}.name`, one.name);
  if (one.road !== undefined && typeof one.road !== 'string') wanted(`${at}.road`, one.road, '文字', 'text');
  textsAt(`${at}.aliases`, one.aliases);
  if (one.buildings !== undefined) numberAt(`${at}.buildings`, one.buildings);
};

/** Throws a DictationRefusal that names the first field that is wrong; nothing else is thrown. */
export const checkData = (given: unknown): void => {
  const { ledgers, residents, compounds } = objectAt('data', given);
  checkOnce(
    listAt('ledgers', ledgers).map((ledger, i) => checkLedger(`ledgers[${i}]`, ledger)),
    (i) => `ledgers[${i}].id`,
  );
  listAt('residents', residents).forEach(checkResident);
  listAt('compounds', compounds).forEach(checkCompound);
};
