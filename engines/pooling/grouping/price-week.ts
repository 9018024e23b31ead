import { addBit, type Bits, emptyBits, union, weigh, weighOutside } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { type Column, columnOf } from './column.ts';
import type { WeekView } from './week-view.ts';

/** Row prices: what placing a unit is worth, and what calling up an atom in this week costs. */
export interface Prices {
  readonly cover: Float64Array;
  readonly call: (atom: number) => number;
}

export interface Priced {
  /** Sets worth more than they cost, best first. */
  readonly found: readonly Column[];
  /** No set of the week is worth more than it costs by more than this. */
  readonly most: number;
  /** Everything was looked at. */
  readonly whole: boolean;
}

export interface PriceLimits {
  /** Sets worth less than this beyond their cost are of no interest. */
  readonly least: number;
  readonly count: number;
  readonly nodes: number;
}

/**
 * Finds the sets of a week that are worth most beyond what they cost, without listing them all: a search over units,
 * cut off by a bound.
 *
 * A set with units S calls up the atoms in the union of theirs, each once. With `left` minutes left and U called up
 * already, any further units T (∑ minutes ≤ left) add at least
 *
 *   weight(∪T \ U) ≥ ∑ over t ∈ T of weight(t \ U) · minutes(t) / left
 *
 * because an atom pays at most once what its units pay in shares. So a fractional knapsack over
 * worth(t) − weight(t \ U) · minutes(t) / left bounds what any T gains.
 */
export const priceWeek = (
  instance: Instance,
  view: WeekView,
  prices: Prices,
  closed: (units: readonly number[]) => boolean,
  limits: PriceLimits,
): Priced => {
  const search = new Pricing(instance, view, prices, closed, limits);
  return search.run();
};

interface Candidate {
  readonly position: number;
  readonly ratio: number;
  readonly gain: number;
}

class Pricing {
  readonly #instance: Instance;
  readonly #view: WeekView;
  readonly #limits: PriceLimits;
  readonly #closed: (units: readonly number[]) => boolean;
  readonly #worth: Float64Array;
  readonly #minutes: Float64Array;
  /** Atoms as this week sees them: who is called by the same units of the week is one. */
  readonly #calls: readonly Bits[];
  readonly #weight: Float64Array;
  readonly #people: Float64Array;
  readonly #chosen: number[] = [];
  readonly #found: { units: number[]; value: number; places: Bits }[] = [];
  #nodes = 0;
  #least: number;
  /** What those that were not looked at any more may be worth at most. */
  #unseen = Number.NEGATIVE_INFINITY;

  constructor(
    instance: Instance,
    view: WeekView,
    { cover, call }: Prices,
    closed: (units: readonly number[]) => boolean,
    limits: PriceLimits,
  ) {
    this.#instance = instance;
    this.#view = view;
    this.#limits = limits;
    this.#closed = closed;
    this.#least = limits.least;
    this.#worth = Float64Array.from(view.units, (unit) => cover[unit] as number);
    this.#minutes = Float64Array.from(view.units, (unit) => instance.minutes[unit] as number);
    const local = localAtoms(instance, view, call);
    this.#calls = local.calls;
    this.#weight = local.weight;
    this.#people = local.people;
  }

