import { minuteOf, timeOf } from './clock.ts';
import type { Busy, Problem, Slot } from './problem.ts';

export interface FreeStarts {
  /** Minutes between two possible starts. */
  readonly grid: number;
  /** The longest a sitting may be; as long as the longest band when left out. */
  readonly longest?: number;
}

const endOf = ({ start, minutes }: Slot): number => minuteOf(start) + minutes;

/** Bands of one room that follow each other without a gap. */
const runsOf = (bands: readonly Slot[]): Slot[][] => {
  const runs: Slot[][] = [];
  for (const band of bands.toSorted((a, b) => minuteOf(a.start) - minuteOf(b.start))) {
    const last = runs.at(-1)?.at(-1);
    if (last && endOf(last) === minuteOf(band.start)) runs.at(-1)?.push(band);
    else runs.push([band]);
  }
  return runs;
};

const rangeOf = (run: readonly Slot[], { grid, longest }: FreeStarts): Slot => {
  const first = run[0] as Slot;
  const until = Math.max(...run.map(endOf));
  const most = longest ?? Math.max(...run.map(({ minutes }) => minutes));
  return { ...first, minutes: Math.min(most, until - minuteOf(first.start)), until: timeOf(until), grid };
};

/** How long a commitment of a band lasts: as long as the longest band that begins with it. */
const lasting = (problem: Problem): ((busy: Busy) => Busy) => {
  const longest = new Map<string, number>();
  for (const { day, start, minutes } of problem.slots)
    longest.set(`${day} ${start}`, Math.max(minutes, longest.get(`${day} ${start}`) ?? 0));
  return (busy) => ({ ...busy, minutes: busy.minutes ?? longest.get(`${busy.day} ${busy.start}`) ?? 1 });
};

/**
 * The same problem with free starts: bands of one room that follow each other become one range. What is planned
 * better then is what the fixed bands cost. Sittings set by hand belong to a band and are left out.
 */
export const withFreeStarts = (problem: Problem, choice: FreeStarts): Problem => {
  const { fixed: _, previous: __, ...rest } = problem;
  const bands = problem.slots.filter(({ until }) => until === undefined);
  const rooms = Map.groupBy(bands, ({ day, venue, mode, seats }) => `${day} ${venue} ${mode} ${seats}`);
  const ranges = [...rooms.values()].flatMap(runsOf).map((run) => rangeOf(run, choice));
  return {
    ...rest,
    slots: [...ranges, ...problem.slots.filter(({ until }) => until !== undefined)],
    busy: problem.busy.map(lasting(problem)),
  };
};
