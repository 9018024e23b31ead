import { hall, type Venue } from './state.ts';

/** Some venues that talk among themselves (分组讨论), in a room of their own. */
export interface Group {
  /** Short and stable: it names the group's room. */
  readonly id: string;
  readonly name: string;
  readonly venues: readonly Venue[];
  /** They ask the operator to come, since. */
  readonly help: string | null;
}

/** How the venues are divided, and whether they sit in their groups now. A venue in no group stays in the hall. */
export interface Breakout {
  readonly open: boolean;
  readonly groups: readonly Group[];
  readonly since: string | null;
  /** When everybody comes back by themselves; null: when the operator calls. */
  readonly until: string | null;
  /** The group the main venue is in. It sits there like a venue: nobody listens unseen. */
  readonly visiting: string | null;
}

export type GroupDraft = Pick<Group, 'id' | 'name' | 'venues'>;

/** What the operator may do about groups. */
export type BreakoutAct =
  /** Divides the venues, beforehand or while they sit in groups; null: no groups any more. */
  | { readonly kind: 'groups'; readonly groups: readonly GroupDraft[] | null }
  | { readonly kind: 'groups-open'; readonly minutes: number | null }
  | { readonly kind: 'groups-clock'; readonly minutes: number | null }
  | { readonly kind: 'groups-visit'; readonly group: string | null }
  | { readonly kind: 'groups-helped'; readonly group: string }
  | { readonly kind: 'groups-back' };

export type BreakoutObjection = 'noGroups' | 'noSuchGroup' | 'noSuchVenue' | 'inTwoGroups';

const later = (at: string, minutes: number | null): string | null =>
  minutes === null ? null : new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** A group that stays the same keeps its call for help. */
const divided = (before: Breakout | null, groups: readonly GroupDraft[]): Breakout => {
  const helpOf = (id: string) => before?.groups.find((one) => one.id === id)?.help ?? null;
  const visiting = groups.some(({ id }) => id === before?.visiting) ? (before?.visiting ?? null) : null;
  return {
    open: before?.open ?? false,
    since: before?.since ?? null,
    until: before?.until ?? null,
    visiting,
    groups: groups.map(({ id, name, venues }) => ({ id, name, venues, help: helpOf(id) })),
  };
};

const objectionTo = (groups: readonly GroupDraft[], known: ReadonlySet<Venue>): BreakoutObjection | null => {
  const venues = groups.flatMap((group) => group.venues);
  if (venues.some((venue) => venue === hall || !known.has(venue))) return 'noSuchVenue';
  const twice =
    new Set(venues).size < venues.length || new Set(groups.map(({ id }) => id)).size < groups.length;
  return twice ? 'inTwoGroups' : null;
};

const withHelp = (breakout: Breakout, id: string | null, help: string | null): Breakout => ({
  ...breakout,
  groups: breakout.groups.map((group) => (group.id === id ? { ...group, help } : group)),
});

/** Back in the hall; the division stays for another time. */
export const back = (breakout: Breakout): Breakout => ({
  open: false,
  since: null,
  until: null,
  visiting: null,
  groups: breakout.groups.map((group) => ({ ...group, help: null })),
});

/** What an act of the operator makes of the groups. @param known venues of the sitting */
export const changeGroups = (
  breakout: Breakout | null,
  act: BreakoutAct,
  known: ReadonlySet<Venue>,
  at: string,
): Breakout | null | BreakoutObjection => {
  if (act.kind === 'groups') {
    const { groups } = act;
    if (groups === null || groups.length === 0) return breakout?.open ? 'noGroups' : null;
    return objectionTo(groups, known) ?? divided(breakout, groups);
  }
  if (act.kind === 'groups-open')
    return breakout === null || breakout.groups.every(({ venues }) => venues.length === 0)
      ? 'noGroups'
      : breakout.open
        ? breakout
        : { ...breakout, open: true, since: at, until: later(at, act.minutes) };
  if (!breakout?.open) return 'noGroups';
  if (act.kind === 'groups-clock') return { ...breakout, until: later(at, act.minutes) };
  if (act.kind === 'groups-back') return back(breakout);
  if (act.group !== null && !breakout.groups.some(({ id }) => id === act.group)) return 'noSuchGroup';
  // Whoever comes has heard the call.
  const helped = withHelp(breakout, act.group, null);
  return act.kind === 'groups-visit' ? { ...helped, visiting: act.group } : helped;
};

/** A group asks for the operator, or needs nobody any more. */
export const askHelp = (
  breakout: Breakout | null,
  venue: Venue,
  help: string | null,
): Breakout | BreakoutObjection => {
  const group = breakout?.open ? breakout.groups.find(({ venues }) => venues.includes(venue)) : undefined;
  if (!breakout || !group) return 'noGroups';
  return help !== null && group.help !== null ? breakout : withHelp(breakout, group.id, help);
};

/** Whether the groups' time is up: everybody comes back without a hand on the console. */
export const isTimeUp = (breakout: Breakout | null, at: string): boolean =>
  breakout?.open === true && breakout.until !== null && Date.parse(at) >= Date.parse(breakout.until);

/** The group a venue sits in now; null: in the hall's room. */
export const groupOf = (
  { breakout, phase }: { readonly breakout: Breakout | null; readonly phase: string },
  venue: Venue,
): Group | null => {
  if (!breakout?.open || phase === 'ended') return null;
  return (
    breakout.groups.find(({ id, venues }) =>
      venue === hall ? id === breakout.visiting : venues.includes(venue),
    ) ?? null
  );
};

/** Groups one screen bears: everybody sees everybody in one of them. */
export const mostGroups = 20;

const idOf = (place: number): string => `g${place + 1}`;

/** An id no group has. */
export const freshId = (groups: readonly GroupDraft[]): string => {
  let place = groups.length;
  while (groups.some(({ id }) => id === idOf(place))) place += 1;
  return idOf(place);
};

/**
 * Divides the venues into `n` groups of nearly the same size: who is there is dealt out first, so that no group
 * is one of absent venues; each group keeps the office's order.
 */
export const divide = (
  venues: readonly { readonly id: Venue; readonly online: boolean }[],
  n: number,
  nameOf: (place: number) => string,
): GroupDraft[] => {
  const dealt = [...venues.filter(({ online }) => online), ...venues.filter(({ online }) => !online)];
  const order = new Map(venues.map(({ id }, place) => [id, place]));
  return Array.from({ length: Math.min(n, mostGroups) }, (_, place) => ({
    id: idOf(place),
    name: nameOf(place),
    venues: dealt
      .filter((_venue, turn) => turn % n === place)
      .map(({ id }) => id)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  }));
};
