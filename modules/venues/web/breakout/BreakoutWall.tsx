import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { type Breakout, groupOf } from '../../domain/breakout.ts';
import { hall, type VenueState } from '../../domain/state.ts';
import type { Tracks } from '../media/use-tracks.ts';
import { isThere, nameOf, type Tile } from '../parts/branches.ts';
import { sinceThen } from '../parts/clock.ts';
import { GroupClock } from './GroupClock.tsx';
import { GroupStage } from './GroupStage.tsx';
import './breakout.css';

export interface BreakoutWallProps {
  readonly view: VenuesView;
  readonly state: VenueState;
  readonly breakout: Breakout;
  readonly tiles: readonly Tile[];
  readonly tracks: Tracks;
  readonly now: number;
}

/** The hall's wall while the venues sit in groups: who sits where, who asks for help, the visited group live. */
export const BreakoutWall = ({ view, state, breakout, tiles, tracks, now }: BreakoutWallProps) => {
  const t = useText();
  const visited = groupOf(state, hall);
  const notice = state.notice?.to === null ? state.notice.text : null;
  const rest = tiles.filter(({ id }) => groupOf(state, id) === null);
  const standing = ({ id, name, ...tile }: Tile) => (
    <li key={id} className={isThere({ id, name, ...tile }) ? '' : 'venue-group-away'}>
      {name}
    </li>
  );
  return (
    <>
      <p className="venue-agenda venue-group-line">
        <b>{t('venues.groups')}</b>
        <GroupClock breakout={breakout} now={now} />
        {notice && <span className="venue-agenda-notice">{notice}</span>}
      </p>
      <div className={visited ? 'venue-groups venue-groups-visited' : 'venue-groups'}>
        {visited && <GroupStage view={view} breakout={breakout} group={visited} tracks={tracks} now={now} />}
        <div className="venue-group-cards">
          {breakout.groups
            .filter(({ id }) => id !== visited?.id)
            .map(({ id, name, venues, help }) => (
              <section key={id} className={help ? 'venue-group-card venue-group-asks' : 'venue-group-card'}>
                <h2>
                  {name}
                  {help && <b>{t('venues.group-asks', { time: sinceThen(help, now) })}</b>}
                </h2>
                <ul>
                  {venues.map((venue) =>
                    standing(
                      tiles.find((tile) => tile.id === venue) ?? {
                        id: venue,
                        name: nameOf(view, venue, ''),
                        people: null,
                        vote: null,
                        standing: 'absent',
                      },
                    ),
                  )}
                </ul>
              </section>
            ))}
          {rest.length > 0 && (
            <section className="venue-group-card">
              <h2>{t('venues.group-none')}</h2>
              <ul>{rest.map(standing)}</ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
};
