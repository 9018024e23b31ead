import type { Limits } from '../solver/solver.ts';

/**
 * How much may still be done. Work is counted, the same on every computer: a round of search and a step of the simplex
 * method are one each. The clock only ends what would take too long; a plan that it has cut short may differ next time.
 */
export interface Budget {
  readonly seconds?: number | undefined;
  readonly work?: number | undefined;
}

export class Meter {
  readonly #until: number;
  readonly #now: () => number;
  /** Whether work has a limit: then the same seed must give the same plan, however quick the computer. */
  readonly isCounted: boolean;
  #work: number;

  constructor(
    { seconds = Number.POSITIVE_INFINITY, work = Number.POSITIVE_INFINITY }: Budget,
    now: () => number,
  ) {
    this.#now = now;
    this.#until = now() + seconds * 1000;
    this.#work = work;
    this.isCounted = Number.isFinite(work);
  }

  readonly late = (): boolean => this.#now() >= this.#until;

  get spent(): boolean {
    return this.#work <= 0 || this.late();
  }

  /** At most this much work, and no more than is left. */
  share(most = Number.POSITIVE_INFINITY): number {
    return Math.max(0, Math.min(most, this.#work));
  }

  spend(work: number): void {
    this.#work -= work;
  }

  limits(most = Number.POSITIVE_INFINITY): Limits {
    return { work: this.share(most), stop: this.late, seconds: this.seconds };
  }

  /** Seconds to the end, as far as the clock goes. */
  get seconds(): number {
    return (this.#until - this.#now()) / 1000;
  }
}
