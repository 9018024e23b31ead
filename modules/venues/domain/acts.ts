import {
  askHelp,
  type Breakout,
  type BreakoutAct,
  type BreakoutObjection,
  back,
  changeGroups,
  isTimeUp,
} from './breakout.ts';
import * as to from './changes.ts';
import { type Auto, hall, type Layout, type Venue, type VenueState } from './state.ts';

/** What a branch may do, always for itself. */
export type BranchAct =
  | { readonly kind: 'raise' }
  | { readonly kind: 'lower' }
  /** Gives the floor back. */
  | { readonly kind: 'finish' }
  /** Speaks, as its own microphone hears: under 声控切换 the picture follows. */
  | { readonly kind: 'voice' }
  | { readonly kind: 'vote'; readonly choice: number }
  /** Shares its screen no more. */
  | { readonly kind: 'unshare' }
  /** From a group: asks the operator to come, or needs nobody any more. */
  | { readonly kind: 'help' }
  | { readonly kind: 'help-over' };

/** What the operator may do at the console. */
export type ControlAct =
  | BreakoutAct
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
  | { readonly kind: 'auto'; readonly auto: Auto | null }
  | { readonly kind: 'share'; readonly venue: Venue | null }
  | {
      readonly kind: 'poll';
      readonly id: string;
      readonly question: string;
      readonly choices: readonly string[];
    }
  | { readonly kind: 'poll-close' }
  | { readonly kind: 'poll-clear' }
  /** Shows a page of a document; null takes it away. */
  | { readonly kind: 'document'; readonly document: string | null; readonly page: number }
  /** Says whether this sitting may be recorded. */
  | { readonly kind: 'allow-record'; readonly allowed: boolean }
  | { readonly kind: 'record' }
  | { readonly kind: 'record-stop' }
  | { readonly kind: 'end' };

type Objection =
  | 'ended'
  | 'noSuchVenue'
  | 'noSuchItem'
  | 'nothingNext'
  | 'noFloor'
  | 'noPoll'
  | 'notRecordable'
  | 'noSuchPage'
  | BreakoutObjection;

export type Verdict =
  | { readonly ok: true; readonly state: VenueState }
  | { readonly ok: false; readonly why: Objection };

