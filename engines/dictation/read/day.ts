/** A calendar day as days since 1970-01-01. Shanghai has kept UTC+8 without summer time since 1992. */
export type Day = number;

const msPerDay = 86_400_000;
const shanghai = 8 * 3_600_000;

/** The day on which a moment falls in Shanghai, and the minute of that day. Not a time: both NaN. */
export const dayAndMinute = (instant: string): { day: Day; minute: number } => {
  const local = Date.parse(instant) + shanghai;
  return { day: Math.floor(local / msPerDay), minute: Math.floor((local % msPerDay) / 60_000) };
};

/** Undefined when there is no such day (February 30). Months count from 1. */
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= monthDays(year, month))) return undefined;
  return Date.UTC(year, month - 1, date) / msPerDay;
};

export const monthDays = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export const partsOf = (day: Day): { year: number; month: number; date: number } => {
  const at = new Date(day * msPerDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
};

/** YYYY-MM-DD */
export const isoDay = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The same date some months later, or the last day of that month when it is shorter. */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, monthDays(toYear, toMonth))) ?? day;
};
