import type { Instance } from '../instance/instance.ts';
import { LinearModel } from '../solver/linear-model.ts';
import type { OpenProgramme, Solver } from '../solver/solver.ts';
import type { Column } from './column.ts';
import { orderClosed } from './order-closed.ts';
import { Pool } from './pool.ts';
import { type Prices, priceWeek } from './price-week.ts';
import { viewWeek, type WeekView } from './week-view.ts';

export interface Generated {
  /** Every set that was worth something on the way. */
  readonly columns: readonly Column[];
  /** The first so many of them are those that the fractional grouping was found with. */
  readonly core: number;
  /** No grouping costs less; the fractional cost when it came to its end, -Infinity when nothing is known. */
  readonly bound: number;
  /** It came to its end; otherwise the bound is the best that prices on the way gave. */
  readonly solved: boolean;
  /** Every set that a grouping cheaper than `upper` could use is among the columns. */
  readonly whole: boolean;
}

export interface GenerateTask {
  /** Sets to begin with. */
  readonly start: readonly Column[];
  /** What counts: call-ups, or only the priorities left out. */
  readonly level: 'unscheduled' | 'callUps';
  /** Priorities that may be left out. */
  readonly mayLeaveOut: number;
  /** The cost of the best plan known: sets that no better one could use are of no interest. */
  readonly upper: number;
  readonly stop: () => boolean;
}

/** Sets a week gives at once, and how much of a week is searched, early and at the end. */
const AT_ONCE = 25;
const NODES = { quick: 3_000, whole: 2_000_000, near: 400_000 };
/** Sets that may be given at the end, of a week and of all, which are not quite worth their cost but come near it. */
const NEAR = { week: 2_000, all: 60_000 };

/**
 * The fractional grouping when sets are too many to be listed: solve over the sets known, ask each week for sets that
 * are worth more than they cost at the prices found, add them, until no week has any. Then the fractional cost is a
 * bound over all sets there are. First each week is searched a little, and wholly only when that finds nothing.
 *
 * The rows of `after` are left out: the bound is a little weaker, and prices are of units and atoms alone.
 */
export const generateColumns = (instance: Instance, solver: Solver, task: GenerateTask): Generated => {
  const master = new GrowingMaster(instance, solver, task);
  try {
    return master.run();
  } finally {
    master.close();
  }
};

class GrowingMaster {
  readonly #instance: Instance;
  readonly #task: GenerateTask;
  readonly #pool: Pool;
  readonly #views: readonly WeekView[];
  readonly #closed: (units: readonly number[]) => boolean;
  readonly #model = new LinearModel();
  readonly #programme: OpenProgramme;
  #bound = Number.NEGATIVE_INFINITY;

