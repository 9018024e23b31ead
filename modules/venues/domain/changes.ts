import { type Hand, hall, type ShownDocument, type Venue, type VenueState } from './state.ts';

/** What one act alters; everything not named stays. */
export type Change = Partial<Omit<VenueState, 'rev' | 'controlRev' | 'shownSince'>>;

export const without = (queue: readonly Hand[], venue: Venue): readonly Hand[] =>
  queue.filter((hand) => hand.venue !== venue);

/** The floor goes back: the picture of who had it goes with it, the main venue's returns. */
export const floorBack = (state: VenueState): Change => ({
  floor: null,
  floorSince: null,
  ...(state.programme === state.floor ? { programme: hall } : {}),
});

export const raise = (state: VenueState, venue: Venue, at: string): Change => {
  const waits = state.queue.some((hand) => hand.venue === venue);
  return waits || state.floor === venue ? {} : { queue: [...state.queue, { venue, since: at }] };
};

/** The microphone and the picture to all, in one; a hand goes down, a closed microphone opens. */
export const grant = (state: VenueState, venue: Venue, at: string): Change =>
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

/** Broadcasts a picture (广播) and changes nobody's microphone; a hand on the console ends what goes by itself. */
export const take = (state: VenueState, venue: Venue): Change => ({
  programme: venue,
  auto: null,
  ...(state.layout === 'gallery' ? { layout: 'questioner' as const } : {}),
  ...(state.next === venue ? { next: null } : {}),
});

export const muteAll = (state: VenueState): Change => ({
  muted: state.floor && !state.muted.includes(state.floor) ? [...state.muted, state.floor] : state.muted,
});

/** The end closes everything but keeps the last notice. */
export const end = (): Change => ({
  phase: 'ended',
  programme: hall,
  next: null,
  floor: null,
  floorSince: null,
  queue: [],
  auto: null,
  sharer: null,
  document: null,
  breakout: null,
  recordedSince: null,
});

/** The layout that shows what is shared, and the usual one when nothing is any more. */
const layoutFor = ({ layout }: VenueState, shares: boolean): VenueState['layout'] =>
  shares ? 'shared' : layout === 'shared' ? 'questioner' : layout;

/** Whose screen may be shared; the layout goes with it, both ways. A document gives way. */
export const share = (state: VenueState, venue: Venue | null): Change => ({
  sharer: venue,
  document: null,
  layout: layoutFor(state, venue !== null),
});

/** A page of a document, in the place of a shared screen; null takes it away. */
export const showPage = (state: VenueState, document: ShownDocument | null): Change => ({
  document,
  sharer: null,
  layout: layoutFor(state, document !== null),
});

/** Whether the sitting may be recorded; who takes that back ends the recording that runs. */
export const allowRecording = (state: VenueState, allowed: boolean): Change => ({
  mayRecord: allowed,
  recordedSince: allowed ? state.recordedSince : null,
});

/** A picture stays long enough to be seen; a cough does not change it. */
const leastMs = 2_000;
export const patrolSeconds = 15;

const shownFor = ({ shownSince }: VenueState, at: string): number =>
  shownSince === null ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.parse(shownSince);

/** Under 声控切换 the picture goes to who speaks, of those who may. */
export const followVoice = (state: VenueState, venue: Venue, at: string): Change => {
  const may = venue === hall || state.floor === venue;
  return state.auto === 'voice' && may && !state.muted.includes(venue) && shownFor(state, at) >= leastMs
    ? { programme: venue }
    : {};
};

/** Whether the venue shown on patrol has had its time. */
export const isPatrolDue = (state: VenueState, at: string): boolean =>
  state.auto === 'patrol' &&
  state.phase !== 'ended' &&
  state.floor === null &&
  shownFor(state, at) >= patrolSeconds * 1000;

/** Who is shown next on patrol, or null while nobody is due. */
export const nextOnPatrol = (state: VenueState, present: readonly Venue[], at: string): Venue | null => {
  if (!isPatrolDue(state, at)) return null;
  const place = present.indexOf(state.programme);
  return present[(place + 1) % present.length] ?? null;
};

/** A venue's one voice; a later one takes the place of the earlier, until the question is closed. */
export const vote = ({ poll }: VenueState, venue: Venue, choice: number): Change | null => {
  if (!poll || poll.closed || choice >= poll.choices.length) return null;
  return {
    poll: { ...poll, votes: [...poll.votes.filter((one) => one.venue !== venue), { venue, choice }] },
  };
};
