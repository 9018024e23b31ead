import type { IdentityService } from '#modules/identity/server';
import type { MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import type { Venue } from '../domain/state.ts';
import { calledTo } from './admission.ts';
import { createChecks } from './checks.ts';
import { createMedia, type MediaEngine, type Ticket } from './media.ts';
import { createPatrol } from './patrol.ts';
import { createReconciler } from './reconcile.ts';
import type { SittingKey } from './repository.ts';
import { createRoll } from './roll.ts';
import { bindRoutes } from './routes.ts';
import { createCredentials } from './screen-credentials.ts';
import { screenRoutes } from './screen-routes.ts';
import { createScreens } from './screens.ts';
import { createService } from './service.ts';
import { createSignInCodes } from './sign-in-codes.ts';
import { createTickets } from './tickets.ts';
import { createView } from './view.ts';

export type { MediaEngine, Ticket } from './media.ts';

export interface VenuesOptions {
  readonly organisation: OrganisationService;
  readonly meetings: MeetingsService;
  readonly identity: Pick<IdentityService, 'accountNames' | 'limitTries'>;
  /** Null: no engine is to be had; everything but pictures and sound works. */
  readonly media: MediaEngine | null;
  /** Browsers reach the engine's signalling at `/media` of our own origin, else at its own address. */
  readonly mediaThroughOrigin: boolean;
  /** Browsers reach the product by HTTPS. */
  readonly secure: boolean;
}

export interface VenuesService {
  /** A way in for a synthetic venue (rehearsals, tests); never offered over HTTP. */
  readonly rehearsalTicket: (who: Actor, sitting: string, venue: Venue) => Promise<Ticket>;
}

/** Sittings by video: wall, branch and console screens, floor and programme, presence. */
export const createVenues = (
  platform: Platform,
  { organisation, meetings, identity, media: engine, mediaThroughOrigin, secure }: VenuesOptions,
): ModuleServer & VenuesService => {
  const media = engine && createMedia(engine, mediaThroughOrigin);
  const orderOf = async (tx: Db, key: SittingKey) => {
    const sitting = await meetings.sitting(tx, key.sitting);
    return sitting ? (await calledTo(organisation, tx, sitting)).map(({ id }) => id) : [];
  };
  const patrol = createPatrol(platform, orderOf, (key) => reconciler?.soon(key));
  const reconciler = media && createReconciler(platform, meetings, media, patrol.watch);
  const service = createService(platform, meetings, reconciler, patrol);
  const tickets = createTickets(platform, meetings, media);
  const view = createView(organisation, meetings, media !== null);
  const roll = createRoll(platform, meetings, organisation, createSignInCodes(platform, identity));
  const checks = createChecks(platform, meetings, organisation, media);
  const credentials = createCredentials(platform, secure);
  const screens = createScreens(platform, { organisation, meetings, identity });
  return {
    routes: [
      ...bindRoutes(platform, { service, tickets, view, media, reconciler, credentials, roll, checks }),
      ...screenRoutes(platform, { screens, credentials, meetings, secure }),
    ],
    rehearsalTicket: tickets.rehearsal,
    stop: async () => {
      patrol.stop();
      await reconciler?.stop();
    },
  };
};
