import type { LinearModel } from './linear-model.ts';

/** Where a solve ends before it is done. `work` counts simplex iterations, so it is the same on every computer. */
export interface Limits {
  readonly work?: number;
  /** The clock, for where HiGHS does not ask `stop`; not always kept. */
  readonly seconds?: number;
  /** Asked now and then; true ends the solve. */
  readonly stop?: () => boolean;
}

export interface WholeAnswer {
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  /** The best solution found, if any. */
  readonly values?: Float64Array;
  readonly objective: number;
  /** No solution costs less. */
  readonly bound: number;
  readonly work: number;
}

export interface FractionalAnswer {
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly objective: number;
  readonly values: Float64Array;
  /** The worth of one more unit of each row's right side. */
  readonly duals: Float64Array;
  readonly work: number;
}

/** A linear programme that stays open while columns are added to it. */
export interface OpenProgramme {
  solve(limits?: Limits): FractionalAnswer;
  /** Takes over columns that were added to the model since. */
  grow(): void;
  close(): void;
}

/** Solves linear programmes; the only thing the engine is not pure in. */
export interface Solver {
  whole(model: LinearModel, start?: Float64Array, limits?: Limits): WholeAnswer;
  open(model: LinearModel): OpenProgramme;
}
