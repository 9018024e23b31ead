import type { Bits } from '../instance/bits.ts';

/** Units that sit together in a week: a column of the set partitioning. */
export interface Column {
  readonly week: number;
  readonly units: readonly number[];
  readonly atoms: Bits;
  /** Times (see Place) between which it can begin. */
  readonly earliest: number;
  readonly latest: number;
  /** Cadres called up. */
  readonly callUps: number;
  /** No place by video can take it in this week. */
  readonly inPerson: boolean;
}
