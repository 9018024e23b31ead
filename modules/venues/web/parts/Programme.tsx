import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { cameraOf } from '../../domain/identities.ts';
import { hall, type Venue, type VenueState } from '../../domain/state.ts';
import { DocumentPicture } from '../documents/DocumentPicture.tsx';
import type { Tracks } from '../media/use-tracks.ts';
import { nameOf, shownOn } from './branches.ts';
import { Picture } from './Picture.tsx';

export interface ProgrammeProps {
  readonly view: VenuesView;
  readonly state: VenueState;
  readonly tracks: Tracks;
  /** Which of them this screen shows; default all. */
  readonly shown?: readonly Venue[];
  /** A venue whose picture, and screen if it shares one, is this device's own. */
  readonly own?: {
    readonly venue: Venue;
    readonly track: MediaStreamTrack | null;
    readonly screen?: MediaStreamTrack | null;
  };
}

/** A shared screen: whole, never cut off, and whose it is. */
const SharedScreen = ({ view, state, tracks, own }: ProgrammeProps) => {
  const t = useText();
  const sharer = state.sharer ?? hall;
  const track =
    own?.venue === sharer
      ? (own.screen ?? null)
      : (tracks.get(cameraOf(sharer))?.screen?.mediaStreamTrack ?? null);
  const name = nameOf(view, sharer, t('venues.hall'));
  return (
    <div className="venue-shown venue-screen">
      {track === null && <span className="venue-no-picture">{t('venues.screen-waits', { name })}</span>}
      <Picture track={track} name={`screen:${sharer}`} label={t('venues.screen-of', { name })} />
      <span className="venue-shown-name">{t('venues.screen-of', { name })}</span>
    </div>
  );
};

/** What every screen shows now: one picture, two side by side, many small, or a shared screen with who speaks. */
export const Programme = (props: ProgrammeProps) => {
  const { view, state, tracks, own, shown = shownOn(view, state) } = props;
  const t = useText();
  const trackOf = (venue: Venue) =>
    own?.venue === venue ? own.track : (tracks.get(cameraOf(venue))?.picture?.mediaStreamTrack ?? null);
  const shares = state.layout === 'shared';
  const kind = shares ? 'venue-shows-screen' : `venue-shows-${Math.min(shown.length, 9)}`;
  return (
    <div className={`venue-programme ${kind} venue-layout-${state.layout}`}>
      {shares && !state.document && <SharedScreen {...props} />}
      {shares && state.document && <DocumentPicture sitting={view.sitting.id} document={state.document} />}
      {shown.map((venue) => {
        const speaks = state.floor === venue;
        const name = nameOf(view, venue, t('venues.hall'));
        return (
          <div key={venue} className={speaks ? 'venue-shown venue-speaks' : 'venue-shown'}>
            {trackOf(venue) === null && <span className="venue-no-picture">{t('venues.no-picture')}</span>}
            <Picture track={trackOf(venue)} name={`programme:${venue}`} label={name} />
            <span className="venue-shown-name">
              {name}
              {speaks && <b>{t('venues.speaking')}</b>}
            </span>
          </div>
        );
      })}
    </div>
  );
};
