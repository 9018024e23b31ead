import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { hall, type VenueState } from '../domain/state.ts';
import { problems } from '../problems.ts';
import { openState, readState, type SittingKey } from './repository.ts';

export const keyOf = (who: Actor, sitting: string): SittingKey => ({ subdistrict: who.subdistrict, sitting });

/** Lets somebody see a sitting's venues: those called to it, the hall's people, whose items are on it. */
export const admit = async (
  meetings: MeetingsService,
  tx: Db,
  who: Actor,
  id: string,
): Promise<SittingFacts> => {
  const sitting = await meetings.sitting(tx, id);
  if (!sitting || sitting.state === 'cancelled') throw new Refusal(problems.notFound);
  if (!meetings.mayJoin(who, sitting) && !meetings.mayWatch(who, sitting))
    throw new Refusal(problems.notFound);
  if (sitting.mode !== 'video') throw new Refusal(problems.notByVideo);
  return sitting;
};

/** Lets a committee act for its own venue; an account of another committee sees nothing. */
export const admitBranch = async (
  meetings: MeetingsService,
  tx: Db,
  who: Actor,
  id: string,
): Promise<{ sitting: SittingFacts; venue: string }> => {
  const sitting = await admit(meetings, tx, who, id);
  if (who.committee === null || !sitting.committees.includes(who.committee))
    throw new Refusal(problems.notFound);
  return { sitting, venue: who.committee };
};

/**
 * The state of a sitting that is not over; the first who comes opens it. `lock` holds it until the commit, so
 * that acts of many screens come one after the other.
 * @throws {Refusal} ended
 */
export const openSitting = async (
  tx: Db,
  who: Actor,
  sitting: SittingFacts,
  lock = false,
): Promise<VenueState> => {
  await openState(tx, keyOf(who, sitting.id));
  const state = await readState(tx, keyOf(who, sitting.id), lock);
  if (state.phase === 'ended' || sitting.state === 'ended') throw new Refusal(problems.ended);
  return state;
};

/** The committees called to a sitting, in the order of the office's list, as the wall shows them. */
export const calledTo = async (
  organisation: Pick<OrganisationService, 'committees'>,
  tx: Db,
  sitting: SittingFacts,
) => (await organisation.committees(tx)).filter(({ id }) => sitting.committees.includes(id));

/** All venues of a sitting that acts may name. */
export const venuesOf = (sitting: SittingFacts): ReadonlySet<string> =>
  new Set([hall, ...sitting.committees]);
