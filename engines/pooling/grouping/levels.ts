import type { Instance } from '../instance/instance.ts';
import type { Limits, Solver } from '../solver/solver.ts';
import type { AwayCosts } from './away.ts';
import { choose, type ExtraRow, type MasterTask, relax } from './master.ts';
import type { Pool } from './pool.ts';

/** A grouping as columns of the pool, and the units left out. */
export interface Chosen {
  readonly columns: readonly number[];
  readonly leftOut: readonly number[];
}

export interface LevelsTask {
  readonly instance: Instance;
  readonly pool: Pool;
  readonly away: AwayCosts;
  /** The grouping of the best plan so far, if the pool has its columns. */
  readonly start?: Chosen;
  /** Priorities that the best plan so far leaves out. */
  readonly unscheduled: number;
  readonly cuts: readonly ExtraRow[];
  /** Columns to choose from, when not all; and those that stay as they are. */
  readonly candidates?: readonly number[];
  readonly fixed?: readonly number[];
  /** Goes on to the next level with the best there is, also when it is not proven. */
  readonly persist?: boolean;
  /** Call-ups are the last level looked at. */
  readonly callUpsOnly?: boolean;
}

export interface LevelsAnswer {
  readonly chosen?: Chosen;
  readonly bound: { unscheduled?: number; callUps?: number; minutesAway?: number };
  /** Columns that a grouping which is best on every level may use. */
  readonly candidates: readonly number[];
  readonly extra: readonly ExtraRow[];
  /** Every level was brought to its end. */
  readonly done: boolean;
}

const EPSILON = 1e-6;
/** Bounds are whole, like all costs. */
export const wholeBound = (bound: number): number => Math.ceil(bound - 1e-4);

/**
 * The best grouping, level by level: fewest priorities left out, then fewest call-ups, then fewest minutes away; each
 * level keeps what the ones above reached, as a row. Between fractional bound and best cost lies a gap; a column whose
 * reduced cost is wider than the gap is in no better grouping and is left out for good.
 */
export const solveLevels = (task: LevelsTask, solver: Solver, limits: Limits): LevelsAnswer => {
  const levels = new Levels(task, solver, limits);
  return levels.run();
};

class Levels {
  readonly #task: LevelsTask;
  readonly #solver: Solver;
  readonly #limits: Limits;
  readonly #bound: LevelsAnswer['bound'] = {};
  readonly #extra: ExtraRow[];
  readonly #out: readonly number[];
  #candidates: readonly number[];
  #chosen: Chosen | undefined;

  constructor(task: LevelsTask, solver: Solver, limits: Limits) {
    this.#task = task;
    this.#solver = solver;
    this.#limits = limits;
    this.#extra = [...task.cuts];
    this.#candidates = task.candidates ?? task.pool.columns.map((_, at) => at);
    this.#chosen = task.start;
    const taken = new Set((task.fixed ?? []).flatMap((column) => task.pool.columns[column]?.units ?? []));
    const units = task.instance.units.flatMap((unit, at) => (unit.fixed || taken.has(at) ? [] : [at]));
    this.#out = task.unscheduled > 0 ? units : [];
  }

