import { tidyBuilding, tidyRoom } from './door.ts';
import type { RegisterField } from './fields.ts';
import { checkIdNo, type IdNoFault, tidyIdNo } from './gb11643.ts';
import { checkCreditCode, tidyCreditCode } from './gb32100.ts';
import { isPhone, tidyPhone } from './phone.ts';

/** What reading needs to know of a field. */
export type FieldShape = Pick<RegisterField, 'code' | 'zh' | 'kind' | 'choices'>;

/** What a cell says: a value, nothing, or why it cannot be read. A notice goes with nothing: the cell is left out. */
export type Reading =
  | { readonly value: string | readonly string[] | null }
  | { readonly problem: string }
  | { readonly notice: string };

const faults: Readonly<Record<IdNoFault, string>> = {
  length: '身份证号应为 18 位',
  characters: '身份证号只能是数字，末位可为 X',
  region: '身份证号开头的地区代码不存在',
  birth: '身份证号里的出生日期不存在',
  checksum: '身份证号校验不符，可能有一位写错',
};

const pad = (text: string): string => text.padStart(2, '0');

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** 1946-3-5, 1946年3月5日, 1946.03.05, 19460305, 1946/3/5, or a date cell. */
const readDay = (text: string, today: string): Reading => {
  const tidy = text.normalize('NFKC').replace(/\s/g, '').slice(0, 40);
  if (/^\d{4}[-./年]?\d{1,2}月?$/.test(tidy)) return { notice: '只有年月，没有日，这一格没有写入' };
  const parts = tidy.match(/^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?(?:T.*)?$/);
  if (!parts) return { problem: '日期看不懂，请写成 1946-03-05' };
  const day = `${parts[1]}-${pad(parts[2] ?? '')}-${pad(parts[3] ?? '')}`;
  if (!isDay(day) || day < '1850-01-01' || day > today) return { problem: '没有这一天，或晚于今天' };
  return { value: day };
};

const codeOf = (field: FieldShape, word: string): string | undefined =>
  field.choices?.find(({ code, zh, en, also }) => [code, zh, en, ...(also ?? [])].includes(word))?.code;

const unknownChoice = (field: FieldShape): Reading => ({
  problem: `${field.zh}只能填：${field.choices?.map((one) => one.zh).join('、')}`,
});

/** 是否独居: 是/否 is how many forms ask for the one living arrangement that matters. */
const readCode = (field: FieldShape, text: string): Reading => {
  if (field.code === 'person.living' && /^(是|√)$/.test(text)) return { value: 'alone' };
  const code = codeOf(field, text);
  if (code !== undefined) return { value: code };
  return /^(否|无|\/|-|—|×)$/.test(text) ? { value: null } : unknownChoice(field);
};

const readMany = (field: FieldShape, text: string): Reading => {
  if (/^(无|否|\/|-|—)$/.test(text)) return { value: [] };
  const words = text.split(/[、,，;；/\s]+/).filter(Boolean);
  const codes = words.map((word) => codeOf(field, word));
  return codes.some((code) => code === undefined)
    ? unknownChoice(field)
    : { value: [...new Set(codes as string[])] };
};

const readName = (text: string): Reading => {
  const name = text.normalize('NFC').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  if ([...name].length > 40) return { problem: '姓名太长' };
  return /\d/.test(name) ? { problem: '姓名里有数字' } : { value: name };
};

const readPhone = (text: string): Reading => {
  const phone = tidyPhone(text);
  return isPhone(phone) ? { value: phone } : { problem: '电话号码不对，应为 11 位手机号或固定电话' };
};

const readIdNo = (text: string, today: string): Reading => {
  const idNo = tidyIdNo(text);
  const verdict = checkIdNo(idNo, today);
  return verdict.ok ? { value: idNo } : { problem: faults[verdict.why] };
};

const readCreditCode = (text: string): Reading => {
  const code = tidyCreditCode(text);
  return checkCreditCode(code) ? { value: code } : { problem: '统一社会信用代码应为 18 位，校验不符' };
};

/** 85.5, 1,200, 85平方米: a plain number is kept, its unit is the field's. */
const readNumber = (text: string): Reading => {
  const tidy = text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/(平方米|平方|㎡|m2|人|间|名)$/i, '');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(tidy)) return { problem: '应为数字' };
  return { value: String(Number(tidy)) };
};

/**
 * Reads one cell of the register's spreadsheet as its column means it. Messages never repeat the value.
 * @param text trimmed; empty says nothing
 */
export const readField = (field: FieldShape, text: string, today: string): Reading => {
  if (text === '') return { value: null };
  switch (field.kind) {
    case 'name':
      return readName(text);
    case 'id_no':
      return readIdNo(text, today);
    case 'phone':
      return readPhone(text);
    case 'birth':
    case 'day':
      return readDay(text, today);
    case 'credit_code':
      return readCreditCode(text);
    case 'number':
      return readNumber(text);
    case 'sex':
    case 'code':
      return readCode(field, text);
    case 'multi':
      return readMany(field, text);
    case 'door':
      return { value: field.code === 'place.building' ? tidyBuilding(text) : tidyRoom(text) };
    case 'text':
      return [...text].length > 120 ? { problem: '太长，最多 120 字' } : { value: text };
  }
};
