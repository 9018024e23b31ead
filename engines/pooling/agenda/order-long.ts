import type { Agenda, AgendaTask } from './agenda.ts';

/** A good order for more items than can be covered exactly: each is moved to its best place until none gains. */
export const orderLong = (task: AgendaTask): Agenda | undefined => {
  let order = inTurn(task);
  if (!order) return undefined;
  let waiting = waitingOf(task, order);
  for (let round = 0, gained = true; gained && round < 8; round += 1) {
    gained = false;
    for (const item of [...order]) {
      for (let to = 0; to < order.length; to += 1) {
        const moved: number[] = order.filter((other) => other !== item);
        moved.splice(to, 0, item);
        const cost = keepsOrder(task, moved) ? waitingOf(task, moved) : Number.POSITIVE_INFINITY;
        if (cost >= waiting) continue;
        order = moved;
        waiting = cost;
        gained = true;
      }
    }
  }
  return { order, waiting, exact: waiting === 0 };
};

/** Cadre-minutes of waiting in a given order: from first to last item needed, less the items needed. */
export const waitingOf = (
  { minutes, groups }: Pick<AgendaTask, 'minutes' | 'groups'>,
  order: readonly number[],
): number => {
  let sum = 0;
  for (const { items, weight } of groups) {
    let left = items;
    let here = false;
    let waited = 0;
    let since = 0;
    for (const item of order) {
      if ((items & (1 << item)) !== 0) {
        left &= ~(1 << item);
        waited += since;
        since = 0;
        here = true;
        if (left === 0) break;
      } else if (here) since += minutes[item] as number;
    }
    sum += waited * weight;
  }
  return sum;
};

const keepsOrder = ({ after }: AgendaTask, order: readonly number[]): boolean => {
  let held = 0;
  for (const item of order) {
    if (((after[item] as number) & ~held) !== 0) return false;
    held |= 1 << item;
  }
  return true;
};

/** Any order that `after` allows; undefined when it goes round in a circle. */
const inTurn = ({ minutes, after }: AgendaTask): number[] | undefined => {
  const order: number[] = [];
  for (let held = 0; order.length < minutes.length; ) {
    const next = minutes.findIndex(
      (_, item) => (held & (1 << item)) === 0 && ((after[item] as number) & ~held) === 0,
    );
    if (next < 0) return undefined;
    order.push(next);
    held |= 1 << next;
  }
  return order;
};
