import { useEffect, useMemo, useRef, useState } from 'react';
import { formatTime } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { VenuesView, VenueTicket } from '../contract.ts';
import { cameraOf } from '../domain/identities.ts';
import { hall, maySpeak, type VenueState } from '../domain/state.ts';
import { useRoom } from './media/use-room.ts';
import { useTracks } from './media/use-tracks.ts';
import { nameOf, recorderWants, shownOn } from './parts/branches.ts';
import { type Channel, openChannel } from './recorder/channel.ts';
import { drawScene, type Scene } from './recorder/draw.ts';
import { frame } from './recorder/frame.ts';
import { perSecond, startRecording } from './recorder/record.ts';
import { createMix, createPages, createVideos } from './recorder/sources.ts';
import './venues.css';

/** The server is beside us: asking often costs nothing, and the picture follows the operator at once. */
const askMs = 500;

/** The sitting as the server has it; before the first answer nothing. */
const useAskedView = (channel: Channel): VenuesView | null => {
  const [view, setView] = useState<VenuesView | null>(null);
  useEffect(() => {
    let over = false;
    const go = async (): Promise<void> => {
      while (!over) {
        const answered = await channel.ask<VenuesView>('view');
        if (answered && !over) setView(answered);
        await new Promise((resolve) => setTimeout(resolve, askMs));
      }
    };
    void go();
    return () => {
      over = true;
    };
  }, [channel]);
  return view;
};

const askTicket = async (channel: Channel): Promise<VenueTicket> => {
  const ticket = await channel.ask<VenueTicket>('ticket');
  if (!ticket) throw new Error('no ticket now');
  return ticket;
};

const titleOf = (view: VenuesView, state: VenueState): string =>
  view.sitting.items.find(({ id }) => id === state.item)?.title ?? view.sitting.title;

/** Draws what every screen shows, mixes what every screen hears, and says the recording piece by piece. */
const Recorder = ({ channel }: { channel: Channel }) => {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const parts = useMemo(
    () => ({
      videos: createVideos(),
      mix: createMix(),
      pages: createPages((document, page) => channel.ask<string>('page', { document, page })),
    }),
    [channel],
  );
  const view = useAskedView(channel);
  const { room } = useRoom(() => askTicket(channel), view !== null);
  const state: VenueState | null = view?.state ?? null;
  const wants = useMemo(() => recorderWants(view ?? undefined, state), [view, state]);
  const tracks = useTracks(room, wants);
  const latest = useRef<() => Scene | null>(() => null);

  latest.current = () => {
    if (!view || !state) return null;
    const name = (venue: string) => nameOf(view, venue, t('venues.hall'));
    const trackOf = (venue: string) => tracks.get(cameraOf(venue))?.picture?.mediaStreamTrack ?? null;
    const screen = tracks.get(cameraOf(state.sharer ?? hall))?.screen?.mediaStreamTrack ?? null;
    const shown = shownOn(view, state);
    const { document } = state;
    const used = [...shown.map(trackOf), screen].filter((track) => track !== null);
    parts.videos.keepOnly(new Set(used));
    if (!document) parts.pages.none();
    const shares = state.layout === 'shared';
    return {
      shared: !shares
        ? null
        : document
          ? {
              source: parts.pages.of(document.id, document.page),
              name: `${document.title} ${document.page} / ${document.pages}`,
            }
          : {
              source: parts.videos.of(screen),
              name: t('venues.screen-of', { name: name(state.sharer ?? hall) }),
            },
      cameras: shown.map((venue) => ({ source: parts.videos.of(trackOf(venue)), name: name(venue) })),
      title: titleOf(view, state),
      time: formatTime(new Date().toISOString()),
    };
  };

  useEffect(() => {
    const speaking = state ? maySpeak(state) : [];
    const sounds = speaking.flatMap((venue) => {
      const had = tracks.get(cameraOf(venue));
      return [had?.sound, had?.screenSound].flatMap((one) => one?.mediaStreamTrack ?? []);
    });
    parts.mix.set(new Set(sounds));
  }, [tracks, state, parts]);

  const ready = view !== null;
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { alpha: false });
    if (!ready || !element || !context) return;
    const draw = () => {
      const scene = latest.current();
      if (scene) drawScene(context, scene);
    };
    draw();
    startRecording(channel, element, parts.mix.track);
    const timer = setInterval(draw, 1_000 / perSecond);
    return () => clearInterval(timer);
  }, [ready, channel, parts]);

  return <canvas ref={canvas} width={frame.width} height={frame.height} aria-label={t('venues.recording')} />;
};

/** Opened by the server itself, in a browser without a window, to record a sitting. */
const RecorderPage = () => {
  const t = useText();
  const [channel] = useState(openChannel);
  if (channel) return <Recorder channel={channel} />;
  return (
    <div className="venue-hall">
      <header className="venue-head">
        <h1>{t('venues.recorder')}</h1>
      </header>
      <p className="venue-message">{t('venues.recorder-only')}</p>
    </div>
  );
};

export default RecorderPage;
