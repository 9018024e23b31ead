import { type Entry, LinearModel } from '../solver/linear-model.ts';
import type { Limits, Solver } from '../solver/solver.ts';
import type { Pool } from './pool.ts';

/** A row beside those every grouping keeps: a better level that must not get worse, or a set that cannot be placed. */
export interface ExtraRow {
  readonly weight: (column: number) => number;
  readonly most: number;
}

export interface MasterTask {
  readonly pool: Pool;
  /** Columns that may be used. */
  readonly candidates: readonly number[];
  readonly cost: (column: number) => number;
  /** Units that may be left out, with what that costs here; without, every unit must be placed. */
  readonly leaveOut?: { readonly units: readonly number[]; readonly cost: (unit: number) => number };
  readonly extra: readonly ExtraRow[];
  /** Columns that stay as they are; candidates then are only sets of other units. */
  readonly fixed?: readonly number[];
  /** A grouping known to keep all rows, with what it costs. */
  readonly start?: { readonly columns: readonly number[]; readonly cost: number };
}

export interface Relaxation {
  /** No grouping costs less. */
  readonly bound: number;
  /** What a column adds to the bound at least when it is used; set against the gap it may be left out for good. */
  readonly reduced: (column: number) => number;
  readonly solved: boolean;
}

const MOST_NEW = 400;

/**
 * The fractional grouping over all candidates, by column generation: solve over a few, price all, add the best, until
 * no price is negative.
 */
export const relax = (task: MasterTask, solver: Solver, limits: Limits): Relaxation => {
  const { model, addColumn, rows, dearest } = restricted(task);
  const inside = new Set<number>();
  const enter = (column: number): void => {
    if (inside.has(column)) return;
    inside.add(column);
    addColumn(column);
  };
  const fixed = new Set(task.fixed);
  for (const column of task.start?.columns ?? []) if (!fixed.has(column)) enter(column);
  const programme = solver.open(model);
  try {
    for (;;) {
      const answer = programme.solve(limits);
      if (answer.status !== 'optimal')
        return { bound: Number.NEGATIVE_INFINITY, reduced: () => 0, solved: false };
      const reduced = pricing(task, rows.spread(answer.duals));
      const better = cheapest(task.candidates, reduced, inside, dearest);
      if (better.length === 0) return { bound: answer.objective, reduced, solved: true };
      for (const column of better) enter(column);
      programme.grow();
    }
  } finally {
    programme.close();
  }
};

/** A column's cost less what its rows are worth. */
const pricing = ({ pool, cost, extra }: MasterTask, duals: Float64Array): ((column: number) => number) => {
  const base = pool.rowLower.length;
  const bound = extra.flatMap(({ weight }, at) =>
    duals[base + at] === 0 ? [] : [{ weight, dual: duals[base + at] as number }],
  );
  return (column) =>
    bound.reduce(
      (left, { weight, dual }) => left - weight(column) * dual,
      cost(column) - pool.worth(column, duals),
    );
};

