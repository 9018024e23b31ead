import { agendasOf } from './agenda/sitting-agenda.ts';
import { evaluatePlan } from './evaluate.ts';
import { meets } from './instance/bits.ts';
import { type Instance, readInstance } from './instance/instance.ts';
import type { Plan, Problem, Sitting } from './problem.ts';
import { type Change, changesBetween, reorderedSlots, type Where, whereKey } from './replan/changes.ts';
import { groupsOf, keepWhatStands } from './replan/keep.ts';
import { placeAgain, type Search } from './replan/place-again.ts';
import { placeByHand } from './search/construct.ts';
import { type Group, Schedule } from './search/schedule.ts';
import { toPlan } from './to-plan.ts';

export type { Change, Where } from './replan/changes.ts';

export interface Replan {
  readonly plan: Plan;
  readonly changes: readonly Change[];
  /** Sittings that stay where they are, but in another order than before. */
  readonly reordered: readonly Where[];
}

export interface ReplanOptions {
  /** Places tried at most; the same limit gives the same plan. */
  readonly limit?: number;
}

/** Of so many kept requests all choices of two and three to move are tried; of more only whole sittings. */
const mostForPairs = 60;
const mostForTriples = 24;

/** Kept units that may have to make room: they are held in a week in which one that is out may be held. */
const nearOf = (schedule: Schedule, out: readonly number[]): number[] => {
  const { instance, sittingOf } = schedule;
  const weeks = new Set(out.flatMap((unit) => instance.weeksOf[unit] ?? []));
  const linked = new Set(
    out.flatMap((unit) => [...(instance.after[unit] ?? []), ...(instance.before[unit] ?? [])]),
  );
  return Array.from({ length: instance.size }, (_, unit) => unit).filter((unit) => {
    const at = sittingOf[unit] ?? -1;
    if (at < 0 || instance.units[unit]?.fixed) return false;
    return linked.has(unit) || weeks.has(instance.places[schedule.sitting(at).place]?.week ?? -1);
  });
};

/** Those first that call the same cadres as one that is out. */
const byKinship = (instance: Instance, near: readonly number[], out: readonly number[]): number[] => {
  const isKin = (unit: number) =>
    out.some((other) => meets(instance.calls[unit] as Int32Array, instance.calls[other] as Int32Array));
  return near.toSorted((a, b) => Number(isKin(b)) - Number(isKin(a)));
};

/** What may be freed to make room, smallest first: one request, two, three, and whole sittings. */
function* setsToFree(schedule: Schedule, near: readonly number[]): Generator<readonly number[]> {
  for (const one of near) yield [one];
  const sittings = new Map(near.map((unit) => [schedule.sittingOf[unit] ?? -1, unit]));
  const whole = [...sittings.keys()].map((at) =>
    schedule.sitting(at).members.filter((unit) => near.includes(unit)),
  );
  if (near.length <= mostForPairs)
    for (const [at, one] of near.entries()) for (const two of near.slice(at + 1)) yield [one, two];
  yield* whole.filter(({ length }) => length > 2).sort((a, b) => a.length - b.length);
  if (near.length <= mostForTriples)
    for (const [i, one] of near.entries())
      for (const [j, two] of near.slice(i + 1).entries())
        for (const three of near.slice(i + j + 2)) yield [one, two, three];
  for (const [at, one] of whole.entries()) for (const two of whole.slice(at + 1)) yield [...one, ...two];
}

const searchAround = (schedule: Schedule, out: readonly number[], search: Search, limit: number): void => {
  const share = Math.max(200, Math.floor(limit / 50));
  search.limit = limit / 4;
  placeAgain(schedule, out, 0, search);
  const near = byKinship(schedule.instance, nearOf(schedule, out), out);
  for (const freed of setsToFree(schedule, near)) {
    if (search.best?.outcome.totals.unscheduled === 0 && freed.length > search.best.outcome.moved) return;
    if (search.tried >= limit) return;
    const mark = schedule.mark();
    for (const unit of freed) schedule.remove(unit);
    search.limit = Math.min(limit, search.tried + share);
    placeAgain(schedule, [...out, ...freed], 0, search);
    schedule.undo(mark);
  }
};

/** Sittings that hold what they held keep the order they had, as long as nothing is broken by it. */
const inOldOrder = (problem: Problem, plan: Plan): Plan => {
  const key = (sitting: Sitting) => `${whereKey(sitting)} ${sitting.agenda.toSorted()}`;
  const old = new Map((problem.previous ?? []).map((sitting) => [key(sitting), sitting.agenda]));
  const sittings = plan.sittings.map((sitting) => ({
    ...sitting,
    agenda: old.get(key(sitting)) ?? sitting.agenda,
  }));
  const { cost } = evaluatePlan(problem, { ...plan, sittings });
  const kept = { ...plan, sittings, cost };
  return evaluatePlan(problem, kept).ok ? kept : plan;
};

const homesOf = (instance: Instance, groups: readonly Group[]): Int32Array => {
  const home = new Int32Array(instance.size).fill(-1);
  for (const { place, members } of groups) for (const unit of members) home[unit] = place;
  return home;
};

/**
 * Makes a plan for the problem that changes the plan in force (`problem.previous`) as little as it can: nothing is
 * left out that can be placed, then as few requests as can be are held elsewhere than before, and only then the
 * usual costs count. What is set by hand stays. A previous sitting that breaks a rule now gives up as few of its
 * requests as it must.
 *
 * Few moves are proven only for very small problems: elsewhere sets of one to three requests and whole sittings are
 * freed in turn until everything has a place or `limit` is reached.
 */
export const replan = (problem: Problem, { limit = 40_000 }: ReplanOptions = {}): Replan => {
  const instance = readInstance(problem);
  const previous = problem.previous ?? [];
  const schedule = new Schedule(instance, agendasOf(instance));
  placeByHand(schedule);
  const groups = groupsOf(instance, previous);
  const lost = keepWhatStands(schedule, groups);
  const known = new Set(groups.flatMap(({ members }) => members));
  const fresh = instance.units.flatMap(({ fixed }, unit) => (fixed || known.has(unit) ? [] : [unit]));
  schedule.keep();
  const search: Search = {
    home: homesOf(instance, groups),
    best: undefined,
    tried: 0,
    limit,
  };
  searchAround(schedule, [...lost, ...fresh], search, limit);
  const best = new Schedule(instance, schedule.agendas);
  for (const { place, members } of search.best?.groups ?? schedule.groups()) {
    const held = best.describe(place, members);
    if (held) best.open(held);
  }
  const plan = inOldOrder(problem, toPlan(best, {}));
  const ids = problem.requests.map(({ id }) => id);
  return {
    plan,
    changes: changesBetween(previous, plan.sittings, ids),
    reordered: reorderedSlots(previous, plan.sittings),
  };
};
