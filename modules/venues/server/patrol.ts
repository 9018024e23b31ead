import { systemActor } from '#platform/contract/actor.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { patrols } from '../domain/acts.ts';
import { roomOf } from '../domain/identities.ts';
import type { VenueState } from '../domain/state.ts';
import { logAct, readPresence, readState, replaceState, type SittingKey } from './repository.ts';
import { isThere } from './view.ts';

const lookMs = 1_000;

/**
 * Changes the picture of sittings on patrol (循环观看). It runs here and not in the operator's browser, so that
 * the round goes on when that dies; of several processes the state's lock lets one move it.
 */
export const createPatrol = (
  { db, live, log }: Platform,
  /** The order venues take turns in. */
  venuesOf: (key: SittingKey) => Promise<readonly string[]>,
  moved: (key: SittingKey) => void,
) => {
  const watched = new Map<string, SittingKey>();

  /** Takes in, or lets go, a sitting as its state says. */
  const watch = (key: SittingKey, { auto, phase }: Pick<VenueState, 'auto' | 'phase'>): void => {
    const name = roomOf(key.subdistrict, key.sitting);
    if (auto === 'patrol' && phase !== 'ended') watched.set(name, key);
    else watched.delete(name);
  };

  const step = async (key: SittingKey): Promise<void> => {
    const order = await venuesOf(key);
    const at = new Date().toISOString();
    const after = await db.transaction(key, async (tx) => {
      const before = await readState(tx, key, true);
      watch(key, before);
      const there = new Set((await readPresence(tx, key)).filter(isThere).map(({ venue }) => venue));
      const next = patrols(
        before,
        order.filter((venue) => there.has(venue)),
        at,
      );
      if (next === before || !(await replaceState(tx, key, before, next))) return null;
      const act = { kind: 'patrol', venue: next.programme, item: next.item };
      await logAct(tx, systemActor(key.subdistrict), key.sitting, next.rev, at, act);
      await live.publish(tx, key.subdistrict, `sitting:${key.sitting}`, { state: next });
      return next;
    });
    if (after) moved(key);
  };

  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (const key of watched.values())
      await step(key).catch((error: unknown) => log.warn('venues-patrol', { sitting: key.sitting, error }));
    busy = false;
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return { watch, stop: () => clearInterval(timer) };
};

export type Patrol = ReturnType<typeof createPatrol>;
