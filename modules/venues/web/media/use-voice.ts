import type { Room } from 'livekit-client';
import { useEffect, useRef } from 'react';

/** Long enough to be a sentence and no cough. */
const leastMs = 1_000;
const lookMs = 250;
const sayAgainMs = 3_000;

/**
 * Under 声控切换 a venue says that it speaks, so that the picture comes to it.
 * @param wanted the picture follows the voice, and is not here
 */
export const useVoice = (room: Room | null, wanted: boolean, speaks: () => void): void => {
  const latest = useRef(speaks);
  latest.current = speaks;
  useEffect(() => {
    if (!room || !wanted) return;
    let since: number | null = null;
    let saidAt = 0;
    const timer = setInterval(() => {
      const now = Date.now();
      if (!room.localParticipant.isSpeaking) {
        since = null;
        return;
      }
      since ??= now;
      if (now - since < leastMs || now - saidAt < sayAgainMs) return;
      saidAt = now;
      latest.current();
    }, lookMs);
    return () => clearInterval(timer);
  }, [room, wanted]);
};
