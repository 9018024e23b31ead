import type { Bound, Plan } from '../problem.ts';
import { compareCost } from '../problem.ts';
import type { Schedule } from '../search/schedule.ts';
import { toPlan, writePlan } from '../to-plan.ts';

export type Stage = 'first' | 'search' | 'bound' | 'grouping' | 'done';

/** Between two tellings of small steps. */
const BETWEEN_MS = 1000;

/** The best plan so far and what is proven of it; each step forward is told. */
export class BestPlan {
  readonly #tell: (plan: Plan, stage: Stage) => void;
  #schedule: Schedule;
  #plan: Plan;
  #bound: Bound;
  /** Call-ups of every plan that leaves out no more than this one, whether or not that is known to be the least. */
  #callUps: number | undefined;
  readonly #now: () => number;
  #told: number;

  constructor(schedule: Schedule, tell: (plan: Plan, stage: Stage) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
    this.#told = now();
    this.#schedule = schedule;
    this.#bound = {};
    this.#plan = toPlan(schedule, this.#bound);
    tell(this.#plan, 'first');
  }

  get schedule(): Schedule {
    return this.#schedule;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** Takes a plan that is better and breaks nothing. */
  offer(schedule: Schedule, stage: Stage): boolean {
    const { plan, ok } = this.#write(schedule);
    if (compareCost(plan.cost, this.#plan.cost) >= 0 || !ok) return false;
    this.#schedule = schedule;
    this.#plan = plan;
    this.#tell(plan, stage);
    return true;
  }

  /** The schedule itself was made better in place. Told now and then: writing out a large plan takes its time. */
  refresh(stage: Stage, always = true): void {
    if (!always && this.#now() - this.#told < BETWEEN_MS) return;
    this.#told = this.#now();
    const { plan, ok } = this.#write(this.#schedule);
    if (!ok) return;
    this.#plan = plan;
    this.#tell(plan, stage);
  }

  prove(bound: Bound, stage: Stage): void {
    this.#bound = { ...this.#bound, ...bound };
    this.refresh(stage);
  }

  /** A bound on call-ups that holds for every plan that leaves out no more than the best so far. */
  proveCallUps(least: number): void {
    this.#callUps = Math.max(least, this.#callUps ?? 0);
    this.refresh('bound');
  }

  #write(schedule: Schedule): { plan: Plan; ok: boolean } {
    const { plan, ok } = writePlan(schedule, this.#bound);
    if (this.#callUps === undefined || plan.bound.unscheduled === undefined) return { plan, ok };
    const callUps = Math.min(plan.cost.callUps, Math.max(this.#callUps, plan.bound.callUps ?? 0));
    return { plan: { ...plan, bound: { ...plan.bound, callUps } }, ok };
  }
}
