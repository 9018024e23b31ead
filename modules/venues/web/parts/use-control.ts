import { useRef, useState } from 'react';
import { CallError, call } from '#platform/contract/call.ts';
import type { BodyIn } from '#platform/contract/route.ts';
import { controlVenues } from '../../contract.ts';
import type { ControlAct } from '../../domain/acts.ts';
import type { VenueState } from '../../domain/state.ts';

export interface Refused {
  readonly message: string;
  /** What another operator did in between. */
  readonly kind: string | null;
  readonly venue: string | null;
}

export interface Control {
  readonly act: (act: ControlAct) => void;
  /** Why the last act was refused; gone with the next one that is not. */
  readonly refused: Refused | null;
}

const refusedBy = (error: unknown): Refused => {
  const { kind = null, venue = null } = error instanceof CallError ? error.facts : {};
  return {
    message: error instanceof Error ? error.message : String(error),
    kind: typeof kind === 'string' ? kind : null,
    venue: typeof venue === 'string' ? venue : null,
  };
};

/** An act as the contract writes it: the same, with lists that may be changed. */
type Sent = NonNullable<BodyIn<typeof controlVenues>>['act'];

/** Sends the operator's acts from the revision on the screen; a refused one shows the newest state. */
export const useControl = (
  id: string,
  state: VenueState | null,
  offer: (state: VenueState) => void,
  lookAgain: () => void,
): Control => {
  const [refused, setRefused] = useState<Refused | null>(null);
  const seen = useRef(0);
  seen.current = Math.max(seen.current, state?.rev ?? 0);
  const before = useRef(Promise.resolve());
  const send = async (act: ControlAct): Promise<void> => {
    try {
      const answered = await call(controlVenues, {
        params: { id },
        body: { rev: seen.current, act: act as Sent },
      });
      seen.current = Math.max(seen.current, answered.rev);
      offer(answered);
      setRefused(null);
    } catch (error) {
      setRefused(refusedBy(error));
      lookAgain();
    }
  };
  return {
    act: (act) => {
      // One after the other: what this operator has just done is no news to this operator.
      if (seen.current > 0) before.current = before.current.then(() => send(act));
    },
    refused,
  };
};
