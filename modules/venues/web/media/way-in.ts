import { CallError } from '#platform/contract/call.ts';
import type { VenueTicket } from '../../contract.ts';

/** Tickets hold for ten minutes. */
const goodForMs = 8 * 60_000;
const firstAskMs = 8_000;
/** A request that hangs on a cut line hangs on long after the line is back: asked anew it is quicker. */
const againAskMs = 3_000;

/** Refusals that asking again does not change; the rest is trouble that passes. */
export const isFinal = (error: unknown): error is CallError =>
  error instanceof CallError && [403, 404, 409].includes(error.status);

/**
 * Asks for a fresh way in before each attempt. When the server cannot be asked in time, the last one is used once
 * more while it holds: the line to the engine, or the engine itself, may be back before the pages are.
 */
export const createWayIn = (ask: (signal: AbortSignal) => Promise<VenueTicket>) => {
  let last: { readonly ticket: VenueTicket; readonly at: number } | null = null;
  return async (): Promise<VenueTicket> => {
    try {
      const ticket = await ask(AbortSignal.timeout(last ? againAskMs : firstAskMs));
      last = { ticket, at: performance.now() };
      return ticket;
    } catch (error) {
      if (isFinal(error)) last = null;
      if (last && performance.now() - last.at < goodForMs) return last.ticket;
      throw error;
    }
  };
};
