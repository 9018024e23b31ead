import type { RawValue } from '../cells.ts';
import type { ColumnKind } from './column-type.ts';
import { textOf } from './grid.ts';
import type { YearFor } from './named-years.ts';
import { type DateRead, dateOfNumber, isoDate, readDate, readTime } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { isBlank, isDash, plain } from './text.ts';
import { conversion, isMeasure } from './units.ts';

export type FormValue = string | number | null;

export interface ValueRead {
  readonly value: FormValue;
  /** False when the cell, or something in it, is left for a person to read. */
  readonly understood: boolean;
}

const read = (value: FormValue): ValueRead => ({ value, understood: true });
const unread: ValueRead = { value: null, understood: false };

const TICKED = /[☑√■✓✔☒]\s*([^□☑√■✓✔☒]{1,20})/g;

/** Boxes with one or more ticked give what is ticked: ☑独居 □空巢 is 独居. */
const ticked = (text: string): string | undefined => {
  if (!text.includes('□') || !/[☑√■✓✔☒]/.test(text)) return undefined;
  const chosen = [...text.matchAll(TICKED)].map(([, option = '']) => option.trim());
  return chosen.length > 0 ? chosen.join('、') : undefined;
};

const isCutNumber = (raw: RawValue): boolean =>
  typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) >= 1e15;

const exact = (value: number): number => Number(value.toPrecision(15));

/**
 * A figure in its column's unit: 85% is 0.85, and 85 where the column is in %; 12000元 is 1.2 in 万元, 30分钟 0.5 in
 * 小时. Undefined when it measures something else; what only counts (只, 件) counts whatever the column is called.
 */
const inUnit = (value: number, written: string | null, unit: string | null): number | undefined => {
  if (written === '%' && unit !== '%') return exact(value / 100);
  if (written === null || unit === null || !isMeasure(written) || !isMeasure(unit)) return value;
  const factor = conversion(written, unit);
  return factor === undefined ? undefined : exact(value * factor);
};

/** Whether the column says what was written behind the figure; a 只 in a column without a unit is left to be seen. */
const isSaid = (written: string | null, unit: string | null): boolean =>
  written === null ||
  written === '%' ||
  (unit !== null &&
    (plain(unit).replace('周岁', '岁') === written.replace('周岁', '岁') || isMeasure(written)));

const numberOf = (raw: RawValue, text: string, unit: string | null): ValueRead => {
  if (typeof raw === 'number') return isCutNumber(raw) ? unread : read(raw);
  if (raw !== null && typeof raw === 'object' && 'shown' in raw)
    return read(unit === '%' && raw.shown.endsWith('%') ? exact(raw.number * 100) : raw.number);
  if (isDash(text)) return read(null);
  const number = readNumber(text);
  if (!number) return unread;
  const value = inUnit(number.value, number.unit, unit);
  return value === undefined
    ? unread
    : { value, understood: number.rest === null && isSaid(number.unit, unit) };
};

/** What a date column needs to know beside the cell. */
export interface DateContext {
  readonly row: number;
  readonly yearFor: YearFor;
  /** The date read in the row above: tells 3.1 typed for 3.10 from the first of March. */
  readonly before: string | null;
}

const dateIn = (raw: RawValue, text: string): DateRead | undefined => {
  if (typeof raw === 'number') return dateOfNumber(raw, text);
  if (raw !== null && typeof raw === 'object' && 'shown' in raw) return dateOfNumber(raw.number, raw.shown);
  return readDate(text);
};

const completed = (date: DateRead, { row, yearFor }: DateContext): string | undefined => {
  if (date.year !== undefined) return isoDate(date);
  const named = yearFor(row, date.month);
  if (!named) return undefined;
  const month = date.month ?? named.month;
  return isoDate({ ...date, year: named.year, ...(month === undefined ? {} : { month }) });
};

const dateOf = (raw: RawValue, text: string, context: DateContext): ValueRead => {
  if (raw !== null && typeof raw === 'object' && 'date' in raw) return read(raw.date);
  if (isDash(text)) return read(null);
  const date = dateIn(raw, text);
  if (!date) return unread;
  const iso = completed(date, context);
  if (iso === undefined) return unread;
  const { orDay, orMonth, ...sure } = date;
  const other =
    orDay !== undefined
      ? completed({ ...sure, day: orDay }, context)
      : orMonth !== undefined
        ? completed({ ...sure, month: orMonth }, context)
        : undefined;
  const later =
    other !== undefined && context.before !== null && iso < context.before && other >= context.before;
  return read(later ? other : iso);
};

const timeOf = (text: string): ValueRead => {
  const time = readTime(text);
  return time === undefined ? unread : read(time);
};

/** Reads one cell as its column's type. Blank cells are null and understood. */
export const readValue = (raw: RawValue, { type, unit }: ColumnKind, context: DateContext): ValueRead => {
  const text = textOf(raw);
  if (raw !== null && typeof raw === 'object' && 'error' in raw) return unread;
  if (isBlank(text)) return read(null);
  if (type === 'number') return numberOf(raw, text, unit);
  if (type === 'date') return dateOf(raw, text, context);
  if (type === 'time') return timeOf(text);
  if (isCutNumber(raw)) return unread;
  return read(ticked(text) ?? text);
};

/** 同上, 〃: the value of the row above. */
export const isDitto = (text: string): boolean =>
  /^(同上|同前|〃|″|'')$/.test(plain(text)) || text.trim() === '"';
