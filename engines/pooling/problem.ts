/**
 * The pooling problem and its plan: the format of the problem files, and what may be added to it.
 * A day counts from 0; a week is `daysPerWeek` days; times are 'HH:mm' of that day; lengths are minutes.
 */
export type Mode = 'video' | 'in-person';

/** A person who can be called up. `travelMinutes` is one way, and counts only in person. */
export interface Cadre {
  readonly id: string;
  readonly committee: string;
  readonly travelMinutes: number;
}

/**
 * Where and when a sitting can be held. `minutes` is the longest a sitting may be; `seats` null: no limit.
 *
 * Without `until` it is a fixed band: a sitting begins at `start` and the venue and the cadres are taken for
 * the whole band. With `until` and `grid` it has free starts: a sitting begins at `start` or any number of
 * `grid` minutes later, lasts as long as its agenda, ends by `until`, and takes the venue and the cadres for
 * just that long; several sittings may lie in it one after another.
 */
export interface Slot {
  readonly id: string;
  readonly day: number;
  readonly start: string;
  readonly minutes: number;
  readonly venue: string;
  readonly mode: Mode;
  readonly seats: number | null;
  readonly until?: string;
  readonly grid?: number;
}

/**
 * A commitment. Without `minutes` it takes the bands that begin at that very time; with `minutes` it takes
 * everything that overlaps it. `minutes` must be given when any slot has free starts.
 */
export interface Busy {
  readonly cadre: string;
  readonly day: number;
  readonly start: string;
  readonly minutes?: number;
}

/** Each of `cadres` may be called to so many sittings in a week. A cadre in two quotas obeys both. */
export interface Quota {
  /** What the group is called, for the sentences of explain.ts: 社工. */
  readonly name?: string;
  readonly cadres: readonly string[];
  readonly maxSittingsPerWeek: number;
}

/**
 * How many of a request's cadres must come. The others may be released from its sitting where they have a
 * commitment at that time, or where their quota of that week is used up by the sittings they do come to; never
 * merely to save a call-up, so the cost counts a released cadre as if she came (she must be told all the same), and
 * she is not named in two sittings at once either. Commitments and quotas count who really comes; seats everybody
 * but who is released for a commitment.
 * `named` are never released.
 * A cadre is released from a whole sitting, so every request of it that needs her must have a quorum.
 */
export interface Quorum {
  readonly fewest: number;
  readonly named?: readonly string[];
}

export interface Request {
  readonly id: string;
  readonly department: string;
  readonly cadres: readonly string[];
  readonly minutes: number;
  /** First and last day on which it may be held. */
  readonly releaseDay: number;
  readonly deadlineDay: number;
  readonly priority: number;
  readonly mode: Mode | 'either';
  /** False: it stands alone in its sitting. */
  readonly mergeable: boolean;
  /** Requests that must come earlier: in an earlier sitting, or before it in the same agenda. */
  readonly after: readonly string[];
  readonly quorum?: Quorum;
}

/** One meeting as it will be held. `start` is given exactly when the slot has free starts. */
export interface Sitting {
  readonly slot: string;
  readonly start?: string;
  readonly agenda: readonly string[];
  /** Cadres who need not come; see Quorum. */
  readonly released?: readonly string[];
}

/**
 * A sitting set by hand: the plan holds it in this slot, at this start, with this agenda in this order.
 * `open`: other requests may join, before, between or after; otherwise it stays exactly as it is.
 * Rules that the sittings set by hand break by themselves are the hand's affair and do not spoil the plan, and a
 * request set by hand need not wait (`after`) for any other.
 */
export interface FixedSitting extends Sitting {
  readonly open?: boolean;
}

export interface Problem {
  readonly name?: string;
  readonly days: number;
  readonly daysPerWeek: number;
  readonly cadres: readonly Cadre[];
  readonly slots: readonly Slot[];
  readonly busy: readonly Busy[];
  readonly quotas: readonly Quota[];
  readonly requests: readonly Request[];
  readonly fixed?: readonly FixedSitting[];
  /** The plan in force: a new one changes as little of it as it can (see replan.ts). */
  readonly previous?: readonly Sitting[];
  /** Paths of what was read but means nothing here, so that it can be said. */
  readonly ignored?: readonly string[];
}

/** The objective, level by level: the first counts before the second, and so on. All are to be small. */
export interface Cost {
  /** Priorities of the requests left out, summed. */
  readonly unscheduled: number;
  /** Distinct cadres of a sitting, summed over the sittings (召集人次). */
  readonly callUps: number;
  /** Per cadre and sitting: from her first item's begin to her last item's end, plus both ways in person. */
  readonly minutesAway: number;
  /** Priority × days after release, summed over the requests placed. */
  readonly lateness: number;
}

export type Level = keyof Cost;
export const levels: readonly Level[] = ['unscheduled', 'callUps', 'minutesAway', 'lateness'];

/** A level's bound holds for every plan that is best on all levels above it. */
export type Bound = Partial<Cost>;

export interface Plan {
  readonly sittings: readonly Sitting[];
  readonly unscheduled: readonly string[];
  readonly cost: Cost;
  readonly bound: Bound;
  /** The levels, from the first, on which cost and bound are equal. */
  readonly proven: readonly Level[];
}

/** Negative when `a` is the better plan's cost. */
export const compareCost = (a: Cost, b: Cost): number => {
  for (const level of levels) if (a[level] !== b[level]) return a[level] - b[level];
  return 0;
};

export { PoolingRefusal } from './parse/read-field.ts';
export { parseProblem } from './parse-problem.ts';
