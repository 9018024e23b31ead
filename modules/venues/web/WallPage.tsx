import { type CSSProperties, useMemo } from 'react';
import { call } from '#platform/contract/call.ts';
import { formatTime } from '#platform/ui/format.ts';
import { useParam } from '#platform/ui/go.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { issueWallTicket } from '../contract.ts';
import { evenGrid, gridFor } from '../domain/grid.ts';
import { cameraOf } from '../domain/identities.ts';
import { hall } from '../domain/state.ts';
import { BreakoutWall } from './breakout/BreakoutWall.tsx';
import { useInPlace } from './media/use-in-place.ts';
import { useRoom } from './media/use-room.ts';
import { useSound } from './media/use-sound.ts';
import { useTracks } from './media/use-tracks.ts';
import { AgendaLine } from './parts/AgendaLine.tsx';
import { isThere, tilesOf, wallWants } from './parts/branches.ts';
import { useNow } from './parts/clock.ts';
import { Picture } from './parts/Picture.tsx';
import { PollLine } from './parts/PollLine.tsx';
import { Programme } from './parts/Programme.tsx';
import { SoundHeld } from './parts/SoundHeld.tsx';
import { TileView } from './parts/TileView.tsx';
import { useAwake } from './parts/use-awake.ts';
import { RecordingBadge } from './recordings/RecordingBadge.tsx';
import { useHasVideo, useSitting } from './use-sitting.ts';
import './venues.css';

/** The programme's block and a tile for each branch; in the gallery all alike. */
const cellsOf = (tiles: number, gallery: boolean): CSSProperties => {
  if (gallery) {
    const { columns, rows } = evenGrid(tiles + 1);
    return { '--columns': columns, '--rows': rows } as CSSProperties;
  }
  const { columns, rows, programme } = gridFor(tiles);
  return {
    '--columns': columns,
    '--rows': rows,
    '--wide': programme.columns,
    '--high': programme.rows,
  } as CSSProperties;
};

/** The main venue's wall (大屏): all branches, the programme, nothing to click, readable from 8 m. */
const WallPage = () => {
  const t = useText();
  const id = useParam('id');
  const { room, refused } = useRoom(
    (signal) => call(issueWallTicket, { params: { id }, signal }),
    useHasVideo(id),
  );
  const { view, state, error, retry, ahead } = useSitting(id, room);
  const wants = useMemo(() => wallWants(view, state), [view, state]);
  const tracks = useTracks(room, wants);
  const held = useSound(room, tracks);
  useInPlace(room, state, hall);
  const now = useNow(ahead);
  useAwake();

  if (error) return <Failed error={error} retry={retry} />;
  if (!view || !state) return <Loading lines={6} />;

  const there = new Set(tracks.keys());
  const tiles = tilesOf(view, state, there);
  const online = tiles.filter(isThere).length;
  const people = view.venues.reduce((sum, venue) => sum + (venue.people ?? 0), 0);
  const groups = state.breakout?.open ? state.breakout : null;
  const gallery = state.layout === 'gallery' && !groups;

  return (
    <div className="venue-wall" data-rev={state.rev} data-live={room ? 'yes' : 'no'}>
      <header className="venue-head">
        <h1>{view.sitting.title}</h1>
        <RecordingBadge state={state} />
        {state.phase === 'ended' && <b className="venue-ended">{t('venues.ended')}</b>}
        {!view.video && <b className="venue-warns">{t('venues.no-video')}</b>}
        {view.video && !room && state.phase !== 'ended' && !refused && (
          <b className="venue-warns">{t('venues.connecting')}</b>
        )}
        {refused && state.phase !== 'ended' && <b className="venue-warns">{refused.message}</b>}
        <span>{t('venues.count', { online, all: tiles.length })}</span>
        {people > 0 && <span>{t('venues.people-all', { n: people })}</span>}
        <b>{formatTime(new Date(now).toISOString())}</b>
      </header>
      {gallery && <AgendaLine view={view} state={state} now={now} />}
      {gallery && state.poll && <PollLine poll={state.poll} venues={view.venues.length} />}
      {groups && (
        <BreakoutWall view={view} state={state} breakout={groups} tiles={tiles} tracks={tracks} now={now} />
      )}
      <div className="venue-grid" hidden={groups !== null} style={cellsOf(tiles.length, gallery)}>
        {gallery ? (
          <div className="venue-tile">
            <span className="venue-tile-picture">
              <Picture
                track={tracks.get(cameraOf(hall))?.picture?.mediaStreamTrack ?? null}
                name="programme:hall"
                label={t('venues.hall')}
              />
            </span>
            <span className="venue-tile-words">{t('venues.hall')}</span>
          </div>
        ) : (
          <div className="venue-block">
            <Programme view={view} state={state} tracks={tracks} />
            <AgendaLine view={view} state={state} now={now} />
            {state.poll && <PollLine poll={state.poll} venues={view.venues.length} />}
          </div>
        )}
        {tiles.map((tile) => (
          <div key={tile.id} className={`venue-tile venue-is-${tile.standing}`} data-venue={tile.id}>
            <TileView tile={tile} track={tracks.get(cameraOf(tile.id))?.picture?.mediaStreamTrack ?? null} />
          </div>
        ))}
      </div>
      {held && <SoundHeld />}
    </div>
  );
};

export default WallPage;
