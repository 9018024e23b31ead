import { Room, Track } from 'livekit-client';
import { call } from '#platform/contract/call.ts';
import type { Line } from '../branch/line.ts';
import { addressOf } from '../media/keep-room.ts';
import { type Way, wayOf } from '../media/way.ts';
import { within } from '../media/within.ts';

const turns = 5;
const connectMs = 10_000;
const settleMs = 3_000;

/** @returns the middle of some times there and back, in milliseconds; null when the server did not answer */
export const timeServer = async (line: Line, id: string): Promise<number | null> => {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const since = performance.now();
    try {
      await call(line.view, { params: { id } });
    } catch {
      return null;
    }
    times.push(performance.now() - since);
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0);
};

/** Sends the camera to a room of our own for a moment. @returns the way it took, or null when there is none */
export const tryMedia = async (
  line: Line,
  id: string,
  camera: MediaStreamTrack | null,
): Promise<Way | null> => {
  const room = new Room({ stopLocalTrackOnUnpublish: false });
  const copy = camera?.clone() ?? null;
  try {
    const { url, token } = await call(line.checkTicket, { params: { id } });
    await within(room.connect(addressOf(url), token, { maxRetries: 0 }), connectMs);
    if (!copy) return 'udp';
    const { track } = await within(
      room.localParticipant.publishTrack(copy, { source: Track.Source.Camera }),
      connectMs,
    );
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const stats = await track?.getRTCStatsReport();
    return stats ? wayOf(stats) : null;
  } catch {
    return null;
  } finally {
    await room.disconnect(false).catch(() => undefined);
    copy?.stop();
  }
};
