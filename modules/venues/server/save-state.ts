import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { VenueState } from '../domain/state.ts';
import { keyOf } from './admission.ts';
import { type LoggedAct, logAct, replaceState } from './repository.ts';

/** A notification holds some 7 kB: a larger state is read afresh by each screen. */
const pushed = (state: VenueState) =>
  JSON.stringify(state).length < 6_000 ? { state } : { changed: state.rev };

/**
 * Writes a change with its line in the log and tells all screens.
 * @returns false when somebody was quicker; then nothing is written
 */
export const saveState = async (
  { live }: Pick<Platform, 'live'>,
  tx: Db,
  who: Actor,
  sitting: string,
  { before, after, act }: { before: VenueState; after: VenueState; act: LoggedAct },
): Promise<boolean> => {
  if (!(await replaceState(tx, keyOf(who, sitting), before, after))) return false;
  await logAct(tx, who, sitting, after.rev, new Date().toISOString(), act);
  await live.publish(tx, who.subdistrict, `sitting:${sitting}`, pushed(after));
  return true;
};
