import type { MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { VenueCheck } from '../contract.ts';
import { checkRoomOf } from '../domain/identities.ts';
import { problems } from '../problems.ts';
import { admit, admitBranch, calledTo } from './admission.ts';
import type { Media, Ticket } from './media.ts';

/** The check before the sitting (会前检查): a room of one's own to try in, and what the operator sees of it. */
export const createChecks = (
  { db, audit, live }: Platform,
  meetings: MeetingsService,
  organisation: OrganisationService,
  media: Media | null,
) => ({
  ticket: async (who: Actor, id: string): Promise<Ticket> => {
    const { sitting, venue } = await db.read(who, (tx) => admitBranch(meetings, tx, who, id));
    if (sitting.state === 'ended') throw new Refusal(problems.ended);
    if (!media) throw new Refusal(problems.noVideo);
    const room = checkRoomOf(who.subdistrict, id, venue);
    return media.ticket(room, `check:${venue}`, { speaks: true, shares: false });
  },

  report: (who: Actor, id: string, check: VenueCheck): Promise<void> =>
    db.transaction(who, async (tx) => {
      const { venue } = await admitBranch(meetings, tx, who, id);
      const found = { result: JSON.stringify(check), at: new Date().toISOString() };
      await tx
        .insertInto('venue_check')
        .values({ subdistrict_id: who.subdistrict, sitting_id: id, venue, ...found })
        .onConflict((conflict) =>
          conflict.columns(['subdistrict_id', 'sitting_id', 'venue']).doUpdateSet(found),
        )
        .execute();
      await live.publish(tx, who.subdistrict, `sitting:${id}`, { check: venue });
      await audit.record(tx, who, 'venues.checked', id, { venue });
    }),

  all: (who: Actor, id: string) =>
    db.read(who, async (tx) => {
      const sitting = await admit(meetings, tx, who, id);
      const rows = await tx
        .selectFrom('venue_check')
        .select(['venue', 'result', 'at'])
        .where('subdistrict_id', '=', who.subdistrict)
        .where('sitting_id', '=', id)
        .execute();
      return (await calledTo(organisation, tx, sitting)).map(({ id: venue, shortName }) => {
        const row = rows.find((one) => one.venue === venue);
        return {
          venue: { id: venue, name: shortName },
          check: (row?.result ?? null) as VenueCheck | null,
          at: row?.at ?? null,
        };
      });
    }),
});

export type Checks = ReturnType<typeof createChecks>;
