import { monthBounds } from '#platform/calendar/calendar.ts';
import type { Grain } from './names.ts';

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

/** The days from the first to the last of these months, which follow each other. */
export const scopeOver = (committee: string | null, months: readonly string[]): Scope => {
  const last = months.at(-1) ?? '';
  return { committee, months, first: monthBounds(months[0] ?? last).first, last: monthBounds(last).last };
};

/**
 * The rows of a month. A summary of all committees has a row for each committee in that month; of one
 * committee a row for each month of the year so far, for one row alone would say little.
 */
export const scopeOf = (grain: Grain, committee: string | null, month: string): Scope => {
  return scopeOver(committee, grain === 'summary' && committee !== null ? upTo(month) : [month]);
};
