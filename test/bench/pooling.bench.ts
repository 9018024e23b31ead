import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { root } from '#app/root.ts';
import {
  closePooling,
  generateDistrict,
  generateProblem,
  type Plan,
  type Problem,
  planDistrict,
  planPooling,
  profiles,
  withFreeStarts,
} from '#engines/pooling';
import { type Metric, print } from './print.ts';

/** Seeds the engine was never tuned on. */
const firstSeed = 90_000;

interface Run {
  readonly plan: Plan;
  readonly seconds: number;
  /** Milliseconds to the first plan. */
  readonly first: number;
  /** Longest time this thread did not answer, in milliseconds. */
  readonly stall: number;
}

/** Plans as a caller would, with an eye on this thread. */
const plan = async (problem: Problem, seconds: number): Promise<Run> => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let first = Number.NaN;
  delay.enable();
  const began = performance.now();
  const found = await planPooling(problem, {
    budget: { seconds },
    onProgress: () => {
      if (Number.isNaN(first)) first = performance.now() - began;
    },
  });
  delay.disable();
  return { plan: found, seconds: (performance.now() - began) / 1000, first, stall: delay.max / 1e6 };
};

/** From the wish to stop until the caller is free again, in milliseconds. */
const cancel = async (problem: Problem, after: number): Promise<number | undefined> => {
  const controller = new AbortController();
  let stopped = Number.NaN;
  setTimeout(() => {
    stopped = performance.now();
    controller.abort();
  }, after);
  const ended = planPooling(problem, { signal: controller.signal }).then(
    () => undefined,
    () => performance.now() - stopped,
  );
  return ended;
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)] ??
  Number.NaN;

const say = (
  metric: string,
  value: number,
  unit: string,
  n: number,
  more: Partial<Metric> & object = {},
): void => print({ bench: 'pooling', metric, value: Number(value.toFixed(2)), unit, n, ...more });

const isProven = ({ proven }: Plan): boolean => proven.includes('callUps') && proven.includes('minutesAway');

/** How far call-ups are above their bound, in per cent; a plan that leaves more out than it must is 100 % off. */
const gapOf = ({ cost, bound }: Plan): number => {
  if (bound.callUps === undefined || cost.unscheduled > (bound.unscheduled ?? cost.unscheduled)) return 100;
  return (100 * (cost.callUps - bound.callUps)) / Math.max(1, bound.callUps);
};

/** The most memory a process of its own takes to plan one problem, in MB. */
const memory = (profile: keyof typeof profiles, seconds: number): number => {
  const code = `import('#engines/pooling').then(async ({ generateProblem, planPooling, profiles }) => {
    await planPooling(generateProblem(profiles['${profile}'], ${firstSeed}), { budget: { seconds: ${seconds} } });
    console.log(process.resourceUsage().maxRSS / 1024);
    process.exit(0);
  })`;
  const words = ['--disable-warning=ExperimentalWarning', '-e', code];
  return Number(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }));
};

const provenIn = async (name: 'week' | 'month', count: number, seconds: number): Promise<Run[]> => {
  const runs: Run[] = [];
  for (let k = 0; k < count; k += 1)
    runs.push(await plan(generateProblem(profiles[name], firstSeed + k), seconds));
  const times = runs.map((run) => (isProven(run.plan) ? run.seconds : seconds));
  say(`${name}_proven_p95`, quantile(times, 0.95), 's', count);
  say(`${name}_proven_median`, quantile(times, 0.5), 's', count);
  say(`${name}_proven_share`, (100 * runs.filter((run) => isProven(run.plan)).length) / count, '%', count);
  return runs;
};

const gapIn = async (metric: string, set: keyof typeof profiles, seconds: number) => {
  const run = await plan(generateProblem(profiles[set], firstSeed), seconds);
  say(metric, gapOf(run.plan), '%', 1, { set });
  say('seconds', run.seconds, 's', 1, { set });
  say('first_plan', run.first, 'ms', 1, { set });
  return run;
};

const cancelling = async (): Promise<void> => {
  const times: number[] = [];
  for (let k = 0; k < 20; k += 1) {
    const time = await cancel(generateProblem(profiles.dense200, firstSeed + k), 200 + 137 * k);
    if (time !== undefined) times.push(time);
  }
  say('cancel_p95', quantile(times, 0.95), 'ms', times.length);
};

/** What fixed bands cost: call-ups saved by free starts, alone and with sittings as long as a half-day. */
const bands = async (count: number): Promise<void> => {
  const sums = { bands: 0, free: 0, long: 0 };
  for (let k = 0; k < count; k += 1) {
    const month = generateProblem(profiles.month, firstSeed + k);
    sums.bands += (await plan(month, 60)).plan.cost.callUps;
    sums.free += (await plan(withFreeStarts(month, { grid: 15 }), 60)).plan.cost.callUps;
    sums.long += (await plan(withFreeStarts(month, { grid: 15, longest: 150 }), 60)).plan.cost.callUps;
  }
  const saved = (callUps: number) => 100 * (1 - callUps / sums.bands);
  say('bands_cost', saved(sums.free), '%', count, { set: 'free starts' });
  say('bands_cost', saved(sums.long), '%', count, { set: 'free starts, up to 150 minutes' });
};

/** Ten subdistricts' months and ten calls of their district, side by side on all cores and one after another. */
const district = async (): Promise<void> => {
  const month = (seed: number) => generateProblem(profiles.month, seed);
  const fresh = generateDistrict(month, { parts: 10, calls: 10, seed: firstSeed });
  const timed = async (threads?: number) => {
    const began = performance.now();
    const more = threads === undefined ? {} : { threads };
    const { calls, parts, cost } = await planDistrict(fresh, { budget: { seconds: 300 }, ...more });
    const bound = parts.reduce((sum, part) => sum + (part.bound.callUps ?? 0), 0);
    const seconds = (performance.now() - began) / 1000;
    return { calls, parts, seconds, gap: (100 * (cost.callUps - bound)) / bound };
  };
  const side = await timed();
  say('district', side.seconds, 's', 10, { set: 'side by side' });
  say('district', (await timed(1)).seconds, 's', 10, { set: 'one after another' });
  say('district_gap', side.gap, '%', 10);
  say('district_proven_share', 10 * side.parts.filter(isProven).length, '%', 10);
  say('district_calls_left_out', side.calls.unscheduled.length, 'calls', 10);
};

/** Fresh problems of the published profile: proofs, gaps, first plans, cancelling, a district, stalls and memory. */
export const bench = async (): Promise<void> => {
  const weeks = await provenIn('week', 100, 10);
  const months = await provenIn('month', 30, 60);
  say('memory', memory('month', 60), 'MB', 1, { set: 'month' });
  say(
    'first_plan',
    quantile(
      months.map(({ first }) => first),
      0.95,
    ),
    'ms',
    months.length,
  );
  await cancelling();
  await bands(10);
  await district();
  const large = [await gapIn('gap_200', 'requests200', 60), await gapIn('gap_200', 'dense200', 60)];
  large.push(await gapIn('gap_200', 'crowded200', 60));
  large.push(await gapIn('gap_2000', 'requests2000', 300), await gapIn('gap_2000', 'dense2000', 300));
  say('memory', memory('dense2000', 120), 'MB', 1, { set: '2000' });
  await closePooling();
  const all = [...weeks, ...months, ...large];
  say('main_thread_stall', Math.max(...all.map(({ stall }) => stall)), 'ms', all.length);
};
