import type { Plan, Problem } from '../problem.ts';
import type { Stage } from './best-plan.ts';
import type { Budget } from './meter.ts';

/** What a thread is asked to plan. A large problem's lists come piece by piece, so that sending them never stalls. */
export type ToThread =
  | { readonly kind: 'part'; readonly list: keyof Problem; readonly items: readonly unknown[] }
  | {
      readonly kind: 'plan';
      readonly rest: Partial<Problem>;
      readonly seed: number;
      readonly budget: Budget;
    };

export type FromThread =
  | { readonly kind: 'better'; readonly plan: Plan; readonly stage: Stage }
  /** `spoiled`: the solver broke down; this thread is of no more use. */
  | { readonly kind: 'done'; readonly plan: Plan; readonly spoiled: boolean }
  | { readonly kind: 'failed'; readonly message: string };
