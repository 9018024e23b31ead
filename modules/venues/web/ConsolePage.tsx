import { type CSSProperties, useMemo, useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { formatTime } from '#platform/ui/format.ts';
import { Go, useParam } from '#platform/ui/go.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { issueConsoleTicket } from '../contract.ts';
import { cameraOf } from '../domain/identities.ts';
import { hall } from '../domain/state.ts';
import { BreakoutDesk } from './breakout/BreakoutDesk.tsx';
import { DocumentsPanel } from './documents/DocumentsPanel.tsx';
import { useInPlace } from './media/use-in-place.ts';
import { useRoom } from './media/use-room.ts';
import { useTracks } from './media/use-tracks.ts';
import { AgendaPanel, NoticePanel } from './parts/AgendaPanel.tsx';
import { consoleWants, isThere, tilesOf } from './parts/branches.ts';
import { useNow } from './parts/clock.ts';
import { DirectionBar } from './parts/DirectionBar.tsx';
import { FirstMinute } from './parts/FirstMinute.tsx';
import { HallStanding } from './parts/HallStanding.tsx';
import { NextPanel } from './parts/NextPanel.tsx';
import { PollPanel } from './parts/PollPanel.tsx';
import { Programme } from './parts/Programme.tsx';
import { FloorPanel, QueuePanel } from './parts/QueuePanel.tsx';
import { RefusedLine } from './parts/RefusedLine.tsx';
import { SharePanel } from './parts/SharePanel.tsx';
import { StartEnd } from './parts/StartEnd.tsx';
import { useShortcuts } from './parts/shortcuts.ts';
import { TileView } from './parts/TileView.tsx';
import { useAwake } from './parts/use-awake.ts';
import { useControl } from './parts/use-control.ts';
import { RecordingBadge } from './recordings/RecordingBadge.tsx';
import { RecordPanel } from './recordings/RecordPanel.tsx';
import { useHasVideo, useSitting } from './use-sitting.ts';
import './venues.css';

/** Tiles stay wide enough to tap and to know a face. */
const columnsFor = (tiles: number): number => Math.max(2, Math.min(6, Math.ceil(Math.sqrt(tiles))));

/** The operator's console (控制台): the queue, every branch a tap away, the programme and what comes next. */
const ConsolePage = () => {
  const t = useText();
  const id = useParam('id');
  const { room } = useRoom((signal) => call(issueConsoleTicket, { params: { id }, signal }), useHasVideo(id));
  const { view, state, error, retry, ahead, offer } = useSitting(id, room);
  const wants = useMemo(() => consoleWants(view, state), [view, state]);
  const tracks = useTracks(room, wants);
  const now = useNow(ahead);
  const { act, refused } = useControl(id, state, offer, retry);
  useShortcuts(state, act);
  useInPlace(room, state, hall);
  const [grouping, setGrouping] = useState(false);
  useAwake();

  if (error) return <Failed error={error} retry={retry} />;
  if (!view || !state) return <Loading lines={6} />;

  const tiles = tilesOf(view, state, new Set(tracks.keys()));
  const online = tiles.filter(isThere).length;
  const ended = state.phase === 'ended';
  const panel = { view, state, now, act };

  return (
    <div className="venue-console" data-rev={state.rev} data-live={room ? 'yes' : 'no'}>
      <header className="venue-head">
        <h1>{view.sitting.title}</h1>
        <RecordingBadge state={state} />
        {!view.video && <b className="venue-warns">{t('venues.no-video')}</b>}
        {view.video && !room && !ended && <b className="venue-warns">{t('venues.connecting')}</b>}
        {refused && <RefusedLine view={view} refused={refused} />}
        <span>{t('venues.count', { online, all: tiles.length })}</span>
        {!ended && <HallStanding id={id} there={tracks.has(cameraOf(hall))} />}
        {ended && <b>{t('venues.ended')}</b>}
        <a className="venue-do" href={`/sittings/${id}/roll`} target="_blank" rel="noreferrer">
          {t('venues.roll')}
        </a>
        {!ended && (
          <a className="venue-do" href={`/sittings/${id}/quality`} target="_blank" rel="noreferrer">
            {t('venues.quality')}
          </a>
        )}
        {ended && (
          <Go className="venue-do" to={`/sittings/${id}/outline`}>
            {t('venues.outline')}
          </Go>
        )}
        <Go className={ended ? 'venue-do venue-do-main' : 'venue-do'} to={`/sittings/${id}`}>
          {t(ended ? 'venues.attendance' : 'venues.sitting')}
        </Go>
        <StartEnd {...panel} />
        <b>{formatTime(new Date(now).toISOString())}</b>
      </header>
      <div className="venue-desk">
        <div className="venue-desk-pictures">
          <section className="venue-panel" aria-label={t('venues.programme')}>
            <h2>{t('venues.programme')}</h2>
            <Programme view={view} state={state} tracks={tracks} />
          </section>
          <NextPanel view={view} state={state} tracks={tracks} act={act} />
          <AgendaPanel {...panel} />
        </div>
        <div className="venue-desk-middle">
          <DirectionBar state={state} act={act} />
          {!ended && !state.breakout?.open && !grouping && (
            <p className="venue-buttons">
              <button type="button" className="venue-do" onClick={() => setGrouping(true)}>
                {t('venues.groups')}
              </button>
            </p>
          )}
          {!ended && (state.breakout?.open || grouping) && (
            <BreakoutDesk {...panel} tiles={tiles} tracks={tracks} close={() => setGrouping(false)} />
          )}
          <section
            hidden={!ended && (state.breakout?.open || grouping)}
            className="venue-desk-tiles"
            style={{ '--columns': columnsFor(tiles.length) } as CSSProperties}
            aria-label={t('venues.tiles')}
          >
            {tiles.map((tile) => (
              <button
                key={tile.id}
                type="button"
                className={`venue-tile venue-is-${tile.standing} ${state.next === tile.id ? 'venue-is-next' : ''}`}
                data-venue={tile.id}
                aria-pressed={state.next === tile.id}
                onClick={() => act({ kind: 'preview', venue: state.next === tile.id ? null : tile.id })}
              >
                <TileView
                  tile={tile}
                  track={tracks.get(cameraOf(tile.id))?.picture?.mediaStreamTrack ?? null}
                />
              </button>
            ))}
          </section>
        </div>
        <div className="venue-desk-queue">
          {state.phase === 'waiting' && (
            <FirstMinute view={view} tiles={tiles} hallThere={tracks.has(cameraOf(hall))} />
          )}
          <FloorPanel {...panel} />
          <QueuePanel {...panel} />
          <PollPanel {...panel} />
          <DocumentsPanel {...panel} />
          <SharePanel {...panel} />
          <RecordPanel {...panel} />
          <NoticePanel {...panel} />
          <p className="venue-keys">{t('venues.keys')}</p>
        </div>
      </div>
    </div>
  );
};

export default ConsolePage;
