import type { MeetingsService } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { mergeIntervals } from '../domain/presence.ts';
import { hall, type Venue } from '../domain/state.ts';
import { readHeadCounts, readPresence, type SittingKey } from './repository.ts';

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
  const rows = await readPresence(tx, key);
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
