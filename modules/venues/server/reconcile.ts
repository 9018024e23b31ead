import type { MeetingsService } from '#modules/meetings/server';
import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { groupOf } from '../domain/breakout.ts';
import { cameraOf, groupRoomOf, roomOf, sittingOfRoom, venueOfIdentity } from '../domain/identities.ts';
import type { Venue, VenueState } from '../domain/state.ts';
import { reportAttendance } from './attendance.ts';
import type { Hint, Media, Present } from './media.ts';
import { rightsOf } from './media.ts';
import { gone, openState, practised, readPresence, readState, type SittingKey, seen } from './repository.ts';

/** How often the engine is compared with the database; webhooks and acts ask for it at once. */
export const everyMs = 10_000;

interface Camera extends Present {
  readonly venue: Venue;
  readonly room: string;
}

const camerasIn = (room: string, present: readonly Present[]): Camera[] =>
  present.flatMap((one) => {
    const venue = venueOfIdentity(one.identity);
    return venue === null ? [] : [{ ...one, venue, room }];
  });

const mainRoomOf = ({ subdistrict, sitting }: SittingKey): string => roomOf(subdistrict, sitting);

/** The room a venue belongs in now. */
export const roomFor = (key: SittingKey, state: VenueState, venue: Venue): string => {
  const group = groupOf(state, venue);
  return group === null ? mainRoomOf(key) : groupRoomOf(key.subdistrict, key.sitting, group.id);
};

/** Notes who is there and who is not any more. @returns the venues that came or went */
const notePresence = async (tx: Db, key: SittingKey, cameras: readonly Camera[]): Promise<Venue[]> => {
  const before = (await readPresence(tx, key)).filter(({ leftAt }) => leftAt === null);
  const now = new Date().toISOString();
  await seen(
    tx,
    key,
    cameras.map(({ session, venue, cameAt, practice }) => ({
      session,
      venue,
      cameAt,
      seenAt: now,
      evidence: practice ? practised : 'list',
    })),
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

  const setRights = async (cameras: readonly Camera[], state: VenueState): Promise<void> => {
    const wrong = cameras.filter(({ venue, shows, speaks, shares }) => {
      const right = rightsOf(state, venue);
      return !shows || speaks !== right.speaks || shares !== right.shares;
    });
    // Closing comes first: two open microphones are worse than none.
    wrong.sort((a, b) => Number(rightsOf(state, a.venue).speaks) - Number(rightsOf(state, b.venue).speaks));
    for (const { venue, room } of wrong) await media.setRights(room, cameraOf(venue), rightsOf(state, venue));
  };

  /** Whoever has not moved by itself is put out, asks where to go, and is let in there. */
  const move = async (key: SittingKey, cameras: readonly Camera[], state: VenueState): Promise<Camera[]> => {
    const strays = cameras.filter(({ venue, room }) => room !== roomFor(key, state, venue));
    for (const { room, identity } of strays) await media.putOut(room, identity);
    return cameras.filter((one) => !strays.includes(one));
  };

  /** The sitting's rooms that the engine has: the hall's, groups', also groups' that are no more. */
  const roomsOf = async (key: SittingKey): Promise<string[]> =>
    (await media.rooms())
      .map(({ name }) => name)
      .filter((name) => {
        const its = sittingOfRoom(name);
        return its?.sitting === key.sitting && its.subdistrict === key.subdistrict;
      });

  const reconcile = async (key: SittingKey): Promise<void> => {
    const rooms = await roomsOf(key);
    const present = await Promise.all(rooms.map(async (room) => camerasIn(room, await media.present(room))));
    const cameras = present.flat();
    const state = await presenceAndState(key, cameras);
    found(key, state);
    if (state.phase === 'ended') {
      for (const room of rooms) await media.close(room);
      return;
    }
    await setRights(await move(key, cameras, state), state);
    for (const room of rooms) await media.setMetadata(room, JSON.stringify(state));
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
    const keys = new Map<string, SittingKey>();
    for (const { name } of rooms) {
      const key = sittingOfRoom(name);
      if (key) keys.set(mainRoomOf(key), key);
    }
    for (const key of keys.values()) await soon(key);
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
