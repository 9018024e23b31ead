import { expect, test } from 'vitest';
import { evaluatePlan } from '../evaluate.ts';
import { generateProblem, profiles } from '../generate.ts';
import { readInstance } from '../instance/instance.ts';
import { randomFrom } from '../instance/random.ts';
import { toPlan } from '../to-plan.ts';
import { construct } from './construct.ts';
import { improve } from './improve.ts';
import { compareTotals } from './schedule.ts';

const stop = (): boolean => false;

test('what was undone leaves no trace', () => {
  const schedule = construct(readInstance(generateProblem(profiles.month, 7)), 1);
  const before = { totals: schedule.totals, plan: toPlan(schedule, {}) };
  const mark = schedule.mark();
  for (const unit of [3, 9, 20, 31]) if ((schedule.sittingOf[unit] as number) >= 0) schedule.remove(unit);
  expect(schedule.totals).not.toEqual(before.totals);
  schedule.undo(mark);
  expect(schedule.totals).toEqual(before.totals);
  expect(toPlan(schedule, {})).toEqual(before.plan);
});

test('search keeps every rule, counts as the evaluator does, and never ends worse than it began', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const problem = generateProblem(profiles.month, seed);
    const schedule = construct(readInstance(problem), seed);
    const before = schedule.totals;
    improve(schedule, randomFrom(seed), { rounds: 400, stop, heat: 30 });
    const plan = toPlan(schedule, {});
    expect(evaluatePlan(problem, plan).violations).toEqual([]);
    const { unscheduled, callUps, away, late } = schedule.totals;
    expect({ unscheduled, callUps, minutesAway: away, lateness: late }).toEqual(plan.cost);
    expect(compareTotals(schedule.totals, before)).toBeLessThanOrEqual(0);
  }
});

test('the same seed makes the same plan', () => {
  const problem = generateProblem(profiles.month, 11);
  const once = () => {
    const schedule = construct(readInstance(problem), 4);
    improve(schedule, randomFrom(4), { rounds: 500, stop, heat: 10 });
    return toPlan(schedule, {});
  };
  expect(once()).toEqual(once());
});
