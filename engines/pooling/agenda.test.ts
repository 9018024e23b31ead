import { expect, test } from 'vitest';
import { type AgendaTask, orderAgenda } from './agenda/agenda.ts';
import { evaluatePlan } from './evaluate.ts';
import { below, randomFrom } from './instance/random.ts';
import { permutations } from './tests/brute-force.ts';
import { truthful } from './tests/random-plan.ts';
import { playing, rehearsal, rehearsalProblem } from './tests/rehearsal.ts';

/** Cadre-minutes of waiting of an order, counted person by person. */
const waitingOf = ({ minutes, groups }: AgendaTask, order: readonly number[]): number => {
  let sum = 0;
  for (const { items, weight } of groups) {
    const needed = order.map((item) => ((items >>> item) & 1) === 1);
    const [first, last] = [needed.indexOf(true), needed.lastIndexOf(true)];
    order.forEach((item, at) => {
      if (at > first && at < last && !needed[at]) sum += weight * (minutes[item] ?? 0);
    });
  }
  return sum;
};

const isAllowed = ({ after }: AgendaTask, order: readonly number[]): boolean =>
  order.every((item, at) => {
    const held = order.slice(0, at).reduce((mask, one) => mask | (1 << one), 0);
    return ((after[item] ?? 0) & ~held) === 0;
  });

const concert: AgendaTask = {
  minutes: rehearsal.minutes,
  groups: rehearsal.plays.map((plays) => ({
    items: plays.reduce<number>((mask, plays, at) => mask | (plays << at), 0),
    weight: 1,
  })),
  after: rehearsal.minutes.map(() => 0),
};

/** Least waiting by a programme over who is there: its own, to hold the engine's against. */
const leastWaiting = (task: AgendaTask): number => {
  const all = 2 ** task.minutes.length - 1;
  const known = new Map<number, number>([[all, 0]]);
  const from = (held: number): number => {
    const so = known.get(held);
    if (so !== undefined) return so;
    let best = Number.POSITIVE_INFINITY;
    task.minutes.forEach((minutes, item) => {
      if ((held >>> item) & 1 || ((task.after[item] ?? 0) & ~held) !== 0) return;
      const rest = all & ~held & ~(1 << item);
      const waiting = task.groups.filter(
        ({ items }) => !((items >>> item) & 1) && (items & held) !== 0 && (items & rest) !== 0,
      );
      const here = minutes * waiting.reduce((sum, { weight }) => sum + weight, 0);
      best = Math.min(best, here + from(held | (1 << item)));
    });
    known.set(held, best);
    return best;
  };
  return from(0);
};

test('the concert of CSPLib 039: 49 in the given order, 17 at best', () => {
  const given = rehearsal.minutes.map((_, at) => at);
  expect(waitingOf(concert, given)).toBe(49);
  expect(leastWaiting(concert)).toBe(17);
  const best = orderAgenda(concert);
  expect(best).toMatchObject({ waiting: 17, exact: true });
  expect(waitingOf(concert, best?.order ?? [])).toBe(17);
});

test('the evaluator counts the same waiting in a plan', () => {
  const minutesAway = (order: readonly number[]) =>
    evaluatePlan(
      rehearsalProblem,
      truthful(rehearsalProblem, [{ slot: 's0', agenda: order.map((at) => `piece${at}`) }]),
    ).cost.minutesAway;
  expect(minutesAway(rehearsal.minutes.map((_, at) => at)) - playing).toBe(49);
  expect(minutesAway(orderAgenda(concert)?.order ?? []) - playing).toBe(17);
});

test('no permutation of six items waits less, whoever must come first', () => {
  const random = randomFrom(6);
  for (let turn = 0; turn < 200; turn += 1) {
    const size = 1 + below(random, 6);
    const task: AgendaTask = {
      minutes: Array.from({ length: size }, () => 5 * (1 + below(random, 9))),
      groups: Array.from({ length: 5 }, () => ({
        items: 1 + below(random, 2 ** size - 1),
        weight: 1 + below(random, 33),
      })),
      after: Array.from({ length: size }, (_, at) => (at > 0 && random() < 0.3 ? 1 << below(random, at) : 0)),
    };
    const allowed = permutations(task.minutes.map((_, at) => at)).filter((order) => isAllowed(task, order));
    const best = orderAgenda(task);
    expect(best?.waiting).toBe(Math.min(...allowed.map((order) => waitingOf(task, order))));
    expect(best?.waiting).toBe(leastWaiting(task));
    expect(isAllowed(task, best?.order ?? [])).toBe(true);
    expect(waitingOf(task, best?.order ?? [])).toBe(best?.waiting);
  }
});

test('items that wait for each other in a circle have no order', () => {
  expect(orderAgenda({ minutes: [5, 5], groups: [], after: [2, 1] })).toBeUndefined();
});
