import type { IdentityService } from '#modules/identity/server';
import type { MeetingsService } from '#modules/meetings/server';
import { type Actor, systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { mergeIntervals } from '../../domain/presence.ts';
import { accountOfIdentity, isEmpty, meetingOfRoom, smallRoomOf } from '../../domain/small.ts';
import type { Hint, Media } from '../media.ts';
import * as repository from './repository.ts';

const everyMs = 10_000;

/** When each cadre who was called up was there: from the first coming to the last going. */
const staysOf = (
  people: readonly repository.PersonRow[],
  stays: readonly repository.StayRow[],
): ReadonlyMap<string, { from: string; until: string }> =>
  new Map(
    people.flatMap(({ account, cadre, called }) => {
      const own = mergeIntervals(stays.filter(({ venue }) => venue === account));
      const [first, last] = [own[0], own.at(-1)];
      return called && cadre !== null && first && last
        ? [[cadre, { from: first.cameAt, until: last.seenAt }] as const]
        : [];
    }),
  );

/** Ends a small meeting, tells everybody, and says what it cost. The caller has locked it and writes the audit. */
export const closeMeeting = async (
  { live }: Pick<Platform, 'live'>,
  meetings: Pick<MeetingsService, 'settleCall'>,
  tx: Db,
  key: repository.SmallKey,
  at: string,
  by: 'host' | 'empty',
): Promise<void> => {
  await repository.endSmall(tx, key, at, by);
  const people = await repository.findPeople(tx, key.subdistrict, [key.meeting]);
  const stays = await repository.findStays(tx, key.subdistrict, [key.meeting]);
  if (people.some(({ called }) => called))
    await meetings.settleCall(tx, key.meeting, at, staysOf(people, stays));
  await tellPeople(live, tx, key, people);
};

/** Everybody who was asked sees at once what changed, wherever they are. */
export const tellPeople = async (
  live: Platform['live'],
  tx: Db,
  key: repository.SmallKey,
  people: readonly Pick<repository.PersonRow, 'account'>[],
): Promise<void> => {
  for (const { account } of people)
    await live.publish(tx, key.subdistrict, `account:${account}`, { small: key.meeting });
};

/**
 * Keeps the small meetings that go on: who is there by the engine's list, and the end when nobody has been there
 * for two minutes. Any number of processes may do it: a meeting is locked while it is looked at.
 */
export const createRounds = (
  platform: Pick<Platform, 'db' | 'live' | 'log' | 'audit'>,
  meetings: Pick<MeetingsService, 'settleCall'>,
  identity: Pick<IdentityService, 'subdistricts'>,
  media: Media,
) => {
  const { db, live, log, audit } = platform;

  const note = async (key: repository.SmallKey): Promise<boolean> => {
    const listed = await media.present(smallRoomOf(key.subdistrict, key.meeting));
    const devices = listed.flatMap(({ identity: name, session, cameAt }) => {
      const account = accountOfIdentity(name);
      return account === null ? [] : [{ session, account, cameAt }];
    });
    const now = new Date().toISOString();
    const who: Actor = systemActor(key.subdistrict);
    return db.transaction(key, async (tx) => {
      const row = await repository.findSmall(tx, key, true);
      if (!row || row.endedAt !== null) return true;
      const people = await repository.findPeople(tx, key.subdistrict, [key.meeting]);
      const asked = devices.filter(({ account }) => people.some((one) => one.account === account));
      if (await repository.noteDevices(tx, key, asked, now)) await tellPeople(live, tx, key, people);
      if (asked.length > 0) return false;
      const seen = (await repository.findStays(tx, key.subdistrict, [key.meeting]))
        .map(({ seenAt }) => seenAt)
        .toSorted((a, b) => Date.parse(a) - Date.parse(b))
        .at(-1);
      if (!isEmpty(row.startedAt, seen ?? null, now)) return false;
      await closeMeeting(platform, meetings, tx, key, seen ?? row.startedAt, 'empty');
      await audit.record(tx, who, 'small.ended', key.meeting, { by: 'empty' });
      return true;
    });
  };

  const round = async (key: repository.SmallKey): Promise<void> => {
    try {
      if (await note(key)) await media.close(smallRoomOf(key.subdistrict, key.meeting));
    } catch (error) {
      // The engine or the database is away; nobody is taken to have left.
      log.warn('small-round', { meeting: key.meeting, error });
    }
  };

  const all = async (): Promise<void> => {
    for (const subdistrict of await identity.subdistricts()) {
      const open = await db.read({ subdistrict }, (tx) => repository.findOpen(tx, subdistrict, null));
      for (const { id } of open) await round({ subdistrict, meeting: id });
    }
  };

  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= all()
      .catch((error: unknown) => log.warn('small-rounds', { error }))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  timer.unref();

  return {
    now: round,
    /** A webhook: when a connection ended is taken from it, all else is looked up. */
    hint: async ({ room, left, at }: Hint): Promise<void> => {
      const key = meetingOfRoom(room);
      if (!key) return;
      if (left) await db.transaction(key, (tx) => repository.noteGone(tx, key, left, at));
      await round(key);
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};

export type Rounds = ReturnType<typeof createRounds>;
