import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';

/** The office's clock. Instants are ISO 8601; days `YYYY-MM-DD` and months `YYYY-MM` are days in Shanghai. */
export const officeZone = 'Asia/Shanghai';

type Instant = string | Date;

const zoned = (instant: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(typeof instant === 'string' ? instant : instant.toISOString()).toZonedDateTimeISO(
    officeZone,
  );

/** The office's day of an instant: 23:59 in Shanghai and 00:01 are two days, whatever UTC says. */
export const officeDay = (instant: Instant = new Date()): string => zoned(instant).toPlainDate().toString();

export const officeMonth = (instant: Instant = new Date()): string => officeDay(instant).slice(0, 7);

/** `HH:mm`, 24 hours. */
export const officeTime = (instant: Instant): string => zoned(instant).toPlainTime().toString().slice(0, 5);

/** The instant (UTC ISO) of a time of day in Shanghai. */
export const instantAt = (day: string, time: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: officeZone, plainTime: time })
    .toInstant()
    .toString();

/** Monday to Sunday of the week a day is in. */
export const weekOf = (day: string): { monday: string; sunday: string } => {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { monday: monday.toString(), sunday: monday.add({ days: 6 }).toString() };
};

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** First and last day of a month `YYYY-MM`. */
export const monthBounds = (month: string): { first: string; last: string } => {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { first: `${month}-01`, last: `${month}-${String(daysInMonth).padStart(2, '0')}` };
};

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** What the office entered itself: day → is it a working day. Goes before the published arrangement. */
export type DayOverrides = ReadonlyMap<string, boolean>;

export interface DayKind {
  readonly working: boolean;
  /** The holiday's Chinese name, when it is one. */
  readonly name: string | null;
  /** A weekend day worked to make up for a holiday (调休上班). */
  readonly makeUp: boolean;
  /** False when the State Council's arrangement of that year is not known: then weekends only. */
  readonly published: boolean;
}

/** Whether the State Council's arrangement of a year is known: then the package names New Year's Day, else it is a plain weekday to it. */
export const isYearPublished = (year: number): boolean =>
  chineseDays.getDayDetail(`${year}-01-01`).name.includes(',');

/**
 * What kind of day it is in the office: the office's own entry first, then the published arrangement
 * (holidays and make-up working days), else weekends.
 */
export const dayKind = (day: string, overrides: DayOverrides = new Map()): DayKind => {
  const published = isYearPublished(Number(day.slice(0, 4)));
  const weekend = weekdayOf(day) > 5;
  const detail = chineseDays.getDayDetail(day);
  const named = detail.name.includes(',') ? (detail.name.split(',')[1] ?? null) : null;
  const working = overrides.get(day) ?? (published ? detail.work : !weekend);
  return { working, name: named, makeUp: working && weekend, published };
};

export const isWorkingDay = (day: string, overrides?: DayOverrides): boolean =>
  dayKind(day, overrides).working;
