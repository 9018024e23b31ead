import { monthBounds } from '#platform/calendar/calendar.ts';
import type { Grain, Period } from './names.ts';

/** Which rows a page is about: one committee or all, and which days. A roster is about today. */
export interface Scope {
  readonly committee: string | null;
  readonly months: readonly string[];
  readonly first: string;
  readonly last: string;
}

/** More months than this are several ledgers. */
export const mostMonths = 36;

const monthAt = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** Months from one to another, both named; the wrong way round counts from the earlier, at most three years. */
export const monthsBetween = (one: string, other: string): string[] => {
  const [from, to] = [indexOf(one), indexOf(other)].toSorted((a, b) => a - b) as [number, number];
  return Array.from({ length: Math.min(to - from + 1, mostMonths) }, (_, at) => monthAt(from + at));
};

const upTo = (month: string): string[] => monthsBetween(`${month.slice(0, 5)}01`, month);

/** The months a ledger of this rhythm has on one form: a month, the quarter it lies in, its year. */
export const monthsOf = (period: Period, month: string): string[] => {
  const at = indexOf(month);
  const length = { month: 1, quarter: 3, year: 12 }[period];
  const first = at - (at % length);
  return Array.from({ length }, (_, index) => monthAt(first + index));
};

/** The days from the first to the last of these months, which follow each other. */
export const scopeOver = (committee: string | null, months: readonly string[]): Scope => {
  const last = months.at(-1) ?? '';
  return { committee, months, first: monthBounds(months[0] ?? last).first, last: monthBounds(last).last };
};

/**
 * The rows of a month (or of the quarter or year it lies in, where the form has one). A summary of all
 * committees has a row for each committee in that month; of one committee a row for each month of the year
 * so far, for one row alone would say little. `until` asks for every month up to it instead.
 */
export const scopeOf = (
  grain: Grain,
  committee: string | null,
  month: string,
  { until, period = 'month' }: { until?: string | undefined; period?: Period } = {},
): Scope => {
  if (until !== undefined) return scopeOver(committee, monthsBetween(month, until));
  const months =
    period === 'month' && grain === 'summary' && committee !== null ? upTo(month) : monthsOf(period, month);
  return scopeOver(committee, months);
};