  run(): Priced {
    const { units, words } = this.#view;
    const positions = units.flatMap((unit, at) => (this.#instance.mergeable[unit] ? [at] : []));
    const everywhere = new Int32Array(words).fill(-1);
    const none = new Int32Array((this.#calls[0] as Bits | undefined)?.length ?? 1);
    if (units.length > 0) this.#visit(positions, none, everywhere, 0, 0);
    this.#found.sort((a, b) => b.value - a.value);
    const whole = this.#nodes <= this.#limits.nodes;
    return {
      found: this.#found.map((one) => this.#columnOf(one)),
      most: Math.max(this.#found[0]?.value ?? this.#limits.least, this.#unseen),
      whole,
    };
  }

  #visit(positions: readonly number[], called: Bits, places: Bits, used: number, value: number): void {
    this.#nodes += 1;
    const left = this.#view.longest - used;
    const candidates = this.#candidates(positions, called, left);
    for (let k = 0; k < candidates.length; k += 1) {
      const reach = value + knapsack(candidates, k, left, this.#minutes);
      if (reach <= this.#least) return;
      if (this.#nodes > this.#limits.nodes) {
        this.#unseen = Math.max(this.#unseen, reach);
        return;
      }
      const { position } = candidates[k] as Candidate;
      const nextCalled = joined(called, this.#calls[position] as Bits);
      const length = used + (this.#minutes[position] as number);
      const nextPlaces = this.#placesWith(places, position, length, nextCalled);
      if (!nextPlaces) continue;
      const next =
        value +
        (this.#worth[position] as number) -
        weighOutside(this.#calls[position] as Bits, called, this.#weight);
      this.#chosen.push(position);
      if (next > this.#least) this.#note(next, nextPlaces);
      const rest = candidates.slice(k + 1).map((one) => one.position);
      if (rest.length > 0) this.#visit(rest, nextCalled, nextPlaces, length, next);
      this.#chosen.pop();
    }
  }

  #candidates(positions: readonly number[], called: Bits, left: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (const position of positions) {
      const minutes = this.#minutes[position] as number;
      if (minutes > left) continue;
      const outside = weighOutside(this.#calls[position] as Bits, called, this.#weight);
      const gain = (this.#worth[position] as number) - (outside * minutes) / left;
      candidates.push({ position, gain, ratio: gain / minutes });
    }
    return candidates.sort((a, b) => b.ratio - a.ratio || a.position - b.position);
  }

  #placesWith(places: Bits, position: number, length: number, called: Bits): Bits | undefined {
    const unit = this.#view.units[position] as number;
    const spared =
      this.#instance.hasQuorum[unit] ||
      this.#chosen.some((other) => this.#instance.hasQuorum[this.#view.units[other] as number]);
    const fit = this.#view.holds(length, spared ? 0 : weigh(called, this.#people));
    const own = this.#view.allowed[position] as Bits;
    const next = new Int32Array(places.length);
    let any = 0;
    for (let w = 0; w < next.length; w += 1) {
      const word = (places[w] as number) & (own[w] as number) & (fit[w] as number);
      next[w] = word;
      any |= word;
    }
    return any === 0 ? undefined : next;
  }

  #note(value: number, places: Bits): void {
    const units = this.#chosen.map((position) => this.#view.units[position] as number).sort((a, b) => a - b);
    if (!this.#closed(units)) return;
    this.#found.push({ units, value, places });
    if (this.#found.length < this.#limits.count * 2) return;
    this.#found.sort((a, b) => b.value - a.value);
    this.#found.length = this.#limits.count;
    this.#least = Math.max(this.#limits.least, (this.#found.at(-1)?.value ?? 0) + 1e-9);
  }

  #columnOf({ units, places }: { units: number[]; places: Bits }): Column {
    const { calls, atoms } = this.#instance;
    const called = emptyBits(atoms.count);
    for (const unit of units) union(called, called, calls[unit] as Bits);
    return columnOf(this.#instance, this.#view, units, called, places);
  }
}

const joined = (a: Bits, b: Bits): Bits => {
  const both = new Int32Array(a.length);
  union(both, a, b);
  return both;
};

/** Candidates from `k` on, the best per minute first, the last one in part. */
const knapsack = (
  candidates: readonly Candidate[],
  k: number,
  left: number,
  minutes: Float64Array,
): number => {
  let room = left;
  let gain = 0;
  for (let at = k; at < candidates.length && room > 0; at += 1) {
    const one = candidates[at] as Candidate;
    if (one.gain <= 0) break;
    const length = minutes[one.position] as number;
    gain += length <= room ? one.gain : one.ratio * room;
    room -= length;
  }
  return gain;
};

const localAtoms = ({ atoms }: Instance, { units }: WeekView, call: (atom: number) => number) => {
  const position = new Map(units.map((unit, at) => [unit, at]));
  const groups = new Map<string, { units: number[]; people: number; weight: number }>();
  atoms.units.forEach((called, atom) => {
    const here = called.flatMap((unit) => position.get(unit) ?? []);
    if (here.length === 0) return;
    const key = here.join();
    const group = groups.get(key) ?? { units: here, people: 0, weight: 0 };
    group.people += atoms.weight[atom] as number;
    group.weight += call(atom);
    groups.set(key, group);
  });
  const all = [...groups.values()];
  const calls = units.map(() => emptyBits(all.length));
  all.forEach((group, at) => {
    for (const unit of group.units) addBit(calls[unit] as Bits, at);
  });
  return {
    calls,
    weight: Float64Array.from(all, ({ weight }) => weight),
    people: Float64Array.from(all, ({ people }) => people),
  };
};
