import {
  AudioPresets,
  type Room,
  RoomEvent,
  Track,
  type TrackPublishOptions,
  VideoPreset,
} from 'livekit-client';
import { useEffect, useState } from 'react';
import { within } from './within.ts';

/** How the engine numbers the sources a ticket may name. */
const sourceNumbers = {
  [Track.Source.Camera]: 1,
  [Track.Source.Microphone]: 2,
  [Track.Source.ScreenShare]: 3,
} as const;
type Source = keyof typeof sourceNumbers;

/** What a tile of the wall needs; with sound sent twice it goes through 300 kbit/s and leaves room. */
const smallLayer = new VideoPreset(320, 180, 120_000, 15);

/** A small layer for tiles and one for the programme; layers nobody watches are not sent (dynacast). */
const cameraOptions: TrackPublishOptions = {
  source: Track.Source.Camera,
  simulcast: true,
  videoCodec: 'vp8',
  videoSimulcastLayers: [smallLayer],
  videoEncoding: { maxBitrate: 900_000, maxFramerate: 15 },
  degradationPreference: 'maintain-framerate',
};

/**
 * Sound comes first on a poor line: speech in 24 kbit/s, each packet sent again with the next (RED), so that one lost
 * in ten is hardly missed, and nothing sent in silence.
 */
const microphoneOptions: TrackPublishOptions = {
  source: Track.Source.Microphone,
  audioPreset: AudioPresets.speech,
  dtx: true,
  red: true,
};

/** Figures in a table must be read: sharp before smooth. */
const screenOptions: TrackPublishOptions = {
  source: Track.Source.ScreenShare,
  simulcast: false,
  videoCodec: 'vp8',
  videoEncoding: { maxBitrate: 1_500_000, maxFramerate: 8 },
  degradationPreference: 'maintain-resolution',
};

const lookEveryMs = 1_000;
const publishMs = 6_000;
/** A room in which publishing fails this often is broken, whatever it says: a fresh one takes its place. */
const patience = 2;

const mayPublish = (room: Room, source: Source): boolean =>
  room.localParticipant.permissions?.canPublishSources.includes(sourceNumbers[source]) ?? false;

/** Brings one source to where it should be: this track published, or none. */
const bring = async (
  room: Room,
  track: MediaStreamTrack | null,
  source: Source,
  options: TrackPublishOptions,
): Promise<void> => {
  const published = room.localParticipant.getTrackPublication(source)?.track?.mediaStreamTrack ?? null;
  if (published !== null && published !== track) await room.localParticipant.unpublishTrack(published, true);
  if (track !== null && published !== track && mayPublish(room, source))
    await within(room.localParticipant.publishTrack(track, options), publishMs);
};

const withdraw = async (room: Room, track: MediaStreamTrack): Promise<void> => {
  await room.localParticipant.unpublishTrack(track, true).catch(() => undefined);
  track.stop();
};

/**
 * Keeps one of our own tracks published for as long as it is wanted and the engine lets it through.
 * @returns whether it goes out now
 */
const usePublished = (
  room: Room | null,
  track: MediaStreamTrack | null,
  source: Source,
  options: TrackPublishOptions,
): boolean => {
  const [out, setOut] = useState(false);
  useEffect(() => {
    if (!room) return setOut(false);
    // A copy for each room: what the old room still does to its track must not touch the new one or our own
    // picture.
    const copy = track?.clone() ?? null;
    let busy = false;
    let failures = 0;
    const follow = async () => {
      if (busy) return;
      busy = true;
      try {
        await bring(room, copy, source, options);
        failures = 0;
      } catch {
        // The engine's leave taken back in between is no failure.
        if (mayPublish(room, source)) failures += 1;
        if (failures >= patience) void room.disconnect(false);
      }
      busy = false;
      setOut(room.localParticipant.getTrackPublication(source) !== undefined && mayPublish(room, source));
    };
    const look = () => void follow();
    const events = [RoomEvent.ParticipantPermissionsChanged, RoomEvent.LocalTrackUnpublished] as const;
    for (const event of events) room.on(event, look);
    const timer = setInterval(look, lookEveryMs);
    look();
    return () => {
      clearInterval(timer);
      for (const event of events) room.off(event, look);
      if (copy) void withdraw(room, copy);
    };
  }, [room, track, source, options]);
  return out;
};

/** Publishes the camera for as long as the room lasts. */
export const usePublishedCamera = (room: Room | null, camera: MediaStreamTrack | null): boolean =>
  usePublished(room, camera, Track.Source.Camera, cameraOptions);

/**
 * Publishes the microphone while this venue may speak: the engine lets it through only then, and the state
 * closes it here at once.
 * @returns whether the hall can hear it now
 */
export const usePublishedMicrophone = (
  room: Room | null,
  microphone: MediaStreamTrack | null,
  speaks: boolean,
): boolean => usePublished(room, speaks ? microphone : null, Track.Source.Microphone, microphoneOptions);

/** Publishes a screen that was chosen, while this venue may share one. */
export const usePublishedScreen = (room: Room | null, screen: MediaStreamTrack | null): boolean =>
  usePublished(room, screen, Track.Source.ScreenShare, screenOptions);
