import { blocks, lengthOf, spanOf, startsOf, timeOf } from '../clock.ts';
import { evaluatePlan, type Rule } from '../evaluate.ts';
import { type Cost, compareCost, type Plan, type Problem, type Request, type Sitting } from '../problem.ts';

const nothing: Cost = { unscheduled: 0, callUps: 0, minutesAway: 0, lateness: 0 };

export const permutations = <T>(list: readonly T[]): T[][] =>
  list.length <= 1
    ? [[...list]]
    : list.flatMap((one, index) => permutations(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));

const product = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>((all, next) => all.flatMap((so) => next.map((one) => [...so, one])), [[]]);

const subsets = <T>(list: readonly T[]): T[][] =>
  list.reduce<T[][]>((all, one) => all.concat(all.map((so) => so.concat(one))), [[]]);

/** Where a request may go: a slot, and which of several sittings that may lie in it. */
const placesOf = (problem: Problem): string[] =>
  problem.slots.flatMap(({ id, until }) => (until === undefined ? [`${id} 0`] : [`${id} 0`, `${id} 1`]));

const sittingsIn = (problem: Problem, place: string, agenda: readonly Request[]): Sitting[] => {
  const slot = problem.slots.find(({ id }) => id === place.split(' ')[0]);
  if (!slot) return [];
  const minutes = agenda.reduce((sum, request) => sum + request.minutes, 0);
  return permutations(agenda.map(({ id }) => id)).flatMap((order): Sitting[] =>
    slot.until === undefined
      ? [{ slot: slot.id, agenda: order }]
      : startsOf(slot, minutes).map((at) => ({ slot: slot.id, start: timeOf(at), agenda: order })),
  );
};

/** Whether she has a commitment during the sitting: then she is released, or it cannot be. */
const isCommitted = (problem: Problem, sitting: Sitting, cadre: string): boolean => {
  const slot = problem.slots.find(({ id }) => id === sitting.slot);
  const requests = new Map(problem.requests.map((request) => [request.id, request]));
  if (!slot) return false;
  const span = spanOf(slot, sitting.start, lengthOf(sitting.agenda, requests));
  return problem.busy.some((busy) => busy.cadre === cadre && blocks(busy, span));
};

/** Whether she is named in more sittings than her quota, of the days altogether. */
const isOverfull = (problem: Problem, all: readonly Sitting[], cadre: string): boolean => {
  const quotas = problem.quotas.filter(({ cadres }) => cadres.includes(cadre));
  const named = all.filter(({ agenda }) =>
    problem.requests.some(({ id, cadres }) => agenda.includes(id) && cadres.includes(cadre)),
  );
  return named.length > Math.min(...quotas.map(({ maxSittingsPerWeek }) => maxSittingsPerWeek));
};

/** Every choice of whom to release, where a quorum leaves any. */
const releasesOf = (problem: Problem, sitting: Sitting, all: readonly Sitting[]): Sitting[] => {
  const items = sitting.agenda.flatMap((id) => problem.requests.find((request) => request.id === id) ?? []);
  if (!items.some(({ quorum }) => quorum)) return [sitting];
  const named = new Set(items.flatMap(({ cadres }) => cadres));
  const free = [...named].filter((cadre) =>
    items.every(
      ({ cadres, quorum }) => !cadres.includes(cadre) || (quorum && !quorum.named?.includes(cadre)),
    ),
  );
  const must = free.filter((cadre) => isCommitted(problem, sitting, cadre));
  const may = free.filter((cadre) => !must.includes(cadre) && isOverfull(problem, all, cadre));
  return subsets(may).map((chosen) => {
    const released = [...must, ...chosen];
    return released.length === 0 ? sitting : { ...sitting, released };
  });
};

const mended = new Set<Rule>(['commitment', 'quota', 'seats']);

/** Whether releases could make it good. */
const mayBeMended = (problem: Problem, sittings: readonly Sitting[]): boolean =>
  evaluatePlan(problem, asPlan(problem, sittings)).violations.every(
    ({ rule, byHand }) => byHand || mended.has(rule),
  );

