import type { MeetingsService } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { mergeIntervals } from '../domain/presence.ts';
import { hall, type Venue } from '../domain/state.ts';
import { practised, readHeadCounts, readPresence, type SittingKey } from './repository.ts';
import { readCounts, readPeople } from './roll-repository.ts';

/**
 * Writes when each venue was connected to the sitting's attendance. A stretch without an end is one that
 * goes on; reporting again replaces what was said before, so nothing is lost when it fails once.
 */
export const reportAttendance = async (
  meetings: MeetingsService,
  tx: Db,
  who: Actor,
  key: SittingKey,
  venues: readonly Venue[],
  over: boolean,
): Promise<void> => {
  const rows = (await readPresence(tx, key)).filter(({ evidence }) => !evidence.includes(practised));
  const people = await readHeadCounts(tx, key);
  const open = new Set(rows.filter(({ leftAt }) => leftAt === null).map(({ venue }) => venue));
  for (const committee of venues) {
    if (committee === hall) continue;
    const merged = mergeIntervals(rows.filter(({ venue }) => venue === committee));
    if (merged.length === 0 && !people.has(committee)) continue;
    const intervals = merged.map(({ cameAt, seenAt }, place) => ({
      from: cameAt,
      until: !over && open.has(committee) && place === merged.length - 1 ? null : seenAt,
    }));
    const headCount = people.get(committee) ?? null;
    await meetings.recordAttendance(tx, who, key.sitting, {
      committee,
      source: 'device',
      intervals,
      headCount,
    });
  }
};

/** Tells the sitting what the roll-call says of a venue: the last head-count, and how many signed in. */
export const reportRoll = async (
  meetings: MeetingsService,
  tx: Db,
  who: Actor,
  key: SittingKey,
  venue: Venue,
): Promise<void> => {
  const counted = (await readCounts(tx, key)).filter((one) => one.venue === venue).at(-1);
  const people = (await readPeople(tx, key, venue)).filter(({ removedAt }) => removedAt === null);
  const signed = people.filter(({ source }) => source === 'sign_in').length;
  const say = (source: 'roll_call' | 'sign_in', headCount: number) =>
    meetings.recordAttendance(tx, who, key.sitting, { committee: venue, source, intervals: [], headCount });
  if (counted) await say('roll_call', counted.people);
  else if (people.length > 0) await say('roll_call', people.length);
  if (signed > 0) await say('sign_in', signed);
};