  run(): LevelsAnswer {
    const persist = this.#task.persist === true;
    let done = true;
    const levels = [() => this.#leaveOut(), () => this.#callUps(), () => this.#minutesAway()];
    if (this.#task.callUpsOnly) levels.pop();
    for (const level of levels) {
      if (!level()) done = false;
      if (!done && !persist) break;
    }
    return {
      ...(this.#chosen ? { chosen: this.#chosen } : {}),
      bound: this.#bound,
      candidates: this.#candidates,
      extra: this.#extra,
      done,
    };
  }

  /** Without a plan that leaves something out there is nothing to find here. */
  #leaveOut(): boolean {
    const { instance, unscheduled } = this.#task;
    const priority = (column: number): number => this.#sum(column, instance.priority);
    if (unscheduled === 0) this.#bound.unscheduled = 0;
    else {
      const master = {
        ...this.#master(() => 0),
        leaveOut: { units: this.#out, cost: (unit: number) => instance.priority[unit] as number },
      };
      const { grouping, bound, done } = choose(master, this.#solver, this.#limits);
      this.#bound.unscheduled = Math.max(0, wholeBound(bound));
      if (!grouping) return false;
      this.#chosen = grouping;
      const total = instance.priority.reduce((sum, one) => sum + one, 0);
      this.#extra.push({ weight: (column) => -priority(column), most: grouping.cost - total });
      return done;
    }
    return true;
  }

  #callUps(): boolean {
    const { pool } = this.#task;
    const found = this.#level((column) => pool.columns[column]?.callUps as number);
    if (Number.isFinite(found.bound)) this.#bound.callUps = wholeBound(found.bound);
    return found.done;
  }

  #minutesAway(): boolean {
    const found = this.#level(this.#task.away.of);
    if (Number.isFinite(found.bound) && this.#task.away.exact())
      this.#bound.minutesAway = wholeBound(found.bound);
    return found.done;
  }

  #sum(column: number, of: Float64Array): number {
    return (this.#task.pool.columns[column]?.units ?? []).reduce(
      (sum, unit) => sum + (of[unit] as number),
      0,
    );
  }

  #master(cost: MasterTask['cost']): MasterTask {
    const start =
      this.#chosen && this.#keepsCuts() ? { start: { columns: this.#chosen.columns, cost: 0 } } : {};
    return {
      pool: this.#task.pool,
      candidates: this.#candidates,
      cost,
      extra: this.#extra,
      ...(this.#task.fixed ? { fixed: this.#task.fixed } : {}),
      ...(this.#out.length > 0 ? { leaveOut: { units: this.#out, cost: () => 0 } } : {}),
      ...start,
    };
  }

  #keepsCuts(): boolean {
    const { columns = [] } = this.#chosen ?? {};
    return this.#extra.every(
      ({ weight, most }) => columns.reduce((sum, column) => sum + weight(column), 0) <= most + EPSILON,
    );
  }

  #level(cost: MasterTask['cost']): { bound: number; done: boolean } {
    const master = this.#master(cost);
    const relaxed = relax(master, this.#solver, this.#limits);
    if (!relaxed.solved) return { bound: Number.NEGATIVE_INFINITY, done: false };
    const apart = total(this.#task.fixed ?? [], cost);
    const sofar = master.start ? total(master.start.columns, cost) - apart : Number.POSITIVE_INFINITY;
    if (wholeBound(relaxed.bound) < sofar) {
      this.#narrow(relaxed.reduced, sofar - relaxed.bound);
      const { grouping, bound, done } = choose(
        { ...master, candidates: this.#candidates },
        this.#solver,
        this.#limits,
      );
      if (grouping && grouping.cost < sofar) this.#chosen = grouping;
      if (!done || !grouping) {
        if (this.#chosen) this.#extra.push({ weight: cost, most: total(this.#chosen.columns, cost) });
        return { bound: apart + Math.max(relaxed.bound, bound), done: false };
      }
    }
    const best = total(this.#chosen?.columns ?? [], cost);
    this.#narrow(relaxed.reduced, best - apart - relaxed.bound);
    this.#extra.push({ weight: cost, most: best });
    return { bound: best, done: true };
  }

  #narrow(reduced: (column: number) => number, gap: number): void {
    if (!Number.isFinite(gap)) return;
    this.#candidates = this.#candidates.filter(
      (column) => reduced(column) <= gap + EPSILON * Math.max(1, Math.abs(gap)) + 1e-4,
    );
  }
}

const total = (columns: readonly number[], cost: MasterTask['cost']): number =>
  columns.reduce((sum, column) => sum + cost(column), 0);
