/** A venue of a sitting: the main venue (主会场) or a committee's id (分会场). */
export type Venue = string;

/** The main venue: its camera shows the chair and the speaker at the desk. */
export const hall: Venue = 'hall';

/** A raised hand (申请发言) and since when, ISO 8601. */
export interface Hand {
  readonly venue: Venue;
  readonly since: string;
}

export type Layout = 'speaker' | 'questioner';
export type Phase = 'waiting' | 'running' | 'ended';

/** A line from the operator, to one venue or, with `to` null, to all. */
export interface Notice {
  readonly to: Venue | null;
  readonly text: string;
  readonly at: string;
}

/**
 * All that the screens of a sitting must agree on. PostgreSQL owns it; the media engine is made to match.
 * `rev` grows by one with each change, so that a screen can tell new from old whatever way it came.
 */
export interface VenueState {
  readonly rev: number;
  /** The revision of the operator's last act: what an operator saw before it is out of date. */
  readonly controlRev: number;
  readonly phase: Phase;
  /** Whose picture every screen shows (当前画面). */
  readonly programme: Venue;
  /** Whose picture is made ready to be taken (预监). */
  readonly next: Venue | null;
  /** `questioner` shows the programme beside the main venue. */
  readonly layout: Layout;
  /** Who may speak besides the main venue (发言权). */
  readonly floor: Venue | null;
  readonly floorSince: string | null;
  /** Raised hands, the longest waiting first. */
  readonly queue: readonly Hand[];
  /** Microphones the operator has closed. */
  readonly muted: readonly Venue[];
  readonly item: string | null;
  readonly itemSince: string | null;
  readonly notice: Notice | null;
}

export const openingState: VenueState = {
  rev: 1,
  controlRev: 1,
  phase: 'waiting',
  programme: hall,
  next: null,
  layout: 'questioner',
  floor: null,
  floorSince: null,
  queue: [],
  muted: [],
  item: null,
  itemSince: null,
  notice: null,
};

/** Whose microphone the engine lets through: the main venue and the floor, unless closed. */
export const maySpeak = ({ phase, floor, muted }: VenueState): readonly Venue[] =>
  phase === 'ended'
    ? []
    : [hall, ...(floor === null ? [] : [floor])].filter((venue) => !muted.includes(venue));

/** Whose pictures are on every screen. */
export const onScreen = ({ programme, layout }: VenueState): readonly Venue[] =>
  layout === 'questioner' && programme !== hall ? [hall, programme] : [programme];
