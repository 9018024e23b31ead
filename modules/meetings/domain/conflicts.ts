import type { Clash } from '../contract.ts';
import type { Span } from './timetable.ts';

/** Half a working day: two sittings nearer than this tear the day apart. */
const halfDayMs = 4 * 3_600_000;

export const overlaps = (a: Span, b: Span): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until);

const gap = (a: Span, b: Span): number =>
  Math.max(Date.parse(a.from), Date.parse(b.from)) - Math.min(Date.parse(a.until), Date.parse(b.until));

/** One cadre's need in a sitting, with the committee's name for the message. */
export interface Called extends Span {
  readonly cadre: string;
  readonly committee: string;
}
export interface Elsewhere extends Called {
  readonly sitting: string;
}

const clashKind = (need: Span, other: Span): 'twice' | 'half_day' | null => {
  if (overlaps(need, other)) return 'twice';
  return gap(need, other) < halfDayMs ? 'half_day' : null;
};

/**
 * Compares what a new sitting needs of each cadre with where they are called already: at the same minutes
 * is `twice` (refused), less than half a day apart is `half_day` (a warning). One clash per other sitting and kind.
 */
export const cadreClashes = (needs: readonly Called[], elsewhere: readonly Elsewhere[]): Clash[] => {
  const others = Map.groupBy(elsewhere, ({ cadre }) => cadre);
  const pairs = needs.flatMap((need) =>
    (others.get(need.cadre) ?? []).flatMap((other) => {
      const kind = clashKind(need, other);
      return kind ? [{ kind, sitting: other.sitting, cadre: need.cadre, committee: need.committee }] : [];
    }),
  );
  return [...Map.groupBy(pairs, ({ kind, sitting }) => `${kind} ${sitting}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const committees = [...new Set(group.map(({ committee }) => committee))];
    const cadres = new Set(group.map(({ cadre }) => cadre)).size;
    return [{ kind: first.kind, sitting: first.sitting, request: null, cadres, committees }];
  });
};

/** A pooled request's wishes and where its first item falls; `day` and `clock` (HH:mm) in the office's time. */
export interface Placed {
  readonly purpose: string;
  readonly earliest: string;
  readonly latest: string;
  readonly part: string;
  readonly fixedAt: string | null;
  readonly from: string;
  readonly day: string;
  readonly clock: string;
}

const missed = (placed: Placed): Clash['kind'] | null => {
  const { day, clock, part } = placed;
  if (day < placed.earliest || day > placed.latest) return 'outside_window';
  if (placed.fixedAt && Date.parse(placed.fixedAt) !== Date.parse(placed.from)) return 'fixed_time';
  if (part === 'morning' && clock >= '12:00') return 'part_of_day';
  return part === 'afternoon' && clock < '12:00' ? 'part_of_day' : null;
};

/** Wishes of the pooled requests that the arrangement does not meet. */
export const windowClashes = (requests: readonly Placed[]): Clash[] =>
  requests.flatMap((request) => {
    const kind = missed(request);
    return kind ? [{ kind, sitting: null, request: request.purpose, cadres: 0, committees: [] }] : [];
  });

/** Clashes that forbid an arrangement; the rest a person may overrule. */
export const forbids = ({ kind }: Clash): boolean => kind === 'twice' || kind === 'outside_window';
