import { expect, test } from 'vitest';
import { evaluatePlan } from '../evaluate.ts';
import { generateSmall } from '../generate/small.ts';
import { generateProblem, profiles } from '../generate.ts';
import { type Instance, readInstance } from '../instance/instance.ts';
import { randomFrom } from '../instance/random.ts';
import type { Plan, Problem } from '../problem.ts';
import { construct } from '../search/construct.ts';
import { openHighs } from '../solver/highs.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Column } from './column.ts';
import { enumerateWeek } from './enumerate.ts';
import { columnsOf, partsOf } from './from-schedule.ts';
import { generateColumns } from './generate-columns.ts';
import { choose, relax } from './master.ts';
import { orderClosed } from './order-closed.ts';
import { Pool } from './pool.ts';
import { priceWeek } from './price-week.ts';
import { scarceAtoms } from './scarce-atoms.ts';
import { viewWeek } from './week-view.ts';

const solver = await openHighs();

const listed = (instance: Instance): Column[] => {
  const found: Column[] = [];
  for (let week = 0; week < instance.weeks; week += 1) {
    enumerateWeek(instance, viewWeek(instance, week), 1e6, found);
  }
  return found;
};

const subsets = (units: readonly number[]): number[][] =>
  units
    .reduce<number[][]>((all, unit) => all.concat(all.map((so) => [...so, unit])), [[]])
    .filter((set) => set.length > 0);

/** Whether the evaluator lets these sit together somewhere, if nothing else is planned and nothing has an order. */
const canSit = (problem: Problem, units: readonly number[]): boolean => {
  const free = { ...problem, requests: problem.requests.map((request) => ({ ...request, after: [] })) };
  const agenda = units.map((unit) => problem.requests[unit]?.id ?? '');
  return problem.slots.some(({ id }) => {
    const cost = { unscheduled: 0, callUps: 0, minutesAway: 0, lateness: 0 };
    const plan: Plan = { sittings: [{ slot: id, agenda }], unscheduled: [], cost, bound: {}, proven: [] };
    const sitting = new Set(['too-long', 'stands-alone', 'window', 'mode', 'seats', 'commitment']);
    return evaluatePlan(free, plan).violations.every(({ rule }) => !sitting.has(rule));
  });
};

test('the sets listed are those that hang together and can sit together, each once', () => {
  for (let seed = 400; seed < 430; seed += 1) {
    const instance = readInstance(generateSmall(seed));
    const closed = orderClosed(instance);
    const expected = subsets(instance.units.map((_, unit) => unit)).filter(
      (set) => partsOf(instance, set).length === 1 && closed(set) && canSit(instance.problem, set),
    );
    const found = listed(instance);
    expect(new Set(found.map(({ week, units }) => `${week}:${units}`)).size).toBe(found.length);
    const sets = [...new Set(found.map(({ units }) => units.join()))];
    expect(sets.toSorted()).toEqual(expected.map((set) => set.join()).toSorted());
  }
});

test('pricing finds the set worth most, as looking at every set does', () => {
  for (let seed = 600; seed < 640; seed += 1) {
    const instance = readInstance({ ...generateSmall(seed), daysPerWeek: 2 });
    const random = randomFrom(seed);
    const cover = Float64Array.from(instance.people, (people) => people * (0.3 + 0.9 * random()));
    const prices = Float64Array.from(instance.atoms.weight, (weight) => weight + random());
    const worth = (units: readonly number[]): number =>
      units.reduce((sum, unit) => sum + (cover[unit] as number), 0) -
      instance.atoms.units.reduce(
        (sum, called, atom) =>
          sum + (called.some((unit) => units.includes(unit)) ? (prices[atom] as number) : 0),
        0,
      );
    const closed = orderClosed(instance);
    const all = subsets(instance.units.map((_, unit) => unit)).filter(
      (set) => closed(set) && canSit(instance.problem, set),
    );
    const call = (atom: number): number => prices[atom] as number;
    const limits = { least: 1e-9, count: 5, nodes: 1e6 };
    const { found, whole } = priceWeek(instance, viewWeek(instance, 0), { cover, call }, closed, limits);
    expect(whole).toBe(true);
    const most = Math.max(0, ...all.map(worth));
    expect(found[0] ? worth(found[0].units) : 0).toBeCloseTo(most, 6);
    for (const nodes of [1, 3, 10]) {
      const hasty = priceWeek(instance, viewWeek(instance, 0), { cover, call }, closed, { ...limits, nodes });
      expect(hasty.most).toBeGreaterThanOrEqual(most - 1e-6);
    }
  }
});

