import { evaluatePlan } from './evaluate.ts';
import type { Instance } from './instance/instance.ts';
import type { Bound, Cost, Plan, Sitting } from './problem.ts';
import { levels } from './problem.ts';
import { releasedFrom } from './search/may-take.ts';
import { releasesIn } from './search/releases.ts';
import type { Group, Held, Schedule } from './search/schedule.ts';

/** Writes a schedule as a plan; its cost is what the independent evaluator finds. */
export const toPlan = (schedule: Schedule, bound: Bound): Plan => writePlan(schedule, bound).plan;

/** The same, and whether the evaluator finds every rule kept. */
export const writePlan = (schedule: Schedule, bound: Bound): { plan: Plan; ok: boolean } => {
  const { instance } = schedule;
  const placed = schedule.groups();
  placed.sort((a, b) => a.place - b.place);
  const released = releasedAll(schedule, placed);
  const sittings = placed.map((group, at) => sittingOf(schedule, group, released[at] ?? []));
  const held = new Set(sittings.flatMap(({ agenda }) => agenda));
  const unscheduled = instance.problem.requests.map(({ id }) => id).filter((id) => !held.has(id));
  const draft: Plan = { sittings, unscheduled, cost: nothing, bound: {}, proven: [] };
  const { cost, violations } = evaluatePlan(instance.problem, draft);
  const ok = violations.every(({ rule, byHand }) => byHand === true || rule === 'cost');
  return { plan: { ...draft, cost, ...provenBy(cost, bound) }, ok };
};

const nothing: Cost = { unscheduled: 0, callUps: 0, minutesAway: 0, lateness: 0 };

/** A bound says something only where every level above it is proven. Adding 0 makes a solver's -0 a plain 0. */
const provenBy = (cost: Cost, bound: Bound): Pick<Plan, 'bound' | 'proven'> => {
  const open = levels.findIndex((level) => bound[level] === undefined || bound[level] < cost[level]);
  const proven = open < 0 ? levels : levels.slice(0, open);
  const told = levels.filter((level, at) => bound[level] !== undefined && at <= proven.length);
  return {
    proven,
    bound: Object.fromEntries(
      told.map((level) => [level, Math.min(bound[level] as number, cost[level]) + 0]),
    ),
  };
};

/** Who is released from each sitting, week by week. */
const releasedAll = (schedule: Schedule, placed: readonly Group[]): (readonly string[])[] => {
  const { instance } = schedule;
  if (!instance.hasQuorum.some(Boolean)) return [];
  const all = placed.map(({ place, members }) => schedule.describe(place, members) as Held);
  const weekOf = (held: Held) => instance.places[held.place]?.week ?? 0;
  const weeks = [...new Set(all.map(weekOf))].map((week) => all.filter((held) => weekOf(held) === week));
  const released = new Map(weeks.flatMap((week) => [...(releasesIn(instance, week) ?? [])]));
  return all.map((held) => released.get(held) ?? releasedFrom(instance, held));
};

const sittingOf = (
  schedule: Schedule,
  { place: at, members }: Group,
  released: readonly string[],
): Sitting => {
  const { instance } = schedule;
  const place = instance.places[at] as Instance['places'][number];
  const order = schedule.agendas(members)?.order ?? [];
  return {
    slot: place.slot,
    ...(place.start === undefined ? {} : { start: place.start }),
    agenda: order.map((item) => instance.problem.requests[item]?.id as string),
    ...(released.length === 0 ? {} : { released }),
  };
};
