import { type Bits, membersOf } from '../instance/bits.ts';
import type { Group } from '../search/schedule.ts';
import { compareTotals, type Held, type Schedule, type Totals } from '../search/schedule.ts';

/** How a re-plan is judged: what is left out, then how many requests moved, then the usual levels. */
export interface Outcome {
  readonly totals: Totals;
  readonly moved: number;
}

export const compareOutcomes = (a: Outcome, b: Outcome): number =>
  a.totals.unscheduled - b.totals.unscheduled || a.moved - b.moved || compareTotals(a.totals, b.totals);

interface Way {
  readonly into: number;
  readonly held: Held;
  readonly totals: readonly [moved: number, callUps: number, away: number];
}

/** Ways to place a unit: into a sitting, or alone in any place; those that move it not, and cost least, first. */
const waysFor = (schedule: Schedule, unit: number, home: number): Way[] => {
  const { allowed, people, placesOfWeek, weeksOf } = schedule.instance;
  const own = membersOf(allowed[unit] as Bits);
  const taken = new Map<number, number>();
  for (const week of weeksOf[unit] ?? [])
    for (const at of placesOfWeek[week] ? schedule.inWeek(week) : [])
      taken.set(schedule.sitting(at).place, at);
  return own
    .flatMap((place): Way[] => {
      const into = taken.get(place) ?? -1;
      const old = into < 0 ? undefined : schedule.sitting(into);
      const held = schedule.describe(place, [...(old?.members ?? []), unit]);
      if (!held || !schedule.fits(held, into)) return [];
      const callUps = old ? held.people - old.people : (people[unit] ?? 0);
      return [{ into, held, totals: [place === home ? 0 : 1, callUps, held.away - (old?.away ?? 0)] }];
    })
    .sort((a, b) => compareWays(a, b));
};

const compareWays = (a: Way, b: Way): number =>
  a.totals[0] - b.totals[0] ||
  a.totals[1] - b.totals[1] ||
  a.totals[2] - b.totals[2] ||
  a.held.place - b.held.place;

export interface Search {
  /** Where each unit was, by unit; -1 for a new one. */
  readonly home: Int32Array;
  /** The best so far, as groups, with what it is worth. */
  best: { readonly outcome: Outcome; readonly groups: readonly Group[] } | undefined;
  /** Places tried so far, and how many may be. */
  tried: number;
  limit: number;
}

/**
 * Tries to place `out` in every way, one unit after another, and keeps the best outcome in `search`. Nothing that
 * stands is moved. Ends early when `search` has tried enough.
 */
export const placeAgain = (
  schedule: Schedule,
  out: readonly number[],
  moved: number,
  search: Search,
): void => {
  if (search.best && compareSoFar(schedule, out, moved, search.best.outcome) >= 0) return;
  const unit = nextOf(schedule, out);
  if (unit === undefined) {
    const outcome = { totals: schedule.totals, moved };
    if (!search.best || compareOutcomes(outcome, search.best.outcome) < 0)
      search.best = { outcome, groups: schedule.groups() };
    return;
  }
  const rest = out.filter((other) => other !== unit);
  const home = search.home[unit] ?? -1;
  for (const { into, held, totals } of waysFor(schedule, unit, home)) {
    if (search.tried >= search.limit) break;
    search.tried += 1;
    const mark = schedule.mark();
    if (into < 0) schedule.open(held);
    else schedule.change(into, held);
    placeAgain(schedule, rest, moved + (home < 0 ? 0 : totals[0]), search);
    schedule.undo(mark);
  }
  placeAgain(schedule, rest, moved + (home < 0 ? 0 : 1), search);
};

/** What is to come can only add: unscheduled only shrinks by what is still out. */
const compareSoFar = (schedule: Schedule, out: readonly number[], moved: number, best: Outcome): number => {
  const { totals } = schedule;
  const still = out.reduce((sum, unit) => sum + (schedule.instance.priority[unit] ?? 0), 0);
  return compareOutcomes({ totals: { ...totals, unscheduled: totals.unscheduled - still }, moved }, best);
};

/** What waits for nothing that is out, the narrowest window first. */
const nextOf = ({ instance }: Schedule, out: readonly number[]): number | undefined => {
  const waiting = new Set(out);
  const ready = out.filter((unit) => !instance.after[unit]?.some((earlier) => waiting.has(earlier)));
  const choice = (unit: number) => membersOf(instance.allowed[unit] as Bits).length;
  return ready.sort((a, b) => choice(a) - choice(b))[0];
};
