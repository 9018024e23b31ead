import type { OfficeYear } from '../contract.ts';

/** Days in a row of one kind and name, as people speak of them. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly working: boolean;
  readonly name: string;
}

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** Joins neighbouring days: 2-15 … 2-23 春节 is one line, not nine. The days come in order. */
export const daySpans = (days: OfficeYear['published']): DaySpan[] => {
  const spans: DaySpan[] = [];
  for (const { day, working, name } of days) {
    const last = spans.at(-1);
    if (last && last.working === working && last.name === name && dayAfter(last.until) === day)
      spans[spans.length - 1] = { ...last, until: day, days: last.days + 1 };
    else spans.push({ from: day, until: day, days: 1, working, name });
  }
  return spans;
};
