import type { Plan, Problem } from './problem.ts';
import type { Stage } from './solve/best-plan.ts';
import type { Budget } from './solve/meter.ts';
import { type Planners, threads } from './solve/threads.ts';

export interface PlanOptions {
  readonly seed?: number;
  /**
   * When to stop: after so much `work`, which is the same on every computer, or so many `seconds`. A plan that the
   * clock has not cut short is the same for the same seed and work. One minute when nothing is said.
   */
  readonly budget?: Budget;
  /** Where the work is done; threads with HiGHS unless a test brings its own. */
  readonly solver?: Planners;
  /** Rejects at once when aborted; what was told by `onProgress` until then is good. */
  readonly signal?: AbortSignal;
  /** Each better plan and each better bound; every one of them keeps all rules. */
  readonly onProgress?: (plan: Plan, stage: Stage) => void;
}

const USUAL_SECONDS = 60;
/** What a plan may take beyond its seconds before its thread is ended and the best so far is the answer. */
const GRACE_SECONDS = 3;

/**
 * Decides which requests sit together, when, where, and in what order: fewest priorities left out, then fewest
 * call-ups, then fewest minutes away, then least lateness. Each level's bound says how good a plan could be at most.
 * The problem must have passed `parseProblem`. The caller's thread is never held up.
 */
export const planPooling = async (problem: Problem, options: PlanOptions = {}): Promise<Plan> => {
  const { seed = 1, solver = threads, signal, onProgress } = options;
  signal?.throwIfAborted();
  const budget = { ...options.budget, seconds: options.budget?.seconds ?? USUAL_SECONDS };
  let best: Plan | undefined;
  const running = solver.start({ problem, seed, budget }, (plan, stage) => {
    best = plan;
    onProgress?.(plan, stage);
  });
  return await new Promise<Plan>((resolve, reject) => {
    const cancel = (): void => end(() => reject(signal?.reason));
    const tooLate = (): void => {
      if (best) end(() => resolve(best as Plan));
      else timer = setTimeout(tooLate, 1000);
    };
    let timer = setTimeout(tooLate, Math.min(2 ** 31 - 1, (budget.seconds + GRACE_SECONDS) * 1000));
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      running.end();
      settle();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    running.plan.then(
      (plan) => end(() => resolve(plan)),
      (error: unknown) => end(() => (best ? resolve(best) : reject(error))),
    );
  });
};
