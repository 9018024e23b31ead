import { meets } from '../instance/bits.ts';
import { below, type Random, shuffle } from '../instance/random.ts';
import { insert } from './insert.ts';
import { compareTotals, type Held, type Schedule, type Totals } from './schedule.ts';

export interface SearchOptions {
  /** Work is counted in rounds, so that the same seed and rounds give the same plan. */
  readonly rounds: number;
  readonly stop: () => boolean;
  /** Call-ups by which a round may make the plan worse, at first now and then, at the end hardly ever. */
  readonly heat?: number;
}

/**
 * Large neighbourhood search: some related requests are taken out and put back one by one where they cost least. What
 * is not worse stays; what is worse stays by chance, the less the worse and the later (simulated annealing), because
 * many good plans cannot be reached by steps that each gain. The best plan met is the one left at the end.
 */
export const improve = (
  schedule: Schedule,
  random: Random,
  { rounds, stop, heat = 0 }: SearchOptions,
): void => {
  if (schedule.instance.size < 2) return;
  let best = schedule.totals;
  let kept: readonly Held[] | undefined;
  for (let round = 0; round < rounds && !(round % 16 === 0 && stop()); round += 1) {
    const before = schedule.totals;
    const mark = schedule.mark();
    ruinAndRecreate(schedule, random);
    const now = schedule.totals;
    const worse = compareTotals(now, before) > 0;
    if (worse && !isBearable(now, before, heat * (1 - round / rounds) ** 2, random)) {
      schedule.undo(mark);
      continue;
    }
    if (worse && kept === undefined) {
      schedule.undo(mark);
      kept = schedule.sittings();
      continue;
    }
    schedule.keep();
    if (compareTotals(now, best) >= 0) continue;
    best = now;
    kept = undefined;
  }
  if (kept && compareTotals(schedule.totals, best) > 0) schedule.restore(kept);
};

/** Leaving out is never borne; a thousand minutes away weigh like a call-up. */
const isBearable = (now: Totals, before: Totals, heat: number, random: Random): boolean => {
  if (heat <= 0 || now.unscheduled > before.unscheduled) return false;
  const worse = now.callUps - before.callUps + (now.away - before.away) / 1000;
  return random() < Math.exp(-Math.max(0, worse) / heat);
};

const ruinAndRecreate = (schedule: Schedule, random: Random): void => {
  const out = chooseRelated(schedule, random);
  for (const unit of out) if ((schedule.sittingOf[unit] as number) >= 0) schedule.remove(unit);
  putBack(schedule, out, random);
};

const chooseRelated = (schedule: Schedule, random: Random): number[] => {
  const { instance } = schedule;
  const apart = schedule.leftOut();
  const start =
    apart.length > 0 && random() < 0.4
      ? (apart[below(random, apart.length)] as number)
      : below(random, instance.size);
  const wanted = 2 + below(random, Math.min(10, Math.max(1, instance.size - 1)));
  const out = new Set<number>();
  const take = (unit: number): void => {
    if (!instance.units[unit]?.fixed) out.add(unit);
  };
  take(start);
  const weeks = instance.weeksOf[start] as readonly number[];
  const nearby = weeks.flatMap((week) => schedule.inWeek(week));
  const calls = instance.calls[start] as Int32Array;
  for (const at of shuffle(random, [...new Set(nearby)])) {
    if (out.size >= wanted) break;
    const held = schedule.sitting(at);
    if (!meets(held.atoms, calls)) continue;
    if (random() < 0.5) for (const unit of held.members) take(unit);
    else take(held.members[below(random, held.members.length)] as number);
  }
  for (const unit of apart) {
    if (random() < 0.5 && instance.weeksOf[unit]?.some((week) => weeks.includes(week))) take(unit);
  }
  return [...out];
};

/** Puts units back in a random order that keeps to `after`; what waits for one left out is left out too. */
const putBack = (schedule: Schedule, out: readonly number[], random: Random): void => {
  const { instance, sittingOf } = schedule;
  const byWidth = random() < 0.5;
  const turn = shuffle(random, [...out]);
  if (byWidth) turn.sort((a, b) => (instance.people[b] as number) - (instance.people[a] as number));
  const waiting = new Set(turn);
  const slack = random() < 0.5 ? 0 : 0.15;
  for (let moved = true; moved && waiting.size > 0; ) {
    moved = false;
    for (const unit of turn) {
      if (
        !waiting.has(unit) ||
        (instance.after[unit] as readonly number[]).some((earlier) => waiting.has(earlier))
      )
        continue;
      waiting.delete(unit);
      moved = true;
      if (!insert(schedule, unit, random, slack)) leaveOut(schedule, unit, sittingOf);
    }
  }
};

const leaveOut = (schedule: Schedule, unit: number, sittingOf: Int32Array): void => {
  for (const later of schedule.instance.before[unit] as readonly number[]) {
    if ((sittingOf[later] as number) < 0) continue;
    if (schedule.instance.units[later]?.fixed) continue;
    schedule.remove(later);
    leaveOut(schedule, later, sittingOf);
  }
};
