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
