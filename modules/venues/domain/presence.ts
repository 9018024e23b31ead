/** One stretch of a device's presence. `seenAt` is the last moment it was known to be there, ISO 8601. */
export interface Interval {
  readonly venue: string;
  readonly cameAt: string;
  readonly seenAt: string;
}

/**
 * A gap up to this long is a poor line, not an absence: the engine's list is read each ten seconds, and a
 * screen that fell off is back within seconds.
 */
export const patienceMs = 45_000;

const ms = (at: string): number => Date.parse(at);

/** Joins a venue's stretches that touch or lie within the patience of each other, in order of coming. */
export const mergeIntervals = (intervals: readonly Interval[]): Interval[] => {
  const merged: Interval[] = [];
  for (const one of intervals.toSorted((a, b) => ms(a.cameAt) - ms(b.cameAt))) {
    const last = merged.at(-1);
    if (last && ms(one.cameAt) - ms(last.seenAt) <= patienceMs)
      merged[merged.length - 1] = {
        ...last,
        seenAt: ms(one.seenAt) > ms(last.seenAt) ? one.seenAt : last.seenAt,
      };
    else merged.push(one);
  }
  return merged;
};

/** Whole minutes a venue was connected, rounded up: who came came for a minute at least. */
export const minutesPresent = (intervals: readonly Interval[]): number => {
  const total = mergeIntervals(intervals).reduce(
    (sum, { cameAt, seenAt }) => sum + ms(seenAt) - ms(cameAt),
    0,
  );
  return intervals.length === 0 ? 0 : Math.max(1, Math.ceil(total / 60_000));
};
