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
    const { plan, ok } = writePlan(schedule, this.#bound);
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
    const { plan, ok } = writePlan(this.#schedule, this.#bound);
    if (!ok) return;
    this.#plan = plan;
    this.#tell(plan, stage);
  }

  prove(bound: Bound, stage: Stage): void {
    this.#bound = { ...this.#bound, ...bound };
    this.refresh(stage);
  }
}
