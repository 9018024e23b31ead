import type { Room, RoomOptions } from 'livekit-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '#platform/contract/call.ts';
import type { VenueTicket } from '../../contract.ts';
import { keepRoom } from './keep-room.ts';

export interface KeptRoom {
  readonly room: Room | null;
  /** Why this screen may not come in; `again` tries once more. */
  readonly refused: CallError | null;
  readonly again: () => void;
}

/** Layers are chosen by purpose, not by the size of an element; unwatched layers are not sent at all. */
const roomOptions: RoomOptions = {
  adaptiveStream: false,
  dynacast: true,
  stopLocalTrackOnUnpublish: false,
  disconnectOnPageLeave: true,
};

/** Holds this screen in its room while `wanted`. */
export const useRoom = (ticket: (signal: AbortSignal) => Promise<VenueTicket>, wanted: boolean): KeptRoom => {
  const [room, setRoom] = useState<Room | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [round, setRound] = useState(0);
  const latest = useRef(ticket);
  latest.current = ticket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new attempt
  useEffect(() => {
    if (!wanted) return;
    setRefused(null);
    const kept = keepRoom({
      ticket: (signal) => latest.current(signal),
      options: roomOptions,
      onRoom: setRoom,
      onRefused: setRefused,
    });
    return () => {
      kept.stop();
      setRoom(null);
    };
  }, [wanted, round]);
  const again = useCallback(() => setRound((now) => now + 1), []);
  return { room, refused, again };
};
