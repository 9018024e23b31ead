import { maskName, maskTail } from '#platform/privacy/masking.ts';
import type { ColumnChoice } from './choice.ts';

const longNumber = /\d[\d-]{5,16}[\dXx]/g;

/** Numbers by which somebody is known, wherever they stand in a text; days keep their figures. */
export const maskNumbers = (text: string): string =>
  text.replace(longNumber, (found) => (/^\d{4}-\d{2}-\d{2}$/.test(found) ? found : maskTail(found)));

/** Who filled in, checked or signed a form: 填表人：李燕. */
const signed = /(人|长|员|社工|负责)([:：]\s*)([\p{Script=Han}·]{2,4})(?![\p{Script=Han}])/gu;

/** A line around the table as a screen shows it. */
export const maskLine = (text: string): string =>
  maskNumbers(
    text.replace(signed, (_, who: string, colon: string, name: string) => `${who}${colon}${maskName(name)}`),
  );

const isPersonLabel = (path: string): boolean =>
  /(姓名|名字|户主|联系人|监护人|当事人|申请人|房东|子女|配偶|家属)$/.test(path);
const isName = (text: string): boolean => /^[\p{Script=Han}·]{2,6}$/u.test(text);

/** A cell as a screen shows it before anything is confirmed: by what its column is likely to hold, and by its shape. */
export const maskCell = (path: string, choice: ColumnChoice, value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  if (choice.as === 'register' && choice.field === 'name') return maskName(text);
  if (choice.as === 'register' && ['phone', 'idNo'].includes(choice.field)) return text && maskTail(text);
  if (isPersonLabel(path) && isName(text)) return maskName(text);
  return maskNumbers(text);
};
