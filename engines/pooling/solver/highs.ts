import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { LinearModel } from './linear-model.ts';
import type { FractionalAnswer, Limits, OpenProgramme, Solver, WholeAnswer } from './solver.ts';

/** HiGHS as WebAssembly. A solve blocks its thread, so this is for a worker. */
export const openHighs = async (): Promise<Solver> => {
  const highs = await loadHighs();
  return {
    whole: (model, start, limits = {}) => solveWhole(highs, model, start, limits),
    open: (model) => openProgramme(highs, model),
  };
};

const dataOf = (model: LinearModel, fractional: boolean): ModelData =>
  ({
    numCols: model.cost.length,
    numRows: model.rowLower.length,
    colCost: Float64Array.from(model.cost),
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rowLower),
    rowUpper: Float64Array.from(model.rowUpper),
    matrix: {
      format: 'csc',
      numRows: model.rowLower.length,
      numCols: model.cost.length,
      starts: Int32Array.from(model.starts),
      indices: Int32Array.from(model.rows),
      values: Float64Array.from(model.values),
    },
    ...(fractional ? {} : { integrality: Int32Array.from(model.whole) }),
  }) as ModelData;

const QUIET = { output_flag: false, random_seed: 0 };

const solveWhole = (
  highs: Highs,
  model: LinearModel,
  start: Float64Array | undefined,
  limits: Limits,
): WholeAnswer => {
  const open = highs.createModel(dataOf(model, false));
  try {
    const { modelStatus, callbackType } = highs.constants;
    open.options.set({ ...QUIET, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    if (Number.isFinite(limits.seconds))
      open.options.set({ time_limit: Math.max(0.01, limits.seconds ?? 0) });
    if (start) open.setSolution({ colValue: start });
    let work = 0;
    open.run({
      [callbackType.mipInterrupt](event: {
        data: { mip_total_lp_iterations?: bigint };
        interrupt: () => void;
      }) {
        work = Number(event.data.mip_total_lp_iterations ?? 0n);
        if (work > (limits.work ?? Number.POSITIVE_INFINITY) || limits.stop?.()) event.interrupt();
        return undefined;
      },
    });
    const status = open.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return {
        status: 'infeasible',
        objective: Number.POSITIVE_INFINITY,
        bound: Number.POSITIVE_INFINITY,
        work,
      };
    }
    const done = status === modelStatus.optimal || status === modelStatus.empty;
    const feasible = open.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const objective = feasible ? open.getObjectiveValue() : Number.POSITIVE_INFINITY;
    const bound = done ? objective : Number(open.info.get('mip_dual_bound'));
    return {
      status: done ? 'optimal' : 'stopped',
      ...(feasible ? { values: open.getSolution().colValue } : {}),
      objective,
      bound,
      work,
    };
  } finally {
    open.dispose();
  }
};

const openProgramme = (highs: Highs, model: LinearModel): OpenProgramme => {
  const open = highs.createModel(dataOf(model, true));
  open.options.set({ ...QUIET, presolve: 'off' });
  let taken = model.size;
  return {
    solve: (limits = {}) => solveFractional(highs, open, limits),
    grow: () => {
      if (model.size > taken) addColumns(open, model, taken);
      taken = model.size;
    },
    close: () => open.dispose(),
  };
};

const addColumns = (open: Model, model: LinearModel, from: number): void => {
  const first = model.starts[from] as number;
  const count = model.size - from;
  open.addCols({
    cost: Float64Array.from(model.cost.slice(from)),
    lower: Float64Array.from(model.lower.slice(from)),
    upper: Float64Array.from(model.upper.slice(from)),
    matrix: {
      format: 'csc',
      numRows: model.rowLower.length,
      numCols: count,
      starts: Int32Array.from(model.starts.slice(from), (start) => start - first),
      indices: Int32Array.from(model.rows.slice(first)),
      values: Float64Array.from(model.values.slice(first)),
    },
  });
};

const solveFractional = (highs: Highs, open: Model, { stop }: Limits): FractionalAnswer => {
  const { modelStatus, callbackType } = highs.constants;
  open.run({
    [callbackType.simplexInterrupt](event: { interrupt: () => void }) {
      if (stop?.()) event.interrupt();
      return undefined;
    },
  });
  const status = open.getModelStatus();
  const { colValue, rowDual } = open.getSolution();
  return {
    status:
      status === modelStatus.optimal
        ? 'optimal'
        : status === modelStatus.infeasible
          ? 'infeasible'
          : 'stopped',
    objective: open.getObjectiveValue(),
    values: colValue,
    duals: rowDual,
    work: Number(open.info.get('simplex_iteration_count')),
  };
};
