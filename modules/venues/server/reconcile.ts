import type { MeetingsService } from '#modules/meetings/server';
import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { cameraOf, roomOf, sittingOfRoom, venueOfIdentity } from '../domain/identities.ts';
import type { Venue, VenueState } from '../domain/state.ts';
import { reportAttendance } from './attendance.ts';
import type { Hint, Media, Present } from './media.ts';
import { rightsOf } from './media.ts';
import { gone, openState, readPresence, readState, type SittingKey, seen } from './repository.ts';

/** How often the engine is compared with the database; webhooks and acts ask for it at once. */
export const everyMs = 10_000;

interface Camera extends Present {
  readonly venue: Venue;
}

const camerasIn = (present: readonly Present[]): Camera[] =>
  present.flatMap((one) => {
    const venue = venueOfIdentity(one.identity);
    return venue === null ? [] : [{ ...one, venue }];
  });

/** Notes who is there and who is not any more. @returns the venues that came or went */
const notePresence = async (tx: Db, key: SittingKey, cameras: readonly Camera[]): Promise<Venue[]> => {
  const before = (await readPresence(tx, key)).filter(({ leftAt }) => leftAt === null);
  const now = new Date().toISOString();
  await seen(
    tx,
    key,
    cameras.map(({ session, venue, cameAt }) => ({ session, venue, cameAt, seenAt: now })),
  );
  const left = before.filter(({ session }) => !cameras.some((one) => one.session === session));
  for (const { session } of left) await gone(tx, key, session, null);
  const came = cameras.filter(({ session }) => !before.some((one) => one.session === session));
  return [...new Set([...came, ...left].map(({ venue }) => venue))];
};

/**
 * Makes the engine match the database, sitting by sitting: who may speak, what the room's metadata say; and
 * writes down who is connected. It is the only way rights change in the engine, and one sitting's calls never
 * overlap, so that an older state cannot come after a newer one.
 */
export const createReconciler = (
  { db, live, log }: Platform,
  meetings: MeetingsService,
  media: Media,
  /** Told each state a round found: a process that has just started learns what goes on by itself. */
  found: (key: SittingKey, state: VenueState) => void,
) => {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();

  const presenceAndState = (key: SittingKey, cameras: readonly Camera[]): Promise<VenueState> =>
    db.transaction(key, async (tx) => {
      await openState(tx, key);
      const changed = await notePresence(tx, key, cameras);
      const state = await readState(tx, key);
      if (changed.length === 0) return state;
      const who = systemActor(key.subdistrict);
      if (await meetings.sitting(tx, key.sitting))
        await reportAttendance(meetings, tx, who, key, changed, state.phase === 'ended');
      // Screens that do not see the room themselves read the list afresh.
      await live.publish(tx, key.subdistrict, `sitting:${key.sitting}`, { presence: changed.length });
      return state;
    });

  const setRights = async (room: string, cameras: readonly Camera[], state: VenueState): Promise<void> => {
    const wrong = cameras.filter(({ venue, shows, speaks, shares }) => {
      const right = rightsOf(state, venue);
      return !shows || speaks !== right.speaks || shares !== right.shares;
    });
    // Closing comes first: two open microphones are worse than none.
    wrong.sort((a, b) => Number(rightsOf(state, a.venue).speaks) - Number(rightsOf(state, b.venue).speaks));
    for (const { venue } of wrong) await media.setRights(room, cameraOf(venue), rightsOf(state, venue));
  };

  const reconcile = async (key: SittingKey): Promise<void> => {
    const room = roomOf(key.subdistrict, key.sitting);
    const cameras = camerasIn(await media.present(room));
    const state = await presenceAndState(key, cameras);
    found(key, state);
    if (state.phase === 'ended') return media.close(room);
    await setRights(room, cameras, state);
    await media.setMetadata(room, JSON.stringify(state));
  };

  const runOnce = async (key: SittingKey): Promise<void> => {
    try {
      await reconcile(key);
    } catch (error) {
      // The engine or the database is away; the next round finds what this one missed.
      log.warn('venues-reconcile', { sitting: key.sitting, error });
    }
  };

  /** Starts a round for a sitting; asked again while one runs, another follows it. */
  const soon = (key: SittingKey): Promise<void> => {
    const room = roomOf(key.subdistrict, key.sitting);
    const under = running.get(room);
    if (under !== undefined) {
      again.add(room);
      return under;
    }
    const round = (async () => {
      do {
        again.delete(room);
        await runOnce(key);
      } while (again.has(room));
      running.delete(room);
    })();
    running.set(room, round);
    return round;
  };

  const all = async (): Promise<void> => {
    const rooms = await media.rooms().catch(() => []);
    for (const { name } of rooms) {
      const key = sittingOfRoom(name);
      if (key) await soon(key);
    }
  };

  const timer = setInterval(() => void all(), everyMs);
  timer.unref();

  return {
    soon: (key: SittingKey): void => void soon(key),
    now: soon,
    /** A webhook: when a connection ended is taken from it, all else is looked up. */
    hint: async ({ room, left, at }: Hint): Promise<void> => {
      const key = sittingOfRoom(room);
      if (!key) return;
      if (left) await db.transaction(key, (tx) => gone(tx, key, left, at));
      void soon(key);
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
};

export type Reconciler = ReturnType<typeof createReconciler>;
