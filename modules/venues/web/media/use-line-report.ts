import { type Room, Track } from 'livekit-client';
import { useEffect, useRef } from 'react';
import type { VenueLine } from '../../contract.ts';
import { type LineCounters, lineNow } from './line-now.ts';

const everyMs = 10_000;

/** Statistics of each connection of a room: of one track that goes out and one of each that comes in. */
const reportsOf = async (room: Room): Promise<RTCStatsReport[]> => {
  const own = [...room.localParticipant.trackPublications.values()].map(({ track }) => track);
  const others = [...room.remoteParticipants.values()].flatMap((one) => [
    one.getTrackPublication(Track.Source.Camera)?.track,
    one.getTrackPublication(Track.Source.Microphone)?.track,
  ]);
  const all = await Promise.all([...own, ...others].map((track) => track?.getRTCStatsReport()));
  return all.filter((one) => one !== undefined);
};

/** Tells the operator how this venue's line is: only this end knows what was lost on the way to it. */
export const useLineReport = (room: Room | null, tell: (line: VenueLine) => Promise<unknown>): void => {
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (!room) return;
    let before: LineCounters | null = null;
    const look = async () => {
      const { line, counters } = lineNow(await reportsOf(room), before);
      before = counters;
      await latest.current(line);
    };
    // A line that cannot carry even this is seen by its silence.
    const timer = setInterval(() => void look().catch(() => undefined), everyMs);
    return () => clearInterval(timer);
  }, [room]);
};
