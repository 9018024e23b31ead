import { type ReconnectPolicy, Room, RoomEvent, type RoomOptions } from 'livekit-client';
import type { CallError } from '#platform/contract/call.ts';
import type { VenueTicket } from '../../contract.ts';
import { createWayIn, isFinal } from './way-in.ts';
import { within } from './within.ts';

/** How long the stock client may try to resume over a broken line before a fresh room takes its place. */
const resumeMs = 2_500;
/** How often our server is looked for while a room cannot be resumed, and how long it is waited for. */
const lookMs = 1_000;
const askMs = 3_000;
/** An engine that is away says so at once; the relay of a slow line, on an old PC, takes its time. */
const connectMs = (attempt: number): number => Math.min(8_000 + 4_000 * attempt, 20_000);
/** Short, because the wait when the engine is back is part of the time a screen is dark. */
const longestWaitMs = 2_500;

/** What a screen that stays up by itself is made of. */
export interface KeepRoom {
  /** A fresh way in, asked for before each attempt; given up by the signal. */
  readonly ticket: (signal: AbortSignal) => Promise<VenueTicket>;
  readonly options: RoomOptions;
  /** The room, once it is connected; null while it is not. */
  readonly onRoom: (room: Room | null) => void;
  /** Refused for good: only a person can go on (`again`). */
  readonly onRefused: (refusal: CallError) => void;
}

/** Resuming is tried for as long as the room is kept, and soon after our server is back. */
const reconnectPolicy: ReconnectPolicy = {
  nextRetryDelayInMs: ({ retryCount }) => Math.min(300 * 2 ** retryCount, 1_500),
};

/** Grows to a few seconds and never ends; spread out, so that 34 screens do not come back in one instant. */
const waitFor = (attempt: number): number =>
  Math.min(longestWaitMs, 250 * 2 ** Math.min(attempt, 8)) * (0.6 + Math.random() * 0.4);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A signalling address; one that begins with a slash lies under our own origin. */
export const addressOf = (url: string): string =>
  url.startsWith('/') ? `${location.origin.replace(/^http/, 'ws')}${url}` : url;

/**
 * Ends when the room is lost: told so, about to be restarted by the stock client, or not resumed in time though
 * a fresh one is to be had. A restart keeps old subscriptions in mind and takes seconds; a fresh room is quicker
 * and always right. While our server cannot be reached, the old room is the only one there is: pictures and
 * sound may go on flowing in it.
 */
const lost = (room: Room, stop: AbortSignal, freshToBeHad: () => Promise<boolean>): Promise<void> =>
  new Promise((resolve) => {
    let mending: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      if (await freshToBeHad()) return mending && resolve();
      if (mending) mending = setTimeout(look, lookMs);
    };
    const broken = () => {
      mending ??= setTimeout(look, resumeMs);
    };
    const mended = () => {
      clearTimeout(mending);
      mending = undefined;
    };
    const over = () => {
      mended();
      resolve();
    };
    room.on(RoomEvent.Disconnected, over);
    room.on(RoomEvent.SignalReconnecting, broken);
    room.on(RoomEvent.Reconnecting, over);
    room.on(RoomEvent.Reconnected, mended);
    stop.addEventListener('abort', over, { once: true });
  });

/**
 * Keeps a screen in its room for ever: fresh ticket, fresh room, until stopped or refused for good. The stock
 * client waits about 15 s before a full restart and gives up after 44 s; a wall that nobody touches may not.
 */
export const keepRoom = ({ ticket, options, onRoom, onRefused }: KeepRoom): { stop: () => void } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wayIn = createWayIn(ticket);

  const freshToBeHad = (): Promise<boolean> => ticket(AbortSignal.timeout(askMs)).then(() => true, isFinal);

  const oneLife = async (attempt: number): Promise<void> => {
    const { url, token } = await wayIn();
    if (signal.aborted) return;
    const room = new Room({ ...options, reconnectPolicy });
    const over = lost(room, signal, freshToBeHad);
    try {
      const connecting = room.connect(addressOf(url), token, { autoSubscribe: false, maxRetries: 0 });
      await within(connecting, connectMs(attempt));
      if (!signal.aborted) onRoom(room);
      await over;
    } finally {
      onRoom(null);
      await room.disconnect(false).catch(() => undefined);
    }
  };

  const live = async (): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const since = Date.now();
      try {
        await oneLife(attempt);
      } catch (error) {
        if (isFinal(error)) return signal.aborted ? undefined : onRefused(error);
      }
      // A room that held for a while was a good one: begin with short waits again.
      if (Date.now() - since > 15_000) attempt = 0;
      if (!signal.aborted) await sleep(waitFor(attempt));
    }
  };
  void live();
  return { stop: () => stopping.abort() };
};
