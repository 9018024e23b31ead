import { useState } from 'react';
import { CallError, call } from '#platform/contract/call.ts';
import { controlVenues } from '../../contract.ts';
import type { ControlAct } from '../../domain/acts.ts';
import type { VenueState } from '../../domain/state.ts';

export interface Control {
  readonly act: (act: ControlAct) => void;
  /** Why the last act was refused; gone with the next one that is not. */
  readonly refused: string | null;
}

/** Sends the operator's acts from the revision on the screen; a refused one shows the newest state. */
export const useControl = (
  id: string,
  state: VenueState | null,
  offer: (state: VenueState) => void,
  lookAgain: () => void,
): Control => {
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (act: ControlAct, rev: number): Promise<void> => {
    try {
      offer(await call(controlVenues, { params: { id }, body: { rev, act } }));
      setRefused(null);
    } catch (error) {
      setRefused(error instanceof CallError ? error.message : String(error));
      lookAgain();
    }
  };
  return {
    act: (act) => {
      if (state) void send(act, state.rev);
    },
    refused,
  };
};
