import { type Room, RoomEvent } from 'livekit-client';
import { useCallback, useEffect, useState } from 'react';
import type { CallError } from '#platform/contract/call.ts';
import { useCall } from '#platform/ui/calls.ts';
import type { VenuesView } from '../contract.ts';
import type { VenueState } from '../domain/state.ts';
import { useLine } from './branch/line.ts';

/** The whole view is read afresh this often, whatever was pushed: a screen heals itself. */
const pollMs = 8_000;

/** Only a greater revision is applied, whichever way it came; an end is always believed. */
const newer = (now: VenueState | null, offered: VenueState): VenueState =>
  now === null || offered.rev > now.rev || (offered.phase === 'ended' && now.phase !== 'ended')
    ? offered
    : now;

const parse = (metadata: string | undefined): VenueState | null => {
  if (!metadata) return null;
  try {
    const state = JSON.parse(metadata) as VenueState;
    return Number.isInteger(state.rev) ? state : null;
  } catch {
    return null;
  }
};

/** Whether a room is to be had at all: without a media engine nobody asks for tickets. */
export const useHasVideo = (id: string): boolean =>
  useCall(useLine().view, { params: { id } }).data?.video === true;

export interface SittingOnScreen {
  readonly view: VenuesView | undefined;
  readonly state: VenueState | null;
  readonly error: CallError | null;
  readonly retry: () => void;
  /** Milliseconds to add to this device's clock to have the server's. */
  readonly ahead: number;
  /** Takes a state that an act of our own answered. */
  readonly offer: (state: VenueState) => void;
}

/** A sitting as a screen needs it: read, pushed by server-sent events, mirrored in the room, polled. */
export const useSitting = (id: string, room: Room | null): SittingOnScreen => {
  const line = useLine();
  const {
    data: view,
    error,
    refetch,
    dataUpdatedAt,
  } = useCall(line.view, { params: { id } }, { every: pollMs });
  const [state, setState] = useState<VenueState | null>(null);
  const offer = useCallback((offered: VenueState) => setState((now) => newer(now, offered)), []);

  useEffect(() => {
    if (view) offer(view.state);
  }, [view, offer]);

  useEffect(
    () =>
      line.listen(id, (data) => {
        const pushed = (data as { state?: VenueState } | null)?.state;
        if (pushed) offer(pushed);
        else void refetch();
      }),
    [line, id, offer, refetch],
  );

  useEffect(() => {
    if (!room) return;
    const look = (metadata: string | undefined) => {
      const mirrored = parse(metadata);
      if (mirrored) offer(mirrored);
    };
    look(room.metadata);
    room.on(RoomEvent.RoomMetadataChanged, look);
    return () => {
      room.off(RoomEvent.RoomMetadataChanged, look);
    };
  }, [room, offer]);

  const ahead = view ? Date.parse(view.now) - dataUpdatedAt : 0;
  // An error beside an answer we have is trouble that passes: the screen stays as it is.
  return { view, state, error: view ? null : error, retry: () => void refetch(), ahead, offer };
};
