import { orderLong } from './order-long.ts';

/**
 * The order of a sitting's items that makes people wait least (the rehearsal problem, CSPLib 039).
 *
 * A cadre is there from the first item that needs her to the end of the last one; what she sits through in between is
 * waiting. Cadres needed by the same items wait together, so an atom is known by the set of its items, its signature.
 */
export interface AgendaTask {
  readonly minutes: readonly number[];
  /** Who waits together: the items that need them as a mask, and how many cadres they are. */
  readonly groups: readonly { readonly items: number; readonly weight: number }[];
  /** For each item, the mask of items that must come before it. */
  readonly after: readonly number[];
}

export interface Agenda {
  readonly order: readonly number[];
  /** Cadre-minutes of waiting. */
  readonly waiting: number;
  /** Whether no order waits less. */
  readonly exact: boolean;
}

/** Up to so many items all orders are covered; an hour and a half of ten-minute items has nine. */
export const MOST_EXACT = 12;

/**
 * Dynamic programme over subsets: `best[set]` is the least waiting when exactly `set` has been held. Holding `j` next
 * makes those wait who came already, are needed later and not by `j`; that depends on the set alone, not its order:
 *
 *   best[set ∪ j] = min over j of best[set] + minutes(j) · Σ weight(g) for g ∌ j that meets both set and what is left
 *
 * @returns undefined when `after` goes round in a circle
 */
export const orderAgenda = (task: AgendaTask): Agenda | undefined =>
  task.minutes.length <= MOST_EXACT ? orderExactly(task) : orderLong(task);

const orderExactly = ({ minutes, groups, after }: AgendaTask): Agenda | undefined => {
  const size = minutes.length;
  const all = 2 ** size - 1;
  const shared = groups.filter(({ items }) => (items & (items - 1)) !== 0);
  const best = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int8Array(all + 1).fill(-1);
  best[0] = 0;
  for (let held = 0; held < all; held += 1) {
    const so = best[held] as number;
    if (so === Number.POSITIVE_INFINITY) continue;
    for (let item = 0; item < size; item += 1) {
      const bit = 1 << item;
      if ((held & bit) !== 0 || ((after[item] as number) & ~held) !== 0) continue;
      const left = all & ~held & ~bit;
      let waiting = 0;
      for (const { items, weight } of shared) {
        if ((items & bit) === 0 && (items & held) !== 0 && (items & left) !== 0) waiting += weight;
      }
      const cost = so + waiting * (minutes[item] as number);
      if (cost < (best[held | bit] as number)) {
        best[held | bit] = cost;
        last[held | bit] = item;
      }
    }
  }
  const waiting = best[all] as number;
  return waiting === Number.POSITIVE_INFINITY ? undefined : { order: trace(last, all), waiting, exact: true };
};

const trace = (last: Int8Array, all: number): number[] => {
  const order: number[] = [];
  for (let set = all; set !== 0; ) {
    const item = last[set] as number;
    order.unshift(item);
    set &= ~(1 << item);
  }
  return order;
};
