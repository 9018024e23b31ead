import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { endsGroups, patrols } from '../domain/acts.ts';
import { isTimeUp } from '../domain/breakout.ts';
import { isPatrolDue } from '../domain/changes.ts';
import { roomOf } from '../domain/identities.ts';
import type { VenueState } from '../domain/state.ts';
import { readPresence, readState, type SittingKey } from './repository.ts';
import { saveState } from './save-state.ts';
import { isThere } from './view.ts';

const lookMs = 1_000;

type Watched = Pick<VenueState, 'auto' | 'phase' | 'breakout'>;

/** Whether something of a sitting changes by itself as time goes on. */
const goesOn = ({ auto, phase, breakout }: Watched): boolean =>
  phase !== 'ended' && (auto === 'patrol' || (breakout?.open === true && breakout.until !== null));

/**
 * Changes the picture of sittings on patrol (循环观看), and calls groups back when their time is up. It runs here
 * and not in the operator's browser, so that it goes on when that dies; of several processes the state's lock
 * lets one do it.
 */
export const createPatrol = (
  platform: Platform,
  /** The order venues take turns in. */
  venuesOf: (tx: Db, key: SittingKey) => Promise<readonly string[]>,
  moved: (key: SittingKey) => void,
) => {
  const { db, log } = platform;
  const watched = new Map<string, SittingKey>();

  /** Takes in, or lets go, a sitting as its state says. */
  const watch = (key: SittingKey, state: Watched): void => {
    const name = roomOf(key.subdistrict, key.sitting);
    if (goesOn(state)) watched.set(name, key);
    else watched.delete(name);
  };

  /** @returns whether the picture went on to another venue */
  const goOn = (key: SittingKey, at: string): Promise<boolean> =>
    db.transaction(key, async (tx) => {
      const before = await readState(tx, key, true);
      const there = new Set((await readPresence(tx, key)).filter(isThere).map(({ venue }) => venue));
      const order = await venuesOf(tx, key);
      const present = order.filter((venue) => there.has(venue));
      const after = patrols(before, present, at);
      if (after === before) return false;
      const act = { kind: 'patrol', venue: after.programme, item: after.item };
      return saveState(platform, tx, systemActor(key.subdistrict), key.sitting, { before, after, act });
    });

  /** @returns whether everybody was called back */
  const comeBack = (key: SittingKey, at: string): Promise<boolean> =>
    db.transaction(key, async (tx) => {
      const before = await readState(tx, key, true);
      const after = endsGroups(before, at);
      if (after === before) return false;
      const act = { kind: 'groups-over', venue: null, item: after.item };
      return saveState(platform, tx, systemActor(key.subdistrict), key.sitting, { before, after, act });
    });

  const step = async (key: SittingKey): Promise<void> => {
    const state = await db.read(key, (tx) => readState(tx, key));
    watch(key, state);
    const at = new Date().toISOString();
    // Nothing is locked or listed while the picture stands.
    if (isPatrolDue(state, at) && (await goOn(key, at))) moved(key);
    if (isTimeUp(state.breakout, at) && (await comeBack(key, at))) moved(key);
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