/** What is known of the sitting besides its state. */
export interface Setting {
  readonly venues: ReadonlySet<Venue>;
  readonly items: ReadonlySet<string>;
  /** Documents that may be shown, by id. */
  readonly documents?: ReadonlyMap<string, { readonly title: string; readonly pages: number }>;
  /** The moment of the act, ISO 8601. */
  readonly at: string;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Applies a change; one that changes nothing is no revision, so that a repeated tap is harmless. */
const revise = (state: VenueState, change: to.Change, at: string, byOperator: boolean): VenueState => {
  const changed = Object.entries(change).some(([key, value]) => !same(state[key as keyof VenueState], value));
  if (!changed) return state;
  const rev = state.rev + 1;
  const shown =
    change.programme !== undefined && change.programme !== state.programme ? { shownSince: at } : {};
  return { ...state, ...change, ...shown, rev, controlRev: byOperator ? rev : state.controlRev };
};

const inGroups = (breakout: Breakout | null | BreakoutObjection): to.Change | Objection =>
  typeof breakout === 'string' ? breakout : { breakout };

const branchChange = (state: VenueState, venue: Venue, act: BranchAct, at: string): to.Change | Objection => {
  switch (act.kind) {
    case 'raise':
      return to.raise(state, venue, at);
    case 'lower':
      return { queue: to.without(state.queue, venue) };
    case 'finish':
      return state.floor === venue ? to.floorBack(state) : 'noFloor';
    case 'voice':
      return to.followVoice(state, venue, at);
    case 'vote':
      return to.vote(state, venue, act.choice) ?? 'noPoll';
    case 'unshare':
      return state.sharer === venue ? to.share(state, null) : {};
    case 'help':
    case 'help-over':
      return inGroups(askHelp(state.breakout, venue, act.kind === 'help' ? at : null));
  }
};

/** Decides what a branch's act makes of the state. `venue` is the branch itself. */
export const branchActs = (
  state: VenueState,
  venue: Venue,
  act: BranchAct,
  { at }: Pick<Setting, 'at'>,
): Verdict => {
  if (state.phase === 'ended') return { ok: false, why: 'ended' };
  const change = branchChange(state, venue, act, at);
  return typeof change === 'string'
    ? { ok: false, why: change }
    : { ok: true, state: revise(state, change, at, false) };
};

/**
 * Under 循环观看 the next venue that is there takes its turn when the one shown has had its time; the floor
 * stops the round until it is back. Gives the same state when nothing is to be done.
 * @param present venues that are connected, in their order
 */
export const patrols = (state: VenueState, present: readonly Venue[], at: string): VenueState => {
  const next = to.nextOnPatrol(state, present, at);
  return next === null ? state : revise(state, { programme: next }, at, false);
};

/** When the groups' time is up everybody comes back. Gives the same state when nothing is to be done. */
export const endsGroups = (state: VenueState, at: string): VenueState =>
  state.breakout !== null && isTimeUp(state.breakout, at)
    ? revise(state, { breakout: back(state.breakout) }, at, false)
    : state;

/** The venue an act names, if it names one. */
export const venueOf = (act: ControlAct): Venue | null => {
  if (act.kind === 'notice') return act.to;
  return 'venue' in act ? (act.venue ?? null) : null;
};

const pageOf = (
  state: VenueState,
  { document: id, page }: { document: string | null; page: number },
  documents: Setting['documents'],
): to.Change | Objection => {
  if (id === null) return to.showPage(state, null);
  const found = documents?.get(id);
  if (!found || page < 1 || page > found.pages) return 'noSuchPage';
  return to.showPage(state, { id, title: found.title, page, pages: found.pages });
};

const isOfGroups = (act: ControlAct): act is BreakoutAct => /^groups(-|$)/.test(act.kind);

/** Groups that open end what changes the picture by itself: nobody would be there to be seen. */
const groupsChange = (state: VenueState, act: BreakoutAct, { venues, at }: Setting) => {
  const change = inGroups(changeGroups(state.breakout, act, venues, at));
  return typeof change !== 'string' && act.kind === 'groups-open' ? { ...change, auto: null } : change;
};

const changeOf = (
  state: VenueState,
  act: Exclude<ControlAct, BreakoutAct>,
  { at, documents }: Pick<Setting, 'at' | 'documents'>,
): to.Change | Objection => {
  switch (act.kind) {
    case 'start':
      return { phase: 'running' };
    case 'grant':
      return act.venue === hall ? 'noSuchVenue' : to.grant(state, act.venue, at);
    case 'return':
      return to.floorBack(state);
    case 'dismiss':
      return { queue: to.without(state.queue, act.venue) };
    case 'preview':
      return { next: act.venue };
    case 'take': {
      const venue = act.venue ?? state.next;
      return venue === null ? 'nothingNext' : to.take(state, venue);
    }
    case 'layout':
      return { layout: act.layout };
    case 'auto':
      return { auto: act.auto };
    case 'share':
      return to.share(state, act.venue);
    case 'poll':
      return { poll: { id: act.id, question: act.question, choices: act.choices, closed: false, votes: [] } };
    case 'poll-close':
      return state.poll ? { poll: { ...state.poll, closed: true } } : 'noPoll';
    case 'poll-clear':
      return { poll: null };
    case 'document':
      return pageOf(state, act, documents);
    case 'allow-record':
      return to.allowRecording(state, act.allowed);
    case 'record':
      return state.mayRecord ? { recordedSince: state.recordedSince ?? at } : 'notRecordable';
    case 'record-stop':
      return { recordedSince: null };
    case 'mute':
      return { muted: [...state.muted.filter((one) => one !== act.venue), act.venue] };
    case 'unmute':
      return { muted: state.muted.filter((one) => one !== act.venue) };
    case 'mute-all':
      return to.muteAll(state);
    case 'item':
      return state.item === act.item ? {} : { item: act.item, itemSince: act.item === null ? null : at };
    case 'notice':
      return { notice: act.text === '' ? null : { to: act.to, text: act.text, at } };
    case 'end':
      return to.end();
  }
};

/** Decides what the operator's act makes of the state. */
export const operatorActs = (state: VenueState, act: ControlAct, setting: Setting): Verdict => {
  const { venues, items, at } = setting;
  if (state.phase === 'ended') return { ok: false, why: 'ended' };
  const venue = venueOf(act);
  if (venue !== null && venue !== hall && !venues.has(venue)) return { ok: false, why: 'noSuchVenue' };
  if (act.kind === 'item' && act.item !== null && !items.has(act.item))
    return { ok: false, why: 'noSuchItem' };
  const change = isOfGroups(act) ? groupsChange(state, act, setting) : changeOf(state, act, setting);
  if (typeof change === 'string') return { ok: false, why: change };
  return { ok: true, state: revise(state, change, at, true) };
};
