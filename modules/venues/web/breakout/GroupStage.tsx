import type { CSSProperties } from 'react';
import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import type { Breakout, Group } from '../../domain/breakout.ts';
import { evenGrid } from '../../domain/grid.ts';
import { cameraOf } from '../../domain/identities.ts';
import { hall, type Venue } from '../../domain/state.ts';
import type { Tracks } from '../media/use-tracks.ts';
import { nameOf } from '../parts/branches.ts';
import { Picture } from '../parts/Picture.tsx';
import { GroupClock } from './GroupClock.tsx';
import './breakout.css';

export interface GroupStageProps {
  readonly view: VenuesView;
  readonly breakout: Breakout;
  readonly group: Group;
  readonly tracks: Tracks;
  readonly now: number;
  /** Our own picture stands beside, so it is not here. */
  readonly own?: Venue;
}

/** Everybody of one group, and the main venue while it is there; a screen that is shared stands above all. */
export const GroupStage = ({ view, breakout, group, tracks, now, own }: GroupStageProps) => {
  const t = useText();
  const visited = breakout.visiting === group.id;
  const others = [...(visited && own !== undefined ? [hall] : []), ...group.venues].filter(
    (venue) => venue !== own,
  );
  const sharer = others.find((venue) => tracks.get(cameraOf(venue))?.screen);
  const { columns, rows } = evenGrid(Math.max(1, others.length));
  const nameIt = (venue: Venue) => nameOf(view, venue, t('venues.hall'));
  return (
    <div className="venue-group" data-group={group.id}>
      <p className="venue-group-head" role="status">
        <b>{group.name}</b>
        <GroupClock breakout={breakout} now={now} />
        {visited && <b className="venue-group-visited">{t('venues.group-visited')}</b>}
      </p>
      {sharer && (
        <div className="venue-shown venue-screen">
          <Picture
            track={tracks.get(cameraOf(sharer))?.screen?.mediaStreamTrack ?? null}
            name={`screen:${sharer}`}
            label={t('venues.screen-of', { name: nameIt(sharer) })}
          />
          <span className="venue-shown-name">{t('venues.screen-of', { name: nameIt(sharer) })}</span>
        </div>
      )}
      {others.length === 0 ? (
        <p className="venue-message">{t('venues.group-alone')}</p>
      ) : (
        <div className="venue-group-tiles" style={{ '--columns': columns, '--rows': rows } as CSSProperties}>
          {others.map((venue) => {
            const track = tracks.get(cameraOf(venue))?.picture?.mediaStreamTrack ?? null;
            return (
              <div key={venue} className="venue-shown">
                {track === null && <span className="venue-no-picture">{t('venues.no-picture')}</span>}
                <Picture track={track} name={`group:${venue}`} label={nameIt(venue)} />
                <span className="venue-shown-name">{nameIt(venue)}</span>
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
};
