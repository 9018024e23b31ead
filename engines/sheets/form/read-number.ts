import { CHINESE_DIGITS, chineseNumber } from './chinese-number.ts';
import { plain } from './text.ts';
import { UNIT_PATTERN } from './units.ts';

export interface NumberRead {
  readonly value: number;
  /** The measure word written with it: 3人 has 人. */
  readonly unit: string | null;
  /** What stood beside the number and is not in it: 3(含党员1名). */
  readonly rest: string | null;
}

const ABOUT = /^(?:大约|约|共计|合计|总计|共有|共|计|近|大概|不到)|(?:左右|上下|余|多)$/g;
const NUMBER = '[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[+-]?\\.\\d+';
const WRITTEN = new RegExp(`^[¥$]?(${NUMBER})(万|亿)?(多|余)?(${UNIT_PATTERN})?(?:整|正)?$`);
const CHINESE = new RegExp(
  `^(${CHINESE_DIGITS}+|[廿卅]${CHINESE_DIGITS}?)(多|余)?(${UNIT_PATTERN})?(?:整|正)?$`,
);
const HALF = new RegExp(`^(?:半(${UNIT_PATTERN})|(.+?)(个)半(${UNIT_PATTERN})|(.+?)(${UNIT_PATTERN})半)$`);
const JIAO = /^(.+?)元(.)角(?:(.)分)?$/;
const TAIL = /^([^()]+)\(([^()]*)\)$/;
const TIMES: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Without the noise of binary fractions: 1.2万 is 12000. */
const exact = (value: number): number => Number(value.toPrecision(15));

const digitsOf = (text: string): NumberRead | undefined => {
  const [, number, times, , unit] = WRITTEN.exec(text) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replaceAll(',', '')) * (TIMES[times ?? ''] ?? 1);
  return { value: exact(value), unit: unit ?? null, rest: null };
};

/** 一个 is one, but 万元 after a Chinese number belongs to the number: 三万元 is 30000 元. */
const chineseOf = (text: string): NumberRead | undefined => {
  const [, number = '', , unit] = CHINESE.exec(text) ?? [];
  const value = number === '' ? undefined : chineseNumber(number);
  return value === undefined ? undefined : { value, unit: unit ?? null, rest: null };
};

const halfOf = (text: string): NumberRead | undefined => {
  const [, only, before, , unit, whole, wholeUnit] = HALF.exec(text) ?? [];
  if (only !== undefined) return { value: 0.5, unit: only, rest: null };
  const inner = before ?? whole;
  if (inner === undefined) return undefined;
  const read = digitsOf(inner) ?? chineseOf(inner);
  return read && read.unit === null
    ? { value: read.value + 0.5, unit: unit ?? wholeUnit ?? null, rest: null }
    : undefined;
};

const moneyOf = (text: string): NumberRead | undefined => {
  const [, yuan, jiao, fen] = JIAO.exec(text) ?? [];
  if (yuan === undefined || jiao === undefined) return undefined;
  const [a, b, c] = [yuan, jiao, fen ?? '0'].map((part) => (digitsOf(part) ?? chineseOf(part))?.value);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  return { value: exact(a + b / 10 + c / 100), unit: '元', rest: null };
};

/**
 * A number as people write it: 约20, 1,200元, 一具, １２ ３, 两天半, 壹仟贰佰元整, 85%.
 * A percentage gives its figure and the unit `%`. Ranges and "more than" are no number.
 */
export const readNumber = (written: string): NumberRead | undefined => {
  const text = plain(written).replace(ABOUT, '');
  if (text === '' || text.length > 40) return undefined;
  const read = digitsOf(text) ?? chineseOf(text) ?? halfOf(text) ?? moneyOf(text);
  if (read) return read;
  const [, before, rest] = TAIL.exec(text) ?? [];
  const main = before === undefined ? undefined : (digitsOf(before) ?? chineseOf(before));
  return main && rest !== undefined ? { ...main, rest } : undefined;
};
