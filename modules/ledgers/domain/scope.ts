import { monthBounds } from '#platform/calendar/calendar.ts';
import type { Grain } from './definition.ts';

/** Which rows a page is about: one committee or all, and which days. A roster is about today. */
export interface Scope {
  readonly committee: string | null;
  readonly months: readonly string[];
  readonly first: string;
  readonly last: string;
}

const upTo = (month: string): string[] =>
  Array.from(
    { length: Number(month.slice(5)) },
    (_, index) => `${month.slice(0, 5)}${String(index + 1).padStart(2, '0')}`,
  );

/**
 * The rows of a month. A summary of all committees has a row for each committee in that month; of one
 * committee a row for each month of the year so far, for one row alone would say little.
 */
export const scopeOf = (grain: Grain, committee: string | null, month: string): Scope => {
  const months = grain === 'summary' && committee !== null ? upTo(month) : [month];
  return { committee, months, first: monthBounds(months[0] ?? month).first, last: monthBounds(month).last };
};
