import { type Bits, firstBit, lastBit, meets, weigh } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';

/** Units that sit together in a week: a column of the set partitioning. There are many, so they are small. */
export interface Column {
  readonly week: number;
  readonly units: readonly number[];
  /** Times (see Place) between which it can begin. */
  readonly earliest: number;
  readonly latest: number;
  /** Cadres called up. */
  readonly callUps: number;
  /** Minutes all of them are on the way if it is held in person. */
  readonly travel: number;
  /** No place by video can take it in this week. */
  readonly inPerson: boolean;
}

/** Places of a week as bits that count from the place `from`. */
interface PlacesOfWeek {
  readonly week: number;
  readonly from: number;
  readonly video: Bits;
}

/** The column of some units, ascending, that call up `atoms` and can take one of `places`. */
export const columnOf = (
  { places: all, atoms: { weight, travel } }: Instance,
  { week, from, video }: PlacesOfWeek,
  units: readonly number[],
  atoms: Bits,
  places: Bits,
): Column => ({
  week,
  units,
  earliest: all[from + firstBit(places)]?.time as number,
  latest: all[from + lastBit(places)]?.time as number,
  callUps: weigh(atoms, weight),
  travel: weigh(atoms, travel),
  inPerson: !meets(places, video),
});
