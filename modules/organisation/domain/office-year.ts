import { Temporal } from 'temporal-polyfill';
import { dayKind, isYearPublished } from '#platform/calendar/calendar.ts';

/** The days of a year on which the published arrangement differs from a plain week. Empty when none is known. */
export const publishedDays = (year: number): { day: string; working: boolean; name: string }[] => {
  if (!isYearPublished(year)) return [];
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index })).flatMap(
    (date) => {
      const { working, name, makeUp } = dayKind(date.toString());
      const weekday = date.dayOfWeek <= 5;
      if (working === weekday && (working || name === null)) return [];
      return [{ day: date.toString(), working, name: makeUp ? `${name ?? ''}调休` : (name ?? '休息') }];
    },
  );
};
