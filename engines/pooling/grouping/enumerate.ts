import { type Bits, union, weigh } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { type Column, columnOf } from './column.ts';
import { orderClosed } from './order-closed.ts';
import type { WeekView } from './week-view.ts';

/**
 * Lists every set of units that could sit together in a week and hangs together by shared cadres or by order.
 *
 * A set that falls apart into parts without either is never needed: held apart, the parts call up the same cadres and
 * wait no longer. Connected sets are each met once (Wernicke's ESU): from a root only units behind it are
 * added, and only those that are no neighbour of what was there before the last one came.
 *
 * @returns false when there are more than `limit`; `found` then holds some of them
 */
export const enumerateWeek = (
  instance: Instance,
  view: WeekView,
  limit: number,
  found: Column[],
): boolean => {
  const search = new Enumeration(instance, view, limit, found);
  return view.units.every((_, root) => search.from(root));
};

class Enumeration {
  readonly #instance: Instance;
  readonly #view: WeekView;
  readonly #limit: number;
  readonly #found: Column[];
  readonly #closed: (units: readonly number[]) => boolean;
  /** By depth: atoms and places of the set so far. */
  readonly #atoms: Bits[] = [];
  readonly #places: Bits[] = [];
  readonly #chosen: number[] = [];
  /** How often a position is in or next to the set. */
  readonly #near: Uint16Array;

  constructor(instance: Instance, view: WeekView, limit: number, found: Column[]) {
    this.#instance = instance;
    this.#view = view;
    this.#limit = limit;
    this.#found = found;
    this.#closed = orderClosed(instance);
    this.#near = new Uint16Array(view.units.length);
  }

  from(root: number): boolean {
    const behind = (this.#view.neighbours[root] as readonly number[]).filter((next) => next > root);
    return this.#extend(root, root, 0, behind);
  }

  /** Adds a position to the set of `depth` others, notes the set, and goes on with `extension`. */
  #extend(root: number, position: number, minutesBefore: number, extension: readonly number[]): boolean {
    const { minutes } = this.#instance;
    const unit = this.#view.units[position] as number;
    const depth = this.#chosen.length;
    const length = minutesBefore + (minutes[unit] as number);
    if (!this.#holds(depth, position, unit, length)) return true;
    this.#chosen.push(unit);
    let whole = this.#note(depth);
    if (whole && extension.length > 0) {
      this.#mark(position, 1);
      const left = [...extension];
      while (whole && left.length > 0) {
        const next = left.pop() as number;
        const fresh = (this.#view.neighbours[next] as readonly number[]).filter(
          (far) => far > root && this.#near[far] === 0,
        );
        whole = this.#extend(root, next, length, [...left, ...fresh]);
      }
      this.#mark(position, -1);
    }
    this.#chosen.pop();
    return whole;
  }

  #mark(position: number, by: 1 | -1): void {
    const near = this.#near;
    near[position] = (near[position] as number) + by;
    for (const next of this.#view.neighbours[position] as readonly number[])
      near[next] = (near[next] as number) + by;
  }

  /** Whether some place of the week can hold the set with this unit; leaves its atoms and places at `depth`. */
  #holds(depth: number, position: number, unit: number, length: number): boolean {
    const { calls, atoms, hasQuorum } = this.#instance;
    if (this.#atoms.length === depth) {
      this.#atoms.push(new Int32Array((calls[unit] as Bits).length));
      this.#places.push(new Int32Array(this.#view.words));
    }
    const called = this.#atoms[depth] as Bits;
    const places = this.#places[depth] as Bits;
    const own = calls[unit] as Bits;
    const before = depth === 0 ? own : (this.#atoms[depth - 1] as Bits);
    union(called, own, before);
    const spared = hasQuorum[unit] || this.#chosen.some((other) => hasQuorum[other]);
    const mine = this.#view.allowed[position] as Bits;
    const byHand = depth === 0 && this.#instance.units[unit]?.fixed !== undefined;
    const fit = byHand ? mine : this.#view.holds(length, spared ? 0 : weigh(called, atoms.weight));
    const sofar = depth === 0 ? mine : (this.#places[depth - 1] as Bits);
    let any = 0;
    for (let w = 0; w < places.length; w += 1) {
      const left = (mine[w] as number) & (sofar[w] as number) & (fit[w] as number);
      places[w] = left;
      any |= left;
    }
    return any !== 0;
  }

  #note(depth: number): boolean {
    if (this.#found.length >= this.#limit) return false;
    if (!this.#closed(this.#chosen)) return true;
    const units = [...this.#chosen].sort((a, b) => a - b);
    const [atoms, places] = [this.#atoms[depth] as Bits, this.#places[depth] as Bits];
    this.#found.push(columnOf(this.#instance, this.#view, units, atoms, places));
    return true;
  }
}
