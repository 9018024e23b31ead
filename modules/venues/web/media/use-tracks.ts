import {
  type Participant,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  Track,
  VideoQuality,
} from 'livekit-client';
import { useEffect, useState } from 'react';

/** What a screen wants of one camera's venue. */
export interface Want {
  readonly picture: 'low' | 'medium' | 'high' | null;
  readonly sound: boolean;
  /** The screen it shares, with its sound. */
  readonly screen?: boolean;
}
export type Wants = ReadonlyMap<string, Want>;

/** What a screen has of it. */
interface Had {
  readonly picture: Track | null;
  readonly sound: Track | null;
  readonly screen: Track | null;
  readonly screenSound: Track | null;
}
export type Tracks = ReadonlyMap<string, Had>;

const qualities = { low: VideoQuality.LOW, medium: VideoQuality.MEDIUM, high: VideoQuality.HIGH };

/** A subscription that has brought nothing for so long is asked for once more. */
const patienceMs = 6_000;
const askedAt = new WeakMap<RemoteTrackPublication, number>();

const ask = (publication: RemoteTrackPublication, wanted: boolean): void => {
  const now = Date.now();
  if (publication.isDesired !== wanted) {
    askedAt.set(publication, now);
    publication.setSubscribed(wanted);
  } else if (wanted && !publication.track && now - (askedAt.get(publication) ?? 0) > patienceMs) {
    askedAt.set(publication, now);
    publication.setSubscribed(false);
    publication.setSubscribed(true);
  }
};

const isWanted = (source: Track.Source, want: Want | undefined): boolean => {
  if (source === Track.Source.Camera) return Boolean(want?.picture);
  if (source === Track.Source.Microphone) return Boolean(want?.sound);
  if (source === Track.Source.ScreenShareAudio) return Boolean(want?.screen && want.sound);
  return Boolean(want?.screen);
};

/** Subscribes to just what is wanted; everything of everybody would not fit (34 × 33 tracks). */
const subscribe = (room: Room, wants: Wants): void => {
  for (const participant of room.remoteParticipants.values()) {
    const want = wants.get(participant.identity);
    for (const publication of participant.trackPublications.values()) {
      ask(publication, isWanted(publication.source, want));
      if (
        publication.source === Track.Source.Camera &&
        want?.picture &&
        publication.videoQuality !== qualities[want.picture]
      )
        publication.setVideoQuality(qualities[want.picture]);
    }
  }
};

const hadOf = (participant: Participant): Had => ({
  picture: participant.getTrackPublication(Track.Source.Camera)?.track ?? null,
  sound: participant.getTrackPublication(Track.Source.Microphone)?.track ?? null,
  screen: participant.getTrackPublication(Track.Source.ScreenShare)?.track ?? null,
  screenSound: participant.getTrackPublication(Track.Source.ScreenShareAudio)?.track ?? null,
});

const kinds = ['picture', 'sound', 'screen', 'screenSound'] as const;
const same = (a: Tracks, b: Tracks): boolean =>
  a.size === b.size && [...a].every(([key, had]) => kinds.every((kind) => had[kind] === b.get(key)?.[kind]));

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackSubscriptionFailed,
  RoomEvent.Reconnected,
] as const;
const none: Tracks = new Map();

/** Pictures and sounds by identity, as wanted and as they come; identities that are there have an entry. */
export const useTracks = (room: Room | null, wants: Wants): Tracks => {
  const [tracks, setTracks] = useState<Tracks>(none);
  const asked = [...wants]
    .map(([identity, want]) => `${identity} ${want.picture} ${want.sound} ${want.screen}`)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: wants are compared by what they ask for
  useEffect(() => {
    if (!room) return setTracks(none);
    const look = () => {
      subscribe(room, wants);
      const now: Tracks = new Map(
        [...room.remoteParticipants.values()].map((one) => [one.identity, hadOf(one)]),
      );
      setTracks((before) => (same(before, now) ? before : now));
    };
    for (const event of changes) room.on(event, look);
    look();
    const timer = setInterval(look, 2_000);
    return () => {
      clearInterval(timer);
      for (const event of changes) room.off(event, look);
    };
  }, [room, asked]);
  return tracks;
};
