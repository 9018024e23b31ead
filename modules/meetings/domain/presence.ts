/** From…until; `until` null: still there. */
export interface Interval {
  readonly from: string;
  readonly until: string | null;
}

/** Joins overlapping and touching intervals; an open one ends at `now`. */
export const joinIntervals = (
  intervals: readonly Interval[],
  now: string,
): { from: number; until: number }[] => {
  const sorted = intervals
    .map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until ?? now) }))
    .filter(({ from, until }) => until > from)
    .toSorted((a, b) => a.from - b.from);
  const joined: { from: number; until: number }[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.from <= last.until) last.until = Math.max(last.until, next.until);
    else joined.push({ ...next });
  }
  return joined;
};

/** Whole minutes somebody was there: two devices at once count once. */
export const presentMinutes = (intervals: readonly Interval[], now: string): number =>
  Math.round(joinIntervals(intervals, now).reduce((sum, { from, until }) => sum + until - from, 0) / 60_000);
