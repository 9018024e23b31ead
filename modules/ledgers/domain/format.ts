import { maskName, maskTail } from '#platform/privacy/masking.ts';
import type { Column } from './definition.ts';
import type { Value } from './evaluate.ts';

/** What the dictionary says of an element that matters for showing it: its type and its choices' labels. */
export interface ElementLabel {
  readonly type: string;
  readonly choices: readonly { readonly code: string; readonly zh: string }[];
}
export type Dictionary = ReadonlyMap<string, ElementLabel>;

/** Screens mask who it is until opened; paper shows what its form needs. */
export type Surface = 'screen' | 'masked-paper' | 'paper';

const elementOf = ({ shows }: Column): string | null => {
  if (!('expression' in shows)) return null;
  const { expression } = shows;
  if ('element' in expression) return expression.element;
  if ('known' in expression) return expression.known;
  if ('register' in expression) return expression.register === 'sex' ? 'person.sex' : null;
  return null;
};

/** The choices a column's codes stand for, if it has any. */
export const codedBy = (column: Column, dictionary: Dictionary): ElementLabel | undefined =>
  dictionary.get(elementOf(column) ?? '');

const labelOf = (code: string, label: ElementLabel | undefined): string =>
  label?.choices.find((choice) => choice.code === code)?.zh ?? code;

const day = (value: string, format: Column['day'], surface: Surface): string => {
  const [year = '', month = '', date = ''] = value.split('-');
  if (surface === 'screen') return format === 'MM.DD' || !format ? `${month}-${date}` : value;
  if (format === 'YYYY.MM.DD') return `${year}.${month}.${date}`;
  return format === 'YYYY年M月D日' ? `${year}年${Number(month)}月${Number(date)}日` : `${month}.${date}`;
};

const number = (value: number, decimals: number | undefined): string =>
  decimals === undefined ? String(value) : value.toFixed(decimals);

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Who the row is about, in the columns that say it. */
const personal = (column: Column): 'name' | 'tail' | null => {
  if (!('expression' in column.shows) || !('register' in column.shows.expression)) return null;
  const { register } = column.shows.expression;
  if (register === 'name') return 'name';
  return register === 'phone' || register === 'idNo' ? 'tail' : null;
};

const mask = (column: Column, text: string): string => {
  const kind = personal(column);
  return kind === 'name' ? maskName(text) : kind === 'tail' ? maskTail(text) : text;
};

/** A printed text as a screen shows it. */
export const maskedText = (column: Column, printed: string): string =>
  printed === '' ? '' : mask(column, printed);

const plain = (
  column: Column,
  value: Exclude<Value, null>,
  dictionary: Dictionary,
  surface: Surface,
): string => {
  const label = codedBy(column, dictionary);
  if (typeof value === 'number') return number(value, column.decimals);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string') return value.map((code) => labelOf(code, label)).join('、');
  return isDay(value) ? day(value, column.day, surface) : labelOf(value, label);
};

/** The text of a cell; nothing known is an empty cell. */
export const cellText = (column: Column, value: Value, dictionary: Dictionary, surface: Surface): string => {
  if (value === null) return '';
  const text = plain(column, value, dictionary, surface);
  return surface === 'paper' ? text : mask(column, text);
};

/** A day in a file: a date of the workbook, not a text that looks like one. */
export interface FileDay {
  readonly date: string;
}
export type FileValue = string | number | FileDay | null;

/** A cell for a file: numbers and days stay what they are, so that the department can reckon with them. */
export const cellValue = (column: Column, value: Value, dictionary: Dictionary): FileValue => {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string' && isDay(value)) return { date: value };
  return cellText(column, value, dictionary, 'paper');
};

/** How a workbook shows the numbers and days of a column: as the paper does. */
export const columnFormat = ({ day: written, decimals }: Column): { number?: string; date: string } => ({
  ...(decimals === undefined ? {} : { number: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }),
  date: { 'MM.DD': 'mm.dd', 'YYYY.MM.DD': 'yyyy.mm.dd', YYYY年M月D日: 'yyyy"年"m"月"d"日"' }[
    written ?? 'MM.DD'
  ],
});

export interface LineFacts {
  readonly committee: string;
  readonly department: string;
  readonly period: string;
  readonly today: string;
  readonly keeper: string;
}

/** Fills the places of a line of the form: 居委会：{committee}. */
export const fillLine = (line: string, facts: LineFacts): string =>
  line.replace(/\{(committee|department|period|today|keeper)\}/g, (_, name: keyof LineFacts) => facts[name]);

/** `2026-11` as 2026年11月. */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** `2026-11-25` as 2026年11月25日. */
export const dayText = (value: string): string =>
  `${monthText(value.slice(0, 7))}${Number(value.slice(8))}日`;
