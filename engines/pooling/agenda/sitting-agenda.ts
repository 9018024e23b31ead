import { type Bits, emptyBits, hasBit, membersOf, union } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { type Agenda, type AgendaTask, orderAgenda } from './agenda.ts';

/** Masks hold so many items of one sitting; more are never pooled. */
export const MOST_ITEMS = 30;

/** The best order of the items of some units, as indices of the problem's requests; remembered by the units. */
export const agendasOf = (instance: Instance): ((members: readonly number[]) => Agenda | undefined) => {
  const known = new Map<string, Agenda | undefined>();
  return (members) => {
    const sorted = [...members].sort((a, b) => a - b);
    const key = sorted.join();
    if (known.has(key)) return known.get(key);
    if (known.size > 200_000) known.clear();
    const agenda = orderOf(instance, sorted);
    known.set(key, agenda);
    return agenda;
  };
};

export type Agendas = ReturnType<typeof agendasOf>;

const orderOf = (instance: Instance, members: readonly number[]): Agenda | undefined => {
  const items = members.flatMap((unit) => instance.units[unit]?.requests ?? []);
  if (items.length === 1) return { order: items, waiting: 0, exact: true };
  if (items.length > MOST_ITEMS) return undefined;
  const agenda = orderAgenda(taskOf(instance, members, items));
  return agenda && { ...agenda, order: agenda.order.map((at) => items[at] as number) };
};

const taskOf = (instance: Instance, members: readonly number[], items: readonly number[]): AgendaTask => {
  const { problem, itemCalls, atoms } = instance;
  const groups = new Map<number, number>();
  const touched = emptyBits(atoms.count);
  for (const item of items) union(touched, touched, itemCalls[item] as Bits);
  for (const atom of membersOf(touched)) {
    let mask = 0;
    items.forEach((item, at) => {
      if (hasBit(itemCalls[item] as Bits, atom)) mask |= 1 << at;
    });
    groups.set(mask, (groups.get(mask) ?? 0) + (atoms.weight[atom] as number));
  }
  return {
    minutes: items.map((item) => problem.requests[item]?.minutes ?? 0),
    groups: [...groups].map(([mask, weight]) => ({ items: mask, weight })),
    after: afterMasks(instance, members, items),
  };
};

/** Items of a sitting set by hand keep the order they were given, whatever else is asked of them. */
const afterMasks = (
  { problem, units }: Instance,
  members: readonly number[],
  items: readonly number[],
): number[] => {
  const at = new Map(items.map((item, index) => [problem.requests[item]?.id, index]));
  const masks = items.map((item) =>
    (problem.requests[item]?.after ?? []).reduce(
      (mask, id) => (at.has(id) ? mask | (1 << (at.get(id) as number)) : mask),
      0,
    ),
  );
  let first = 0;
  for (const unit of members) {
    const count = units[unit]?.requests.length ?? 0;
    if (units[unit]?.fixed) {
      for (let k = 0; k < count; k += 1) masks[first + k] = k > 0 ? 1 << (first + k - 1) : 0;
    }
    first += count;
  }
  return masks;
};
