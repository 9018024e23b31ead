import type { MeetingsService } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { VenueLine } from '../contract.ts';
import { admit, admitBranch } from './admission.ts';

/** A screen tells of its line every ten seconds; what is older says nothing of now. */
const staleMs = 30_000;

/**
 * What each venue's own screen says of its line: only the far end knows what was lost on the way to it. Nobody's act,
 * so no entry of the audit chain.
 */
export const createLines = ({ db }: Pick<Platform, 'db'>, meetings: MeetingsService) => ({
  report: (who: Actor, id: string, line: VenueLine): Promise<void> =>
    db.transaction(who, async (tx) => {
      const { venue } = await admitBranch(meetings, tx, who, id);
      const now = { line: JSON.stringify(line), at: new Date().toISOString() };
      await tx
        .insertInto('venue_line')
        .values({ subdistrict_id: who.subdistrict, sitting_id: id, venue, ...now })
        .onConflict((conflict) =>
          conflict.columns(['subdistrict_id', 'sitting_id', 'venue']).doUpdateSet(now),
        )
        .execute();
    }),

  all: (who: Actor, id: string): Promise<{ venue: string; line: VenueLine; at: string }[]> =>
    db.read(who, async (tx) => {
      await admit(meetings, tx, who, id);
      const rows = await tx
        .selectFrom('venue_line')
        .select(['venue', 'line', 'at'])
        .where('subdistrict_id', '=', who.subdistrict)
        .where('sitting_id', '=', id)
        .where('at', '>', new Date(Date.now() - staleMs).toISOString())
        .execute();
      return rows.map(({ venue, line, at }) => ({ venue, line: line as unknown as VenueLine, at }));
    }),
});

export type Lines = ReturnType<typeof createLines>;
