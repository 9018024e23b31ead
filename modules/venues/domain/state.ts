import type { Breakout } from './breakout.ts';

/** A venue of a sitting: the main venue (主会场) or a committee's id (分会场). */
export type Venue = string;

/** The main venue: its camera shows the chair and the speaker at the desk. */
export const hall: Venue = 'hall';

/** A raised hand (申请发言) and since when, ISO 8601. */
export interface Hand {
  readonly venue: Venue;
  readonly since: string;
}

/** `questioner`: the main venue beside the programme. `gallery`: many small. `shared`: somebody's screen. */
export const layouts = ['questioner', 'speaker', 'gallery', 'shared'] as const;
export type Layout = (typeof layouts)[number];
/** Who changes the programme besides the operator: each venue in turn (循环观看), or who speaks (声控切换). */
export type Auto = 'patrol' | 'voice';
export type Phase = 'waiting' | 'running' | 'ended';

/** A line from the operator, to one venue or, with `to` null, to all. */
export interface Notice {
  readonly to: Venue | null;
  readonly text: string;
  readonly at: string;
}

/** A question to all venues; each has one voice, and every screen shows whose was what. */
export interface Poll {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly closed: boolean;
  /** `choice` counts from 0. */
  readonly votes: readonly { readonly venue: Venue; readonly choice: number }[];
}

/** A page of a document that stands beside who speaks (材料). */
export interface ShownDocument {
  readonly id: string;
  readonly title: string;
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
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
  /** Since when; null before the first change. */
  readonly shownSince: string | null;
  readonly layout: Layout;
  readonly auto: Auto | null;
  /** Who may share a screen. */
  readonly sharer: Venue | null;
  /** In the place of a shared screen; never both. */
  readonly document: ShownDocument | null;
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
  readonly poll: Poll | null;
  /** Whether this sitting may be recorded: said before, and to everybody. */
  readonly mayRecord: boolean;
  /** How the venues are divided into groups (分组讨论), and whether they sit there now. */
  readonly breakout: Breakout | null;
  /** The programme is being recorded since; every screen says so. */
  readonly recordedSince: string | null;
}

export const openingState: VenueState = {
  rev: 1,
  controlRev: 1,
  phase: 'waiting',
  programme: hall,
  next: null,
  shownSince: null,
  layout: 'questioner',
  auto: null,
  sharer: null,
  document: null,
  floor: null,
  floorSince: null,
  queue: [],
  muted: [],
  item: null,
  itemSince: null,
  notice: null,
  poll: null,
  mayRecord: false,
  breakout: null,
  recordedSince: null,
};

/** Whose microphone the engine lets through: the main venue and the floor, unless closed. */
export const maySpeak = ({ phase, floor, muted }: VenueState): readonly Venue[] =>
  phase === 'ended'
    ? []
    : [hall, ...(floor === null ? [] : [floor])].filter((venue) => !muted.includes(venue));

/** Whose screen the engine lets through. */
export const mayShare = ({ phase, sharer }: VenueState): Venue | null => (phase === 'ended' ? null : sharer);

/** Whose camera every screen shows large. */
export const onScreen = ({ programme, layout }: VenueState): readonly Venue[] =>
  layout === 'questioner' && programme !== hall ? [hall, programme] : [programme];

/** As many as a branch's line and screen bear; the wall shows everybody anyway. */
const galleryPlaces = 9;

/** Who is in the gallery: the main venue, who speaks, who waits, then the venues in their order. */
export const galleryOf = (state: VenueState, venues: readonly Venue[]): readonly Venue[] => {
  const first = [
    hall,
    state.programme,
    ...(state.floor ? [state.floor] : []),
    ...state.queue.map(({ venue }) => venue),
  ];
  return [...new Set([...first, ...venues])].slice(0, galleryPlaces);
};
