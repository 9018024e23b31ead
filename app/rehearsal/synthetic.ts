import {
  AudioFrame,
  AudioSource,
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import { keepNativeLogQuiet, leaveRoom } from './native-library.ts';
import { type Traffic, trafficOf } from './traffic.ts';
import { watchEverybody, watchProgramme } from './watch-programme.ts';

/** How a synthetic venue gets in: asked anew for each connection, as a real screen does. */
type TicketFor = () => Promise<{ readonly url: string; readonly token: string }>;

export interface SyntheticVenue {
  /** What it shows: a colour of its own, so that a person can tell tiles apart. */
  readonly seed: number;
  readonly ticket: TicketFor;
  /** Where an address that begins with a slash lies: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Also a tone on the microphone (the main venue, or a branch that may speak). */
  readonly speaks?: boolean;
  readonly watches?: 'programme' | 'everybody';
  readonly picture?: PictureShape;
}

/** What a camera sends. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** A small layer beside the large one, each sent to the engine… */
  readonly simulcast: boolean;
  /** …only while somebody watches it. */
  readonly dynacast: boolean;
}

const tile: PictureShape = {
  width: 320,
  height: 180,
  framesPerSecond: 8,
  simulcast: false,
  dynacast: false,
};
const sampleRate = 48_000;
const toneMs = 100;
const retryMs = 700;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One picture in I420: a ground in the venue's colour and a bright bar that walks across. */
const pictureAt = ({ width, height }: PictureShape, seed: number, step: number): VideoFrame => {
  const luma = width * height;
  const data = new Uint8Array(luma * 1.5);
  const bar = (step * 20) % width;
  for (let y = 0; y < height; y += 1) {
    data.fill(60 + Math.floor((y / height) * 50), y * width, (y + 1) * width);
    data.fill(200, y * width + bar, y * width + Math.min(bar + 24, width));
  }
  data.fill(128 + Math.round(Math.sin(seed * 1.7) * 34), luma, luma * 1.25);
  data.fill(128 + Math.round(Math.cos(seed * 1.7) * 34), luma * 1.25);
  return new VideoFrame(data, width, height, VideoBufferType.I420);
};

const tone = (): AudioFrame => {
  const samples = (sampleRate * toneMs) / 1000;
  const data = new Int16Array(samples).map((_, at) => Math.sin((at / sampleRate) * 2 * Math.PI * 440) * 8000);
  return new AudioFrame(data, sampleRate, 1, samples);
};

const publish = async (
  room: Room,
  video: VideoSource,
  audio: AudioSource | null,
  simulcast: boolean,
): Promise<void> => {
  const camera = LocalVideoTrack.createVideoTrack('camera', video);
  await room.localParticipant?.publishTrack(
    camera,
    new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast }),
  );
  if (!audio) return;
  const microphone = LocalAudioTrack.createAudioTrack('microphone', audio);
  await room.localParticipant?.publishTrack(
    microphone,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
  );
};

/** Coming in and publishing wait for the engine's answer; one killed in between never gives it. */
const answerMs = 15_000;
const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    sleep(answerMs).then(() => {
      throw new Error('no answer in time');
    }),
  ]);

/** Ends when the room is lost: told so or, while it is being mended, as soon as a fresh one can be had. */
const lost = (room: Room, freshToBeHad: () => Promise<boolean>): Promise<void> =>
  new Promise((resolve) => {
    let mending = false;
    const mend = async (): Promise<void> => {
      while (mending) {
        if (await freshToBeHad()) return resolve();
        await sleep(retryMs);
      }
    };
    room.on(RoomEvent.Disconnected, () => {
      mending = false;
      resolve();
    });
    room.on(RoomEvent.Reconnected, () => {
      mending = false;
    });
    room.on(RoomEvent.Reconnecting, () => {
      if (mending) return;
      mending = true;
      void mend();
    });
  });

/** A venue without a person: publishes a small moving picture and comes back by itself whenever it falls off. */
const startSyntheticVenue = (venue: SyntheticVenue) => {
  const shape = venue.picture ?? tile;
  const video = new VideoSource(shape.width, shape.height);
  const audio = venue.speaks ? new AudioSource(sampleRate, 1) : null;
  const frames = Array.from({ length: 16 }, (_, step) => pictureAt(shape, venue.seed, step));
  const oneTone = tone();
  let stopped = false;
  let room: Room | null = null;
  let step = venue.seed;

  const show = setInterval(() => {
    step += 1;
    const frame = frames[step % frames.length];
    if (room?.isConnected && frame) video.captureFrame(frame);
  }, 1000 / shape.framesPerSecond);
  const say = audio
    ? setInterval(() => {
        if (room?.isConnected) audio.captureFrame(oneTone).catch(() => undefined);
      }, toneMs)
    : undefined;

  // While our server is away, pictures go on flowing over the connection there is.
  const freshToBeHad = async (): Promise<boolean> => {
    try {
      const { url } = await venue.ticket();
      return !url.startsWith('/') || (await fetch(`${venue.origin}/healthz`)).status > 0;
    } catch {
      return false;
    }
  };

  const live = async (): Promise<void> => {
    while (!stopped) {
      const mine = new Room();
      try {
        const { url, token } = await venue.ticket();
        const address = url.startsWith('/') ? `${venue.origin.replace(/^http/, 'ws')}${url}` : url;
        await inTime(mine.connect(address, token, { autoSubscribe: false, dynacast: shape.dynacast }));
        const over = lost(mine, freshToBeHad);
        room = mine;
        await inTime(publish(mine, video, audio, shape.simulcast));
        if (venue.watches === 'programme') watchProgramme(mine);
        if (venue.watches === 'everybody') watchEverybody(mine);
        await over;
      } catch {
        // Refused or not there: again, for ever.
      }
      room = null;
      await leaveRoom(mine);
      if (!stopped) await sleep(retryMs * (0.6 + Math.random() * 0.8));
    }
  };
  const done = live();

  return {
    traffic: (): Promise<Traffic> => trafficOf(room),
    stop: async (): Promise<void> => {
      stopped = true;
      clearInterval(show);
      clearInterval(say);
      await room?.disconnect();
      await done;
    },
  };
};

/** A rehearsal's worth of venues in one process; 30 of them take about a third of a core. */
export const startSyntheticVenues = (venues: readonly SyntheticVenue[]) => {
  keepNativeLogQuiet();
  const started = venues.map(startSyntheticVenue);
  return {
    traffic: (): Promise<Traffic[]> => Promise.all(started.map((one) => one.traffic())),
    stop: async (): Promise<void> => {
      await Promise.all(started.map((one) => one.stop()));
      await dispose();
    },
  };
};
