import { parseArgs } from 'node:util';
import {
  type Cost,
  closePooling,
  explainUnscheduled,
  type Plan,
  PoolingRefusal,
  type Problem,
  parseProblem,
  planPooling,
  replan,
} from '#engines/pooling';
import { CommandRefusal, printJson, type Run, say, UsageRefusal } from './command.ts';
import { readJson } from './read-json.ts';

const usage = 'qz pool PROBLEM.json [--seconds S] [--seed N]';
const options = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
} as const;
/** npm passes on the signal that the terminal has given already: two so soon are one wish. */
const sameWishMs = 1_000;

const parse = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [file] = positionals;
    const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
    if (!file || positionals.length > 1 || !(seconds > 0 && seconds <= 86_400) || !Number.isInteger(seed))
      throw new UsageRefusal(usage);
    return { file, seconds, seed };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};

const readProblem = async (file: string): Promise<Problem> => {
  const content = await readJson(file);
  try {
    return parseProblem(content);
  } catch (error) {
    throw error instanceof PoolingRefusal ? new CommandRefusal(`${file}: ${error.message}`) : error;
  }
};

const sayCost = ({ unscheduled, callUps, minutesAway }: Cost, { proven }: Plan): string => {
  const left = unscheduled > 0 ? `未排 left out ${unscheduled} · ` : '';
  const sure = proven.length > 0 ? ` · 已证最优 proven: ${proven.join(', ')}` : '';
  return `${left}召集 ${callUps} 人次 call-ups · ${minutesAway} 分钟 minutes away${sure}`;
};

/** Says a plan when it says something new, and remembers it. */
const follow = () => {
  let words = '';
  const so: { plan?: Plan } = {};
  const onProgress = (plan: Plan): void => {
    const now = sayCost(plan.cost, plan);
    if (now !== words) say(now);
    words = now;
    so.plan = plan;
  };
  return { so, onProgress };
};

/** Ctrl-C asks for the best plan so far; a second one ends at once. */
const untilInterrupted = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  let asked = Number.NEGATIVE_INFINITY;
  const stop = () => {
    const again = performance.now() - asked > sameWishMs;
    if (controller.signal.aborted && again) process.exit(130);
    asked = performance.now();
    if (controller.signal.aborted) return;
    say('停下，给出目前最好的方案 · stopping with the best plan so far');
    controller.abort();
  };
  // Stays until the process ends: a second signal that comes late must not cut the answer off.
  process.on('SIGINT', stop);
  return work(controller.signal);
};

const plan = async (problem: Problem, seconds: number, seed: number): Promise<Plan> => {
  const { so, onProgress } = follow();
  return untilInterrupted((signal) =>
    planPooling(problem, { seed, budget: { seconds }, signal, onProgress }).catch((error: unknown) => {
      if (signal.aborted && so.plan) return so.plan;
      throw signal.aborted ? new CommandRefusal('还没有方案 · no plan yet') : error;
    }),
  );
};

/** A pooling plan for a problem file: JSON on standard output, how it goes on standard error. */
export const run: Run = async (words) => {
  const { file, seconds, seed } = parse(words);
  const problem = await readProblem(file);
  for (const field of problem.ignored ?? []) say(`${field}: 没有意义，未采用 · means nothing here, not used`);
  const { plan: found, ...more } = problem.previous
    ? replan(problem)
    : { plan: await plan(problem, seconds, seed) };
  const reasons = explainUnscheduled(problem, found);
  for (const { request, words: said } of reasons) say(`${request}: ${said.zh} · ${said.en}`);
  printJson({ ...found, ...more, ...(reasons.length > 0 ? { reasons } : {}) });
  await closePooling();
  return 0;
};
