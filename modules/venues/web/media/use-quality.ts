import { type RemoteParticipant, type Room, Track } from 'livekit-client';
import { useEffect, useState } from 'react';

/** What comes from a venue now, as the engine judges the line and as this screen receives it. */
export interface LineQuality {
  readonly verdict: 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';
  /** Share of packets lost since the last look, 0 to 1; null: nothing came. */
  readonly loss: number | null;
  readonly kilobits: number | null;
  /** `320×180 15`. */
  readonly picture: string | null;
}

const lookMs = 3_000;

interface Seen {
  readonly lost: number;
  readonly received: number;
  readonly bytes: number;
  readonly at: number;
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** One venue's picture as it is received, and the counters for the next look. */
const measure = async (
  participant: RemoteParticipant,
  before: Seen | undefined,
): Promise<{ quality: LineQuality; seen: Seen | undefined }> => {
  const verdict = participant.connectionQuality as LineQuality['verdict'];
  const nothing = { quality: { verdict, loss: null, kilobits: null, picture: null }, seen: undefined };
  const stats = await participant.getTrackPublication(Track.Source.Camera)?.track?.getRTCStatsReport();
  const inbound = [...(stats?.values() ?? [])].find(({ type }) => type === 'inbound-rtp');
  if (!inbound) return nothing;
  const seen = {
    lost: numberIn(inbound.packetsLost),
    received: numberIn(inbound.packetsReceived),
    bytes: numberIn(inbound.bytesReceived),
    at: numberIn(inbound.timestamp),
  };
  const lost = seen.lost - (before?.lost ?? seen.lost);
  const all = lost + seen.received - (before?.received ?? seen.received);
  const ms = seen.at - (before?.at ?? seen.at);
  return {
    seen,
    quality: {
      verdict,
      loss: all > 0 ? Math.max(0, lost) / all : null,
      kilobits: before && ms > 0 ? ((seen.bytes - before.bytes) * 8) / ms : null,
      picture: inbound.frameWidth
        ? `${inbound.frameWidth}×${inbound.frameHeight} ${Math.round(numberIn(inbound.framesPerSecond))}`
        : null,
    },
  };
};

/** The quality of each line by the identity of its camera, looked at every few seconds. */
export const useQuality = (room: Room | null): ReadonlyMap<string, LineQuality> => {
  const [quality, setQuality] = useState<ReadonlyMap<string, LineQuality>>(new Map());
  useEffect(() => {
    if (!room) return setQuality(new Map());
    let over = false;
    let before = new Map<string, Seen>();
    const look = async () => {
      const now = new Map<string, LineQuality>();
      const counters = new Map<string, Seen>();
      for (const participant of room.remoteParticipants.values()) {
        const { quality: one, seen } = await measure(participant, before.get(participant.identity));
        now.set(participant.identity, one);
        if (seen) counters.set(participant.identity, seen);
      }
      before = counters;
      if (!over) setQuality(now);
    };
    void look();
    const timer = setInterval(() => void look(), lookMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [room]);
  return quality;
};
