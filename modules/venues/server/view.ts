import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { BranchVenue, VenuesView } from '../contract.ts';
import { hall, type VenueState } from '../domain/state.ts';
import { admit, calledTo, keyOf } from './admission.ts';
import { everyMs } from './reconcile.ts';
import { type PresenceRow, readHeadCounts, readPresence, readState, type SittingKey } from './repository.ts';

/** A connection counts as there until two rounds have not seen it. */
export const isThere = ({ leftAt, seenAt }: PresenceRow): boolean =>
  leftAt === null && Date.now() - Date.parse(seenAt) < 2.5 * everyMs;

/** A sitting that was ended elsewhere has ended for its screens too. */
const asOf = (state: VenueState, ended: boolean): VenueState =>
  ended ? { ...state, phase: 'ended' } : state;

export interface ViewNeeds {
  readonly organisation: OrganisationService;
  readonly meetings: MeetingsService;
  readonly video: boolean;
  /** How the recording of a sitting stands. */
  readonly recorder: (tx: Db, key: SittingKey, state: VenueState) => Promise<VenuesView['recorder']>;
}

export const createView = ({ organisation, meetings, video, recorder }: ViewNeeds) => {
  const branches = async (tx: Db, key: SittingKey, sitting: SittingFacts, there: ReadonlySet<string>) => {
    const people = await readHeadCounts(tx, key);
    return (await calledTo(organisation, tx, sitting)).map(
      ({ id, code, shortName }): BranchVenue => ({
        id,
        code,
        name: shortName,
        online: there.has(id),
        people: people.get(id) ?? null,
      }),
    );
  };

  const viewOf = async (tx: Db, key: SittingKey, sitting: SittingFacts): Promise<VenuesView> => {
    const id = key.sitting;
    const state = asOf(await readState(tx, key), sitting.state === 'ended');
    const there = new Set((await readPresence(tx, key)).filter(isThere).map(({ venue }) => venue));
    const items = await meetings.items(tx, id);
    return {
      sitting: {
        id,
        title: sitting.title,
        startsAt: sitting.startsAt,
        items: items.map(({ id: item, title, minutes }) => ({ id: item, title, minutes })),
      },
      venues: await branches(tx, key, sitting, there),
      hallOnline: there.has(hall),
      state: state as VenuesView['state'],
      video,
      recorder: await recorder(tx, key, state),
      now: new Date().toISOString(),
    };
  };

  return {
    /** All that a screen needs besides pictures and sound. */
    read: async (tx: Db, who: Actor, id: string): Promise<VenuesView> =>
      viewOf(tx, keyOf(who, id), await admit(meetings, tx, who, id)),
    viewOf,
  };
};
