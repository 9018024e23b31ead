import type { Room } from 'livekit-client';
import { useEffect } from 'react';
import { groupOf } from '../../domain/breakout.ts';
import { sittingOfRoom } from '../../domain/identities.ts';
import type { Venue, VenueState } from '../../domain/state.ts';

/**
 * Leaves a room this venue does not belong in any more, as groups open and come back; the room that is asked
 * for next is the right one. The server puts out whoever does not see it.
 * @param venue whose place it is: a wall or console goes with the main venue
 */
export const useInPlace = (room: Room | null, state: VenueState | null, venue: Venue): void => {
  const place = state === null ? undefined : (groupOf(state, venue)?.id ?? null);
  useEffect(() => {
    if (!room || place === undefined) return;
    const here = sittingOfRoom(room.name);
    if (here && here.group !== place) void room.disconnect(false);
  }, [room, place]);
};