const asPlan = (problem: Problem, sittings: readonly Sitting[]): Plan => {
  const placed = new Set(sittings.flatMap(({ agenda }) => agenda));
  const unscheduled = problem.requests.map(({ id }) => id).filter((id) => !placed.has(id));
  const plan: Plan = { sittings, unscheduled, cost: nothing, bound: {}, proven: [] };
  return { ...plan, cost: evaluatePlan(problem, plan).cost };
};

interface Way {
  readonly sitting: Sitting;
  readonly cost: Cost;
}

const later = new Set<Rule>([
  'commitment',
  'seats',
  'fixed-moved',
  'unscheduled-list',
  'cost',
  'after',
  'called-at-once',
  'quota',
]);

/** Leaves out at once what no release and no other sitting can mend. */
const waysOf = (problem: Problem) => {
  const known = new Map<string, readonly Way[]>();
  return (place: string, agenda: readonly Request[]): readonly Way[] => {
    const key = `${place} ${agenda.map(({ id }) => id)}`;
    const ways =
      known.get(key) ??
      sittingsIn(problem, place, agenda).flatMap((sitting) => {
        const { violations, cost } = evaluatePlan(problem, asPlan(problem, [sitting]));
        const possible = violations.every(({ rule, byHand }) => byHand || later.has(rule));
        return possible ? [{ sitting, cost }] : [];
      });
    known.set(key, ways);
    return ways;
  };
};

const sumOf = (problem: Problem, ways: readonly Way[]): Cost => {
  const placed = new Set(ways.flatMap(({ sitting }) => sitting.agenda));
  const sum = (level: 'callUps' | 'minutesAway' | 'lateness') =>
    ways.reduce((total, { cost }) => total + cost[level], 0);
  return {
    unscheduled: problem.requests.reduce((total, r) => total + (placed.has(r.id) ? 0 : r.priority), 0),
    callUps: sum('callUps'),
    minutesAway: sum('minutesAway'),
    lateness: sum('lateness'),
  };
};

const leftOut = ({ requests }: Problem, chosen: readonly string[]): number =>
  requests.reduce((sum, { priority }, at) => sum + (chosen[at] === '' ? priority : 0), 0);

/** Counts before call-ups when given: how much of another plan is changed. */
type Moved = (sittings: readonly Sitting[]) => number;

/** The best plan of a very small problem, found by trying all of them. Undefined when what is set by hand cannot be. */
export const bestByTrying = (problem: Problem, moved: Moved = () => 0): Plan | undefined => {
  let best: Plan | undefined;
  const isWorse = (sittings: readonly Sitting[], cost: Cost): boolean =>
    best !== undefined &&
    (cost.unscheduled - best.cost.unscheduled ||
      moved(sittings) - moved(best.sittings) ||
      compareCost(cost, best.cost)) >= 0;
  const waysFor = waysOf(problem);
  const choices = problem.requests.map(() => [...placesOf(problem), '']);
  for (const chosen of product(choices)) {
    if (best && leftOut(problem, chosen) > best.cost.unscheduled) continue;
    if (chosen.some((place) => place.endsWith(' 1') && !chosen.includes(`${place.slice(0, -1)}0`))) continue;
    const groups = Map.groupBy(problem.requests, (_, index) => chosen[index] ?? '');
    groups.delete('');
    for (const ways of product([...groups].map(([place, agenda]) => waysFor(place, agenda)))) {
      const sittings = ways.map(({ sitting }) => sitting);
      if (isWorse(sittings, sumOf(problem, ways)) || !mayBeMended(problem, sittings)) continue;
      const held = product(sittings.map((sitting) => releasesOf(problem, sitting, sittings)))
        .map((released) => asPlan(problem, released))
        .find((one) => evaluatePlan(problem, one).ok);
      if (held) best = held;
    }
  }
  return best;
};
