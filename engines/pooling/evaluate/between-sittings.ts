import { atOnce } from '../clock.ts';
import { type Held, hasCommitment, type Known, type Violation } from './held.ts';

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Every two of a group that are at once. */
const clashes = (group: readonly Held[]): [Held, Held][] =>
  group.flatMap((one, index) =>
    group
      .slice(index + 1)
      .filter((other) => atOnce(one.span, other.span))
      .map((other): [Held, Held] => [one, other]),
  );

const venues = (all: readonly Held[]): Violation[] => {
  const groups = new Map<string, Held[]>();
  for (const held of all) push(groups, `${held.slot.day} ${held.slot.venue}`, held);
  return [...groups.values()].flatMap((group) =>
    clashes(group).map(([one, other]) => ({
      rule: 'venue-taken',
      slot: one.slot.id,
      otherSlot: other.slot.id,
    })),
  );
};

/** Released or not: nobody is named in two sittings at once. */
const twiceAtOnce = (all: readonly Held[]): Violation[] => {
  const groups = new Map<string, Held[]>();
  for (const held of all)
    for (const cadre of held.needs.keys()) push(groups, `${held.slot.day} ${cadre}`, held);
  return [...groups].flatMap(([key, group]) =>
    clashes(group).map(([one, other]) => ({
      rule: 'called-at-once',
      slot: one.slot.id,
      otherSlot: other.slot.id,
      cadre: key.slice(key.indexOf(' ') + 1),
    })),
  );
};

/** How many sittings each cadre comes to, by `week cadre`. */
export const countCalls = (all: readonly Held[]): Map<string, number> => {
  const calls = new Map<string, number>();
  for (const { week, coming } of all)
    for (const cadre of coming) calls.set(`${week} ${cadre}`, (calls.get(`${week} ${cadre}`) ?? 0) + 1);
  return calls;
};

const quotas = (known: Known, calls: ReadonlyMap<string, number>): Violation[] =>
  [...calls].flatMap(([key, amount]) => {
    const cadre = key.slice(key.indexOf(' ') + 1);
    const limit = known.quota.get(cadre) ?? Number.POSITIVE_INFINITY;
    return amount > limit ? [{ rule: 'quota', cadre, week: Number.parseInt(key, 10), amount }] : [];
  });

/** A release needs a commitment at that time, or a quota that the sittings she does come to use up. */
const releases = (known: Known, all: readonly Held[], calls: ReadonlyMap<string, number>): Violation[] =>
  all.flatMap((held) =>
    [...held.released]
      .filter((cadre) => {
        if (!held.needs.has(cadre)) return true;
        const used = calls.get(`${held.week} ${cadre}`) ?? 0;
        return (
          !hasCommitment(known, cadre, held.span) &&
          used < (known.quota.get(cadre) ?? Number.POSITIVE_INFINITY)
        );
      })
      .map((cadre) => ({ rule: 'released-without-reason', slot: held.slot.id, cadre })),
  );

interface Place {
  readonly held: Held;
  readonly index: number;
}

const isBefore = (a: Place, b: Place): boolean => {
  if (a.held === b.held) return a.index < b.index;
  const [one, other] = [a.held.span, b.held.span];
  return one.day < other.day || (one.day === other.day && one.from < other.from);
};

const placesOf = (all: readonly Held[]): { places: Map<string, Place>; twice: Violation[] } => {
  const places = new Map<string, Place>();
  const twice: Violation[] = [];
  for (const held of all)
    held.requests.forEach(({ id }, index) => {
      if (places.has(id)) twice.push({ rule: 'placed-twice', slot: held.slot.id, request: id });
      places.set(id, { held, index });
    });
  return { places, twice };
};

const order = (known: Known, places: ReadonlyMap<string, Place>): Violation[] =>
  [...places].flatMap(([id, place]) =>
    (known.requests.get(id)?.after ?? [])
      .filter((earlier) => {
        const other = places.get(earlier);
        return !other || !isBefore(other, place);
      })
      .map((earlier) => ({ rule: 'after', request: id, otherRequest: earlier })),
  );

/** The rules between the sittings of a plan. */
export const betweenSittings = (known: Known, all: readonly Held[]): Violation[] => {
  const calls = countCalls(all);
  const { places, twice } = placesOf(all);
  return [
    ...twice,
    ...venues(all),
    ...twiceAtOnce(all),
    ...quotas(known, calls),
    ...releases(known, all, calls),
    ...order(known, places),
  ];
};
