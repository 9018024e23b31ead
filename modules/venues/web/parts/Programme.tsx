import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { cameraOf } from '../../domain/identities.ts';
import { onScreen, type Venue, type VenueState } from '../../domain/state.ts';
import type { Tracks } from '../media/use-tracks.ts';
import { nameOf } from './branches.ts';
import { Picture } from './Picture.tsx';

export interface ProgrammeProps {
  readonly view: VenuesView;
  readonly state: VenueState;
  readonly tracks: Tracks;
  /** Which of them this screen shows; default all. */
  readonly shown?: readonly Venue[];
  /** A venue whose picture is this device's own camera. */
  readonly own?: { readonly venue: Venue; readonly track: MediaStreamTrack | null };
}

/** What every screen shows now: one picture, or the main venue and the questioner side by side. */
export const Programme = ({ view, state, tracks, own, shown = onScreen(state) }: ProgrammeProps) => {
  const t = useText();
  const trackOf = (venue: Venue) =>
    own?.venue === venue ? own.track : (tracks.get(cameraOf(venue))?.picture?.mediaStreamTrack ?? null);
  return (
    <div className={`venue-programme venue-shows-${shown.length}`}>
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
