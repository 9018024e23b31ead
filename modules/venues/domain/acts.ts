import { type Hand, hall, type Layout, type Venue, type VenueState } from './state.ts';

/** What a branch may do, always for itself. */
export type BranchAct =
  | { readonly kind: 'raise' }
  | { readonly kind: 'lower' }
  /** Gives the floor back. */
  | { readonly kind: 'finish' };

/** What the operator may do at the console. */
export type ControlAct =
  | { readonly kind: 'start' }
  | { readonly kind: 'grant'; readonly venue: Venue }
  | { readonly kind: 'return' }
  | { readonly kind: 'dismiss'; readonly venue: Venue }
  | { readonly kind: 'preview'; readonly venue: Venue | null }
  | { readonly kind: 'take'; readonly venue?: Venue | undefined }
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'mute'; readonly venue: Venue }
  | { readonly kind: 'unmute'; readonly venue: Venue }
  | { readonly kind: 'mute-all' }
  | { readonly kind: 'item'; readonly item: string | null }
  | { readonly kind: 'notice'; readonly to: Venue | null; readonly text: string }
  | { readonly kind: 'end' };

type Objection = 'ended' | 'noSuchVenue' | 'noSuchItem' | 'nothingNext' | 'noFloor';

export type Verdict =
  | { readonly ok: true; readonly state: VenueState }
  | { readonly ok: false; readonly why: Objection };

type Change = Partial<Omit<VenueState, 'rev' | 'controlRev'>>;

/** What is known of the sitting besides its state. */
export interface Setting {
  readonly venues: ReadonlySet<Venue>;
  readonly items: ReadonlySet<string>;
  /** The moment of the act, ISO 8601. */
  readonly at: string;
}

const without = (queue: readonly Hand[], venue: Venue): readonly Hand[] =>
  queue.filter((hand) => hand.venue !== venue);

/** The floor goes back: the picture of who had it goes with it, the main venue's returns. */
const floorBack = (state: VenueState): Change => ({
  floor: null,
  floorSince: null,
  ...(state.programme === state.floor ? { programme: hall } : {}),
});

const raise = (state: VenueState, venue: Venue, at: string): Change => {
  const waits = state.queue.some((hand) => hand.venue === venue);
  return waits || state.floor === venue ? {} : { queue: [...state.queue, { venue, since: at }] };
};

/** The microphone and the picture to all, in one; a hand goes down, a closed microphone opens. */
const grant = (state: VenueState, venue: Venue, at: string): Change =>
  state.floor === venue
    ? { programme: venue }
    : {
        floor: venue,
        floorSince: at,
        programme: venue,
        queue: without(state.queue, venue),
        muted: state.muted.filter((one) => one !== venue),
        ...(state.next === venue ? { next: null } : {}),
      };

/** Broadcasts a picture (广播) and changes nobody's microphone. */
const take = (state: VenueState, venue: Venue): Change => ({
  programme: venue,
  ...(state.next === venue ? { next: null } : {}),
});

const muteAll = (state: VenueState): Change => ({
  muted: state.floor && !state.muted.includes(state.floor) ? [...state.muted, state.floor] : state.muted,
});

/** The end closes everything but keeps the last notice. */
const end = (): Change => ({
  phase: 'ended',
  programme: hall,
  next: null,
  floor: null,
  floorSince: null,
  queue: [],
});

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Applies a change; one that changes nothing is no revision, so that a repeated tap is harmless. */
const revise = (state: VenueState, change: Change, byOperator: boolean): VenueState => {
  const changed = Object.entries(change).some(([key, value]) => !same(state[key as keyof VenueState], value));
  if (!changed) return state;
  const rev = state.rev + 1;
  return { ...state, ...change, rev, controlRev: byOperator ? rev : state.controlRev };
};

/** Decides what a branch's act makes of the state. `venue` is the branch itself. */
export const branchActs = (
  state: VenueState,
  venue: Venue,
  act: BranchAct,
  { at }: Pick<Setting, 'at'>,
): Verdict => {
  if (state.phase === 'ended') return { ok: false, why: 'ended' };
  if (act.kind === 'raise') return { ok: true, state: revise(state, raise(state, venue, at), false) };
  if (act.kind === 'lower')
    return { ok: true, state: revise(state, { queue: without(state.queue, venue) }, false) };
  if (state.floor !== venue) return { ok: false, why: 'noFloor' };
  return { ok: true, state: revise(state, floorBack(state), false) };
};

const venueOf = (act: ControlAct): Venue | null => {
  if (act.kind === 'notice') return act.to;
  return 'venue' in act ? (act.venue ?? null) : null;
};

const changeOf = (state: VenueState, act: ControlAct, at: string): Change | Objection => {
  switch (act.kind) {
    case 'start':
      return { phase: 'running' };
    case 'grant':
      return act.venue === hall ? 'noSuchVenue' : grant(state, act.venue, at);
    case 'return':
      return floorBack(state);
    case 'dismiss':
      return { queue: without(state.queue, act.venue) };
    case 'preview':
      return { next: act.venue };
    case 'take': {
      const venue = act.venue ?? state.next;
      return venue === null ? 'nothingNext' : take(state, venue);
    }
    case 'layout':
      return { layout: act.layout };
    case 'mute':
      return { muted: [...state.muted.filter((one) => one !== act.venue), act.venue] };
    case 'unmute':
      return { muted: state.muted.filter((one) => one !== act.venue) };
    case 'mute-all':
      return muteAll(state);
    case 'item':
      return state.item === act.item ? {} : { item: act.item, itemSince: act.item === null ? null : at };
    case 'notice':
      return { notice: act.text === '' ? null : { to: act.to, text: act.text, at } };
    case 'end':
      return end();
  }
};

/** Decides what the operator's act makes of the state. */
export const operatorActs = (state: VenueState, act: ControlAct, { venues, items, at }: Setting): Verdict => {
  if (state.phase === 'ended') return { ok: false, why: 'ended' };
  const venue = venueOf(act);
  if (venue !== null && venue !== hall && !venues.has(venue)) return { ok: false, why: 'noSuchVenue' };
  if (act.kind === 'item' && act.item !== null && !items.has(act.item))
    return { ok: false, why: 'noSuchItem' };
  const change = changeOf(state, act, at);
  if (typeof change === 'string') return { ok: false, why: change };
  return { ok: true, state: revise(state, change, true) };
};
