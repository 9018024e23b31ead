import type { VenuesView } from '../../contract.ts';
import { type Group, groupOf } from '../../domain/breakout.ts';
import { cameraOf } from '../../domain/identities.ts';
import { galleryOf, hall, maySpeak, onScreen, type Venue, type VenueState } from '../../domain/state.ts';
import type { Want, Wants } from '../media/use-tracks.ts';

/** A branch as a tile shows it. */
export interface Tile {
  readonly id: Venue;
  readonly name: string;
  readonly people: number | null;
  /** What it said in the show of venues that is on. */
  readonly vote: string | null;
  /** `lost`: was here and is coming back. `absent`: has not come, or has left. */
  readonly standing: 'floor' | 'programme' | 'hand' | 'there' | 'lost' | 'absent';
}

export const isThere = ({ standing }: Tile): boolean => standing !== 'lost' && standing !== 'absent';

/** What stands on a venue's tile: the floor before a hand before being there. */
export const tilesOf = (view: VenuesView, state: VenueState, there: ReadonlySet<string>): Tile[] =>
  view.venues.map(({ id, name, people, online }) => {
    // A venue in another room is not seen from here; the server says whether it is there.
    const apart = groupOf(state, id)?.id !== groupOf(state, hall)?.id;
    const standing = !(there.has(cameraOf(id)) || (apart && online))
      ? online
        ? 'lost'
        : 'absent'
      : state.floor === id
        ? 'floor'
        : state.programme === id
          ? 'programme'
          : state.queue.some((hand) => hand.venue === id)
            ? 'hand'
            : 'there';
    const choice = state.poll?.votes.find(({ venue }) => venue === id)?.choice;
    const vote = choice === undefined ? null : (state.poll?.choices[choice] ?? null);
    return { id, name, people, vote, standing };
  });

/** `主会场` or a branch's short name. */
export const nameOf = (view: VenuesView | undefined, venue: Venue, mainVenue: string): string =>
  venue === hall ? mainVenue : (view?.venues.find(({ id }) => id === venue)?.name ?? '');

const merge = (wants: Map<string, Want>, venue: Venue, want: Partial<Want>): void => {
  const before = wants.get(cameraOf(venue)) ?? { picture: null, sound: false };
  wants.set(cameraOf(venue), { ...before, ...want });
};

const mergeScreen = (wants: Map<string, Want>, { layout, sharer }: VenueState): void => {
  if (layout === 'shared' && sharer) merge(wants, sharer, { screen: true });
};

/** In a group everybody sees and hears everybody; pictures are small where they are many. */
const mergeGroup = (wants: Map<string, Want>, { venues }: Group, own: Venue): void => {
  const picture = venues.length > 4 ? 'low' : 'high';
  for (const venue of venues) if (venue !== own) merge(wants, venue, { picture, sound: true, screen: true });
};

/** What a branch wants of its group, and of the main venue while that is there. */
export const groupWants = (state: VenueState, group: Group, own: Venue): Wants => {
  const wants = new Map<string, Want>();
  mergeGroup(wants, group, own);
  if (state.breakout?.visiting === group.id)
    merge(wants, hall, { picture: 'low', sound: true, screen: true });
  return wants;
};

/** Everybody small, what is on screen and next large; of sounds the floor's only: the hall hears itself. */
export const wallWants = (view: VenuesView | undefined, state: VenueState | null): Wants => {
  const wants = new Map<string, Want>();
  if (!view || !state) return wants;
  for (const { id } of view.venues) merge(wants, id, { picture: 'low' });
  if (state.layout === 'gallery') merge(wants, hall, { picture: 'low' });
  else for (const venue of onScreen(state)) merge(wants, venue, { picture: 'high' });
  if (state.next) merge(wants, state.next, { picture: 'high' });
  for (const venue of maySpeak(state)) if (venue !== hall) merge(wants, venue, { sound: true });
  mergeScreen(wants, state);
  const visited = groupOf(state, hall);
  if (visited) mergeGroup(wants, visited, hall);
  return wants;
};

/** The operator sits in the hall and hears it; pictures as on the wall. */
export const consoleWants = (view: VenuesView | undefined, state: VenueState | null): Wants =>
  new Map([...wallWants(view, state)].map(([identity, want]) => [identity, { ...want, sound: false }]));

/** What is shown, and all that is let through to be heard, the hall's own too. */
export const recorderWants = (view: VenuesView | undefined, state: VenueState | null): Wants => {
  const wants = new Map<string, Want>();
  if (!view || !state) return wants;
  const shown = shownOn(view, state);
  for (const venue of shown) merge(wants, venue, { picture: shown.length > 2 ? 'low' : 'high' });
  for (const venue of maySpeak(state)) merge(wants, venue, { sound: true });
  mergeScreen(wants, state);
  return wants;
};

/** A small screen has room for one picture: who speaks, and never our own twice. */
export const shownOnPhone = (state: VenueState, own: Venue): readonly Venue[] => {
  const others = onScreen(state).filter((venue) => venue !== own);
  return [others.at(-1) ?? hall];
};

/** What this screen shows and who speaks, but never ourselves: our own picture is the local one. */
export const branchWants = (
  state: VenueState | null,
  own: Venue,
  shown: readonly Venue[],
  picture: 'low' | 'medium' | 'high',
): Wants => {
  const wants = new Map<string, Want>();
  if (!state) return wants;
  for (const venue of shown) if (venue !== own) merge(wants, venue, { picture });
  for (const venue of maySpeak(state)) if (venue !== own) merge(wants, venue, { sound: true });
  if (state.sharer !== own) mergeScreen(wants, state);
  return wants;
};

/** Whose cameras a screen shows in the programme's place: a phone one, the gallery many, else what is on screen. */
export const shownOn = (
  view: VenuesView | undefined,
  state: VenueState,
  { phone = false, own = '' }: { readonly phone?: boolean; readonly own?: Venue } = {},
): readonly Venue[] => {
  if (phone) return shownOnPhone(state, own);
  if (state.layout !== 'gallery') return onScreen(state);
  const online = (view?.venues ?? []).filter((one) => one.online).map(({ id }) => id);
  return galleryOf(state, online);
};
