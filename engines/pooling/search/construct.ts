import type { Agendas } from '../agenda/sitting-agenda.ts';
import { membersOf } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { type Random, randomFrom } from '../instance/random.ts';
import { insert } from './insert.ts';
import { Schedule } from './schedule.ts';

/**
 * The first plan: what was set by hand, then each request in turn where it calls up fewest. Requests with little
 * choice come before those with much, wide ones before narrow ones, and what waits for another after it.
 */
export const construct = (instance: Instance, seed: number, agendas?: Agendas): Schedule => {
  const random = randomFrom(seed);
  const schedule = new Schedule(instance, agendas);
  placeByHand(schedule);
  for (const unit of inTurn(instance, random)) {
    if (!instance.units[unit]?.fixed) insert(schedule, unit, random);
  }
  schedule.keep();
  return schedule;
};

/** Sittings set by hand stand where they are, whatever they break. */
export const placeByHand = (schedule: Schedule): void => {
  const { units, allowed } = schedule.instance;
  units.forEach((unit, at) => {
    const place = unit.fixed && membersOf(allowed[at] as Int32Array)[0];
    const held = place === undefined ? undefined : schedule.describe(place, [at]);
    if (held) schedule.open(held);
  });
};

/** An order in which nothing comes before what it waits for; units in a circle are left out. */
const inTurn = (instance: Instance, random: Random): number[] => {
  const choice = instance.allowed.map((bits) => membersOf(bits).length);
  const rank = instance.calls.map(
    (_, unit) => (choice[unit] as number) - 0.2 * (instance.people[unit] as number) + random(),
  );
  const waits = instance.after.map((earlier) => earlier.length);
  const ready = instance.calls.map((_, unit) => unit).filter((unit) => waits[unit] === 0);
  const order: number[] = [];
  while (ready.length > 0) {
    ready.sort((a, b) => (rank[b] as number) - (rank[a] as number));
    const next = ready.pop() as number;
    order.push(next);
    for (const later of instance.before[next] as readonly number[]) {
      waits[later] = (waits[later] as number) - 1;
      if (waits[later] === 0) ready.push(later);
    }
  }
  return order;
};