  constructor(instance: Instance, solver: Solver, task: GenerateTask) {
    this.#instance = instance;
    this.#task = task;
    this.#pool = new Pool(instance, task.start, false);
    this.#views = Array.from({ length: instance.weeks }, (_, week) => viewWeek(instance, week)).filter(
      ({ units }) => units.length > 0,
    );
    this.#closed = orderClosed(instance);
    this.#addRowsAndWaysOut();
    this.#pool.columns.forEach((_, at) => {
      this.#enter(at);
    });
    this.#programme = solver.open(this.#model);
  }

  run(): Generated {
    for (let whole = false; ; ) {
      const { status, duals, objective } = this.#programme.solve({ stop: this.#task.stop });
      if (status !== 'optimal') return this.#unsolved();
      const { fresh, complete, excess } = this.#priceWeeks(duals, whole);
      if (this.#task.stop()) return this.#unsolved();
      this.#bound = Math.max(this.#bound, objective - excess);
      if (fresh === 0 && whole) return complete ? this.#solved(objective, duals) : this.#unsolved();
      whole = fresh === 0;
      if (fresh > 0) this.#programme.grow();
    }
  }

  close(): void {
    this.#programme.close();
  }

  #unsolved(): Generated {
    const { columns } = this.#pool;
    return { columns, core: columns.length, bound: this.#bound, solved: false, whole: false };
  }

  /** Adds the sets whose reduced cost is within the gap, the least first; all of them, if they are not too many. */
  #solved(bound: number, duals: Float64Array): Generated {
    const { columns } = this.#pool;
    const core = columns.length;
    const gap = Math.max(0, this.#task.upper - bound) + 1e-4;
    const count = Math.min(NEAR.week, Math.ceil(NEAR.all / this.#views.length));
    let whole = true;
    for (const view of this.#views) {
      const limits = { least: -gap, count, nodes: NODES.near };
      const near = priceWeek(this.#instance, view, this.#prices(duals, view.week), this.#closed, limits);
      whole &&= near.whole && near.found.length < count;
      for (const column of near.found) this.#pool.add(column);
      if (this.#task.stop()) return { columns, core, bound, solved: true, whole: false };
    }
    return { columns, core, bound, solved: true, whole };
  }

  #costOf(column: Column): number {
    return this.#task.level === 'callUps' ? column.callUps : 0;
  }

  /** Leaving out costs its priority, or nothing as far as it may be; beyond, it is too dear to be ever wanted. */
  #addRowsAndWaysOut(): void {
    const { priority } = this.#instance;
    const model = this.#model;
    this.#pool.rowLower.forEach((lower, row) => {
      model.addRow(lower, this.#pool.rowUpper[row] as number);
    });
    const counts = this.#task.level === 'unscheduled';
    const allowance = model.addRow(
      Number.NEGATIVE_INFINITY,
      counts ? Number.POSITIVE_INFINITY : this.#task.mayLeaveOut,
    );
    const dear = counts ? 0 : 20 * Math.max(1, ...this.#pool.columns.map(({ callUps }) => callUps));
    for (const unit of this.#pool.units) {
      const cost = counts ? (priority[unit] as number) : 0;
      model.addColumn(
        cost,
        [
          [unit, 1],
          [allowance, priority[unit] as number],
        ],
        0,
        1,
        false,
      );
      if (!counts) model.addColumn(dear, [[unit, 1]], 0, Number.POSITIVE_INFINITY, false);
    }
  }

  #enter(at: number): void {
    this.#model.addColumn(
      this.#costOf(this.#pool.columns[at] as Column),
      this.#pool.entries(at),
      0,
      Number.POSITIVE_INFINITY,
    );
  }

  /** `excess`: what the sets of a grouping, all together, are worth beyond their cost at most. */
  #priceWeeks(duals: Float64Array, whole: boolean): { fresh: number; complete: boolean; excess: number } {
    const most: number[] = [];
    let fresh = 0;
    let complete = true;
    for (const view of this.#views) {
      if (this.#task.stop()) break;
      const found = priceWeek(this.#instance, view, this.#prices(duals, view.week), this.#closed, {
        least: 1e-5,
        count: AT_ONCE,
        nodes: whole ? NODES.whole : NODES.quick,
      });
      complete &&= found.whole;
      most.push(found.most);
      for (const column of found.found) {
        const size = this.#pool.size;
        if (this.#pool.add(column) < size) continue;
        this.#enter(size);
        fresh += 1;
      }
    }
    return { fresh, complete, excess: this.#excess(most) };
  }

  /**
   * Whatever the prices, a grouping costs at least the fractional cost less what its sets are worth beyond theirs.
   * Every unit by itself is among the columns and worth no more than it costs, so a set that is has two units at least.
   */
  #excess(most: readonly number[]): number {
    const { size } = this.#instance;
    const byWorth = this.#views.map(({ units }, at) => ({
      sets: units.length / 2,
      most: most[at] as number,
    }));
    byWorth.sort((a, b) => b.most - a.most);
    let left = size / 2;
    let sum = 0;
    for (const one of byWorth) {
      const sets = Math.min(left, one.sets);
      sum += sets * one.most;
      left -= sets;
    }
    return sum;
  }

  #prices(duals: Float64Array, week: number): Prices {
    const base = this.#task.level === 'callUps' ? 1 : 0;
    return {
      cover: duals.subarray(0, this.#instance.size),
      call: (atom) => {
        const row = this.#pool.quotaRow(atom, week);
        const scarce = row === undefined ? 0 : Math.max(0, -(duals[row] as number));
        return base * (this.#instance.atoms.weight[atom] as number) + scarce;
      },
    };
  }
}