/** The most negative ones first; but no unit is given many at once, so that the new columns differ. */
const cheapest = (
  candidates: readonly number[],
  reduced: (column: number) => number,
  inside: ReadonlySet<number>,
  dearest: number,
): number[] => {
  const tolerance = 1e-7 * Math.max(1, dearest);
  const found: [number, number][] = [];
  for (const column of candidates) {
    if (inside.has(column)) continue;
    const price = reduced(column);
    if (price < -tolerance) found.push([price, column]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return found.slice(0, MOST_NEW).map(([, column]) => column);
};

/** A model with the rows of a task and, for each unit, a dear way out, so that it can always be solved. */
const restricted = (task: MasterTask) => {
  const { cost, candidates, leaveOut } = task;
  const model = new LinearModel();
  const rows = new RowsInUse(task, model);
  for (const column of candidates) rows.use(entriesOf(task, column));
  const dearest = candidates.reduce((most, column) => Math.max(most, cost(column)), 1);
  const price = new Map(leaveOut?.units.map((unit) => [unit, leaveOut.cost(unit)]));
  for (const unit of unitsOf(task)) {
    model.addColumn(
      price.get(unit) ?? dearest * 20,
      rows.use([[unit, 1]]),
      0,
      Number.POSITIVE_INFINITY,
      false,
    );
  }
  const addColumn = (column: number): number =>
    model.addColumn(cost(column), rows.use(entriesOf(task, column)));
  return { model, addColumn, rows, dearest };
};

/** Units that are not in a fixed column; a unit's cover row has its own number. */
const unitsOf = ({ pool, fixed = [] }: MasterTask): number[] => {
  const taken = new Set(fixed.flatMap((column) => pool.columns[column]?.units ?? []));
  return pool.units.filter((unit) => !taken.has(unit));
};

const entriesOf = ({ pool, extra }: MasterTask, column: number): Entry[] => [
  ...pool.entries(column),
  ...extra.map(({ weight }, at): Entry => [pool.rowLower.length + at, weight(column)]),
];

export interface Grouping {
  readonly columns: readonly number[];
  readonly leftOut: readonly number[];
  readonly cost: number;
}

export interface WholeGrouping {
  readonly grouping?: Grouping;
  readonly bound: number;
  readonly done: boolean;
}

/** The best whole grouping over the candidates, beside what is fixed. */
export const choose = (task: MasterTask, solver: Solver, limits: Limits): WholeGrouping => {
  const { candidates, cost, leaveOut, start, pool } = task;
  const model = new LinearModel();
  const rows = new RowsInUse(task, model);
  const out = leaveOut?.units ?? [];
  for (const column of candidates) model.addColumn(cost(column), rows.use(entriesOf(task, column)));
  for (const unit of out) model.addColumn(leaveOut?.cost(unit) ?? 0, rows.use([[unit, 1]]));
  const given = start && startValues(candidates, out, start.columns, pool);
  const answer = solver.whole(model, given, limits);
  if (!answer.values) return { bound: answer.bound, done: answer.status !== 'stopped' };
  const { values } = answer;
  return {
    grouping: {
      columns: [...(task.fixed ?? []), ...candidates.filter((_, at) => (values[at] as number) > 0.5)],
      leftOut: out.filter((_, at) => (values[candidates.length + at] as number) > 0.5),
      cost: Math.round(answer.objective),
    },
    bound: answer.bound,
    done: answer.status === 'optimal',
  };
};

/** Only rows that some candidate is in, less what the fixed columns use of them. */
class RowsInUse {
  readonly #task: MasterTask;
  readonly #model: LinearModel;
  readonly #rows = new Map<number, number>();
  readonly #fixed: Float64Array;

  constructor(task: MasterTask, model: LinearModel) {
    this.#task = task;
    this.#model = model;
    this.#fixed = new Float64Array(task.pool.rowLower.length + task.extra.length);
    for (const column of task.fixed ?? []) {
      for (const [row, value] of entriesOf(task, column))
        this.#fixed[row] = (this.#fixed[row] as number) + value;
    }
  }

  /** Prices of the rows in use, as prices of all rows. */
  spread(duals: Float64Array): Float64Array {
    const all = new Float64Array(this.#fixed.length);
    for (const [row, at] of this.#rows) all[row] = duals[at] as number;
    return all;
  }

  use(entries: readonly Entry[]): Entry[] {
    return entries.map(([row, value]) => [this.#rowOf(row), value]);
  }

  #rowOf(row: number): number {
    const there = this.#rows.get(row);
    if (there !== undefined) return there;
    const { pool, extra } = this.#task;
    const used = this.#fixed[row] as number;
    const base = pool.rowLower.length;
    const lower = row < base ? (pool.rowLower[row] as number) : Number.NEGATIVE_INFINITY;
    const upper = row < base ? (pool.rowUpper[row] as number) : (extra[row - base]?.most as number);
    const made = this.#model.addRow(lower - used, upper - used);
    this.#rows.set(row, made);
    return made;
  }
}

const startValues = (
  candidates: readonly number[],
  out: readonly number[],
  columns: readonly number[],
  pool: Pool,
): Float64Array => {
  const chosen = new Set(columns);
  const covered = new Set(columns.flatMap((column) => pool.columns[column]?.units ?? []));
  return Float64Array.from([
    ...candidates.map((column) => (chosen.has(column) ? 1 : 0)),
    ...out.map((unit) => (covered.has(unit) ? 0 : 1)),
  ]);
};
