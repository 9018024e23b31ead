import { meets } from '../instance/bits.ts';
import { below, type Random, shuffle } from '../instance/random.ts';
import { insert } from './insert.ts';
import { compareTotals, type Schedule } from './schedule.ts';

/**
 * Large neighbourhood search: some related requests are taken out and put back one by one where they cost least; what
 * is not worse stays. Work is counted in rounds, so that the same seed and rounds give the same plan.
 */
export const improve = (schedule: Schedule, random: Random, rounds: number, stop: () => boolean): void => {
  const { size } = schedule.instance;
  if (size < 2) return;
  for (let round = 0; round < rounds && !(round % 16 === 0 && stop()); round += 1) {
    const before = schedule.totals;
    const mark = schedule.mark();
    ruinAndRecreate(schedule, random);
    if (compareTotals(schedule.totals, before) > 0) schedule.undo(mark);
    else schedule.keep();
  }
};

const ruinAndRecreate = (schedule: Schedule, random: Random): void => {
  const out = chooseRelated(schedule, random);
  for (const unit of out) if ((schedule.sittingOf[unit] as number) >= 0) schedule.remove(unit);
  putBack(schedule, out, random);
};

const chooseRelated = (schedule: Schedule, random: Random): number[] => {
  const { instance, sittingOf } = schedule;
  const start = below(random, instance.size);
  const wanted = 2 + below(random, Math.min(10, Math.max(1, instance.size - 1)));
  const out = new Set<number>();
  const take = (unit: number): void => {
    if (!instance.units[unit]?.fixed) out.add(unit);
  };
  take(start);
  const nearby = (instance.weeksOf[start] as readonly number[]).flatMap((week) => schedule.inWeek(week));
  const calls = instance.calls[start] as Int32Array;
  for (const at of shuffle(random, [...new Set(nearby)])) {
    if (out.size >= wanted) break;
    const held = schedule.sitting(at);
    if (!meets(held.atoms, calls)) continue;
    if (random() < 0.5) for (const unit of held.members) take(unit);
    else take(held.members[below(random, held.members.length)] as number);
  }
  for (let unit = 0; unit < instance.size; unit += 1)
    if (sittingOf[unit] === -1 && random() < 0.5) take(unit);
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