test('the bound by pricing is the bound by listing where nothing has an order, and never above a grouping', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const problem = generateProblem(profiles.month, seed);
    const free = { ...problem, requests: problem.requests.map((request) => ({ ...request, after: [] })) };
    const instance = readInstance(free);
    const schedule = construct(instance, 1);
    if (schedule.totals.unscheduled > 0) continue;
    const pool = new Pool(instance, listed(instance));
    const cost = (column: number): number => pool.columns[column]?.callUps as number;
    const task = { pool, candidates: pool.columns.map((_, at) => at), cost, extra: [] };
    const relaxed = relax(task, solver, {});
    const priced = generateColumns(instance, solver, {
      start: columnsOf(schedule),
      level: 'callUps',
      mayLeaveOut: 0,
      upper: schedule.totals.callUps,
      stop: () => false,
    });
    expect(priced.solved).toBe(true);
    expect(priced.bound).toBeCloseTo(relaxed.bound, 3);
    expect(relaxed.bound).toBeLessThanOrEqual(schedule.totals.callUps + 1e-6);
  }
});

test('a bound by pricing cut short is one too', () => {
  const instance = readInstance(generateProblem(profiles.month, 5));
  const schedule = construct(instance, 1);
  const bounds = [4, 8, 12, 16, 100].map((rounds) => {
    let left = rounds;
    const once = {
      ...solver,
      open: (model: LinearModel) => {
        const programme = solver.open(model);
        return {
          ...programme,
          solve: () => {
            left -= 1;
            return programme.solve();
          },
        };
      },
    };
    const { unscheduled: mayLeaveOut, callUps: upper } = schedule.totals;
    const task = { start: columnsOf(schedule), level: 'callUps', mayLeaveOut, upper } as const;
    return generateColumns(instance, once, { ...task, stop: () => left < 0 }).bound;
  });
  expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds);
  expect(bounds.filter(Number.isFinite).length).toBeGreaterThan(1);
  expect(bounds.at(-1)).toBeLessThanOrEqual(schedule.totals.callUps);
});

test('quotas that others imply are no rows, and say no less', () => {
  for (let seed = 700; seed < 720; seed += 1) {
    const instance = readInstance(generateSmall(seed));
    const scarce = scarceAtoms(instance);
    instance.atoms.units.forEach((called, atom) => {
      for (let week = 0; week < instance.weeks; week += 1) {
        const here = called.filter((unit) => instance.weeksOf[unit]?.includes(week));
        const most = Math.max(
          instance.atoms.quota[atom] as number,
          here.filter((unit) => instance.units[unit]?.fixed).length,
        );
        if (here.length <= most || called.some((unit) => instance.hasQuorum[unit])) continue;
        const implied = scarce[week]?.some(
          (one) => one.most <= most && here.every((unit) => one.units.includes(unit)),
        );
        expect(implied).toBe(true);
      }
    });
  }
});

test('the best grouping is the best of all ways to group', () => {
  for (let seed = 500; seed < 515; seed += 1) {
    const instance = readInstance(generateSmall(seed));
    const pool = new Pool(instance, listed(instance));
    const cost = (column: number): number => pool.columns[column]?.callUps as number;
    if (instance.weeksOf.some((weeks) => weeks.length === 0)) continue;
    const candidates = pool.columns.map((_, at) => at);
    const { grouping } = choose({ pool, candidates, cost, extra: [] }, solver, {});
    expect(grouping?.cost ?? Number.POSITIVE_INFINITY).toBe(leastByTrying(instance, pool));
  }
});

/** Every way to cover each unit once, with quotas; order is kept by all sets in one week alike. */
const leastByTrying = (instance: Instance, pool: Pool): number => {
  let least = Number.POSITIVE_INFINITY;
  const go = (covered: ReadonlySet<number>, chosen: readonly number[], callUps: number): void => {
    const next = instance.units.findIndex((_, unit) => !covered.has(unit));
    if (next < 0) {
      if (callUps < least && keepsRows(pool, chosen)) least = callUps;
      return;
    }
    pool.columns.forEach(({ units, callUps: own }, at) => {
      if (!units.includes(next) || units.some((unit) => covered.has(unit))) return;
      go(new Set([...covered, ...units]), [...chosen, at], callUps + own);
    });
  };
  go(new Set(), [], 0);
  return least;
};

const keepsRows = (pool: Pool, chosen: readonly number[]): boolean => {
  const sums = new Map<number, number>();
  for (const column of chosen) {
    for (const [row, value] of pool.entries(column)) sums.set(row, (sums.get(row) ?? 0) + value);
  }
  return pool.rowUpper.every((upper, row) => (sums.get(row) ?? 0) <= upper);
};
