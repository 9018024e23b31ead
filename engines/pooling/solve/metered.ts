import type { Solver } from '../solver/solver.ts';
import type { Meter } from './meter.ts';

/**
 * A solver whose work is taken from a meter. When the solver itself breaks down (it runs out of memory on a programme
 * too large for it), that and every later solve is "stopped": the best plan so far stands.
 */
export const metered = (solver: Solver, meter: Meter, broke: () => void = () => {}): Solver => {
  let broken = false;
  const guard = <T>(solve: () => T, otherwise: T): T => {
    if (broken || meter.spent) return otherwise;
    try {
      return solve();
    } catch {
      broken = true;
      broke();
      return otherwise;
    }
  };
  return {
    whole: (model, start, limits) => {
      const stopped = {
        status: 'stopped',
        objective: Number.POSITIVE_INFINITY,
        bound: Number.NEGATIVE_INFINITY,
        work: 0,
      } as const;
      const answer = guard(
        () =>
          solver.whole(model, start, { ...limits, work: meter.share(limits?.work), seconds: meter.seconds }),
        stopped,
      );
      meter.spend(answer.work);
      return answer;
    },
    open: (model) => {
      const stopped = {
        status: 'stopped',
        objective: 0,
        values: new Float64Array(),
        duals: new Float64Array(),
        work: 0,
      } as const;
      const programme = guard(() => solver.open(model), undefined);
      return {
        solve: (limits) => {
          const answer = programme ? guard(() => programme.solve(limits), stopped) : stopped;
          meter.spend(answer.work);
          return answer;
        },
        grow: () => guard(() => programme?.grow(), undefined),
        close: () => guard(() => programme?.close(), undefined),
      };
    },
  };
};
