import type { MeetingsService } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { cameraOf } from '../domain/identities.ts';
import { hall, type Venue, type VenueState } from '../domain/state.ts';
import { problems } from '../problems.ts';
import { admit, admitBranch, keyOf, openSitting } from './admission.ts';
import { type Media, rightsOf, type Ticket } from './media.ts';
import { roomFor } from './reconcile.ts';
import { type Claim, claim, readClaim, readPresence } from './repository.ts';
import { isThere } from './view.ts';

/** The device that asks for a venue's camera, by the number it remembers itself under. */
export interface DeviceClaim {
  readonly device: string;
  readonly takeOver: boolean;
}

/** A device that has just been let in counts as there before the engine lists it. */
const settlingMs = 20_000;

/** Gives out the ways into a sitting's room. Every ticket is for one screen, one room, ten minutes. */
export const createTickets = ({ db, audit }: Platform, meetings: MeetingsService, media: Media | null) => {
  const needMedia = (): Media => {
    if (!media) throw new Refusal(problems.noVideo);
    return media;
  };

  const isThereNow = async (tx: Db, who: Actor, id: string, venue: Venue, held: Claim): Promise<boolean> => {
    if (Date.now() - Date.parse(held.claimedAt) < settlingMs) return true;
    return (await readPresence(tx, keyOf(who, id))).some((one) => one.venue === venue && isThere(one));
  };

  /** The state's lock is held, so that of two devices that come at once one is asked. */
  const claimVenue = async (
    tx: Db,
    who: Actor,
    id: string,
    venue: Venue,
    { device, takeOver }: DeviceClaim,
  ) => {
    const held = await readClaim(tx, keyOf(who, id), venue);
    // A screen that comes back is no news: it asks every few seconds while the engine is away.
    if (held?.device === device) return;
    if (held && !takeOver && (await isThereNow(tx, who, id, venue, held)))
      throw new Refusal(problems.deviceElsewhere);
    await claim(tx, who, id, venue, device, new Date().toISOString());
    await audit.record(tx, who, 'venues.device', id, { venue, takeOver });
  };

  const camera = (
    who: Actor,
    id: string,
    venue: Venue,
    state: VenueState,
    practice = false,
  ): Promise<Ticket> => {
    const room = roomFor(keyOf(who, id), state, venue);
    return needMedia().ticket(room, cameraOf(venue), rightsOf(state, venue), practice);
  };

  /** Walls and consoles are where the main venue is: in a group only while it visits it, for all to see. */
  const watcher = async (who: Actor, id: string, identity: string): Promise<Ticket> => {
    const state = await db.transaction(who, async (tx) => {
      const sitting = await admit(meetings, tx, who, id);
      needMedia();
      return openSitting(tx, who, sitting, true);
    });
    return needMedia().ticket(roomFor(keyOf(who, id), state, hall), identity, null);
  };

  return {
    branch: async (who: Actor, id: string, device: DeviceClaim): Promise<Ticket> => {
      const { venue, state } = await db.transaction(who, async (tx) => {
        const { sitting, venue } = await admitBranch(meetings, tx, who, id);
        needMedia();
        const state = await openSitting(tx, who, sitting, true);
        await claimVenue(tx, who, id, venue, device);
        return { venue, state };
      });
      return camera(who, id, venue, state);
    },

    hall: async (who: Actor, id: string, device: DeviceClaim): Promise<Ticket> => {
      const state = await db.transaction(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        needMedia();
        const state = await openSitting(tx, who, sitting, true);
        await claimVenue(tx, who, id, hall, device);
        return state;
      });
      return camera(who, id, hall, state);
    },

    wall: (who: Actor, id: string): Promise<Ticket> => watcher(who, id, `wall:${newId()}`),

    console: (who: Actor, id: string): Promise<Ticket> =>
      watcher(who, id, `console:${who.account}:${newId().slice(-8)}`),

    /** A synthetic venue for rehearsals: the branch's own camera, without an account. It gives way to a device. */
    rehearsal: async (
      who: Actor,
      id: string,
      venue: Venue,
      { practice = false }: { practice?: boolean } = {},
    ): Promise<Ticket> => {
      const state = await db.transaction(who, async (tx) => {
        const sitting = await meetings.sitting(tx, id);
        if (!sitting || (venue !== hall && !sitting.committees.includes(venue)))
          throw new Refusal(problems.notFound);
        const held = await readClaim(tx, keyOf(who, id), venue);
        if (held && (await isThereNow(tx, who, id, venue, held))) throw new Refusal(problems.deviceElsewhere);
        return openSitting(tx, who, sitting);
      });
      return camera(who, id, venue, state, practice);
    },
  };
};
