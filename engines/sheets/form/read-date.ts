import { chineseNumber } from './chinese-number.ts';
import { squash } from './text.ts';

/** A date as far as it is written: any part may be missing. */
export interface DateRead {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** HH:mm, when written. */
  readonly time?: string;
  /** A number cell 3.1 may have been typed as 3.10: the day it may be instead. */
  readonly orDay?: number;
  /** Likewise 2026.1 for 2026.10. */
  readonly orMonth?: number;
}

const two = (value: number): string => String(value).padStart(2, '0');
const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether such a day can be, in a leap year when no year is known. */
const isReal = ({ year, month, day }: DateRead): boolean =>
  (year === undefined || (year >= 1850 && year <= 2150)) &&
  (month === undefined || isMonth(month)) &&
  (day === undefined || (day >= 1 && day <= daysIn(year ?? 2024, month ?? 1)));

/** Two digits of a year: 26 is 2026, 45 is 1945. */
const fullYear = (written: string): number => {
  const year = Number(written);
  return written.length > 2 ? year : year + (year <= 40 ? 2000 : 1900);
};

/** 二〇二六年三月十二日 with figures; also with the letter O or a circle for the zero. */
const withFigures = (text: string): string =>
  text
    .replace(/[oO○〇零](?=[一二三四五六七八九〇零oO○\d])|(?<=[一二三四五六七八九\d])[oO○〇零]/g, '〇')
    .replace(/[〇一二三四五六七八九十廿卅]+(?=[年月日号])/g, (number) =>
      String(chineseNumber(number) ?? number),
    );

const HALVES = '上午|早上|下午|中午|晚上|晚|凌晨';
const CLOCK = new RegExp(
  `(?:^|\\s+|T|(?<=[日号午上晚晨)]))(${HALVES})?\\s*(\\d{1,2})(?::(\\d{2})(?::\\d{2})?|[点时](?:(\\d{1,2})分?|半)?)$`,
);

/** The clock at the end of a text, and what stands before it. */
const clockOf = (text: string): { time: string; before: string } | undefined => {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const [whole, half, hours = '', minutes, spoken] = found;
  const late = (half === '下午' || half?.startsWith('晚')) && Number(hours) < 12 ? 12 : 0;
  const hour = Number(hours) + late;
  const minute = Number(minutes ?? spoken ?? (whole.endsWith('半') ? 30 : 0));
  if (hour > 23 || minute > 59) return undefined;
  return { time: `${two(hour)}:${two(minute)}`, before: text.slice(0, found.index) };
};

/** A time of day: 9:30, 上午9点, 下午2点半; as HH:mm. */
export const readTime = (written: string): string | undefined => {
  const clock = clockOf(written.normalize('NFKC').trim());
  return clock?.before === '' ? clock.time : undefined;
};

type Pattern = readonly [RegExp, (...parts: string[]) => DateRead];
const SEP = '[年./\\-、,]';
const SEP2 = '[月./\\-、,]';

const PATTERNS: readonly Pattern[] = [
  [
    new RegExp(`^(\\d{4}|'?\\d{2})${SEP}(\\d{1,2})${SEP2}(\\d{1,2})[日号]?$`),
    (y, m, d) => ({ year: fullYear(y?.replace("'", '') ?? ''), month: Number(m), day: Number(d) }),
  ],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (m, d, y) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [
    new RegExp(`^(\\d{4}|\\d{2}(?=年))${SEP}(\\d{1,2})月?$`),
    (y = '', m) => ({ year: fullYear(y), month: Number(m) }),
  ],
  [new RegExp(`^(\\d{1,2})${SEP2}(\\d{1,2})[日号]?$`), (m, d) => ({ month: Number(m), day: Number(d) })],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, (y, m, d) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [/^((?:19|20)\d{2})(\d{2})$/, (y, m) => ({ year: Number(y), month: Number(m) })],
  [/^(\d{2})(\d{2})(\d{2})$/, (y = '', m, d) => ({ year: fullYear(y), month: Number(m), day: Number(d) })],
  [/^((?:19|20)\d{2})年?$/, (y) => ({ year: Number(y) })],
  [/^(\d{1,2})月$/, (m) => ({ month: Number(m) })],
  [/^(\d{1,2})[日号]$/, (d) => ({ day: Number(d) })],
];

/** What may stand behind a date and says nothing more: 周四, (补), 上午, 左右. */
const withoutTail = (text: string): string =>
  text
    .replace(/\([^()]*\)/g, '')
    .replace(new RegExp(`(${HALVES}|左右|许)$`), '')
    .replace(/(周|星期)[一二三四五六日天]$/, '')
    .replace(/[.,、]$/, '');

/** A date as people write it: 二〇二六年三月一日, 3.12, 3/12, 2026.3, 26.3.1, 20260301, 3月12日（周四）上午9点. */
export const readDate = (written: string): DateRead | undefined => {
  if (written.length > 40) return undefined;
  const trimmed = written.normalize('NFKC').trim();
  const clock = clockOf(trimmed);
  const text = withoutTail(withFigures(squash(clock?.before ?? trimmed)));
  for (const [pattern, make] of PATTERNS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const read = make(...found.slice(1).map((part) => part ?? ''));
    if (isReal(read)) return clock ? { ...read, time: clock.time } : read;
  }
  return undefined;
};

const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;
const EPOCH = Date.UTC(1899, 11, 30);

const serialDate = (serial: number): DateRead => {
  const date = new Date(EPOCH + Math.round(serial * 86_400) * 1000);
  const time = Number.isInteger(serial) ? {} : { time: date.toISOString().slice(11, 16) };
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time };
};

const alternative = (read: DateRead, shown: string): DateRead => {
  if (!/\.[123]$/.test(shown)) return read;
  const ten = Number(shown.slice(-1)) * 10;
  if (read.year !== undefined && read.day === undefined) return ten === 10 ? { ...read, orMonth: ten } : read;
  return isReal({ ...read, day: ten }) ? { ...read, orDay: ten } : read;
};

/**
 * A date in a number cell: the workbook's serial days (45000), 20260301, or 3.12 and 2026.3 typed as they were said.
 * @param shown the number as the cell shows it; 3.10 says more than 3.1
 */
export const dateOfNumber = (value: number, shown: string): DateRead | undefined => {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) return serialDate(value);
  const read = value > 0 ? readDate(shown) : undefined;
  return read ? alternative(read, shown) : undefined;
};

/** ISO as far as it is known: 2026-03-12, 2026-03, 2026; undefined while the year is missing. */
export const isoDate = ({ year, month, day, time }: DateRead): string | undefined => {
  if (year === undefined || (day !== undefined && month === undefined)) return undefined;
  if (!isReal({ year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }))
    return undefined;
  const date = [
    String(year),
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
  return time !== undefined && day !== undefined ? `${date}T${time}:00` : date;
};
