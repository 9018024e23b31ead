import type { IdentityService } from '#modules/identity/server';
import type { MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import type { Venue } from '../domain/state.ts';
import { calledTo } from './admission.ts';
import { createChecks } from './checks.ts';
import { createDocuments } from './documents.ts';
import { createLines } from './lines.ts';
import { createMedia, type MediaEngine, type Ticket } from './media.ts';
import { createPatrol } from './patrol.ts';
import { createReconciler } from './reconcile.ts';
import { type OpenRecorderPage, openSittingRecorder, standingOf } from './recording/open.ts';
import { createRecordings } from './recording/service.ts';
import type { SittingKey } from './repository.ts';
import { createRoll } from './roll.ts';
import { bindRoutes } from './routes.ts';
import { createCredentials } from './screen-credentials.ts';
import { screenRoutes } from './screen-routes.ts';
import { createScreens } from './screens.ts';
import { createService } from './service.ts';
import { createSignInCodes } from './sign-in-codes.ts';
import { createRounds } from './small/rounds.ts';
import { smallRoutes } from './small/routes.ts';
import { createSmall } from './small/service.ts';
import { createTickets } from './tickets.ts';
import { createView } from './view.ts';

export type { MediaEngine, Ticket } from './media.ts';
export type { OpenRecorderPage, RecorderPage } from './recording/recorder.ts';

export interface VenuesOptions {
  readonly organisation: OrganisationService;
  readonly meetings: MeetingsService;
  readonly identity: Pick<IdentityService, 'accountNames' | 'limitTries' | 'members' | 'subdistricts'>;
  /** Null: no engine is to be had; everything but pictures and sound works. */
  readonly media: MediaEngine | null;
  /** Browsers reach the engine's signalling at `/media` of our own origin, else at its own address. */
  readonly mediaThroughOrigin: boolean;
  /** Browsers reach the product by HTTPS. */
  readonly secure: boolean;
  /** Opens the page that records a sitting; null: no browser is to be had here. */
  readonly recorderPage: OpenRecorderPage | null;
  /** How long a recording is kept. */
  readonly recordingDays: number;
  /** False while the disk is nearly full. */
  readonly mayWrite: () => boolean;
}

export interface VenuesService {
  /**
   * A way in for a synthetic venue (rehearsals, tests); never offered over HTTP. `practice`: it is shown and
   * heard like any other and counts as nobody's attendance.
   */
  readonly rehearsalTicket: (
    who: Actor,
    sitting: string,
    venue: Venue,
    how?: { practice?: boolean },
  ) => Promise<Ticket>;
}

/** Sittings by video: wall, branch and console screens, floor and programme, presence. */
export const createVenues = (platform: Platform, options: VenuesOptions): ModuleServer & VenuesService => {
  const { organisation, meetings, identity, media: engine, mediaThroughOrigin, secure } = options;
  const media = engine && createMedia(engine, mediaThroughOrigin);
  const orderOf = async (tx: Db, key: SittingKey) => {
    const sitting = await meetings.sitting(tx, key.sitting);
    return sitting ? (await calledTo(organisation, tx, sitting)).map(({ id }) => id) : [];
  };
  const patrol = createPatrol(platform, orderOf, (key) => reconciler?.soon(key));
  const documents = createDocuments(platform, meetings);
  const view = createView({
    organisation,
    meetings,
    video: media !== null,
    recorder: (tx, key, state) => standingOf(tx, key, state, recorder),
  });
  const recorder = openSittingRecorder(platform, { ...options, media, view, documents });
  const reconciler =
    media &&
    createReconciler(platform, meetings, media, (key, state) => {
      patrol.watch(key, state);
      recorder?.watch(key, state);
    });
  const service = createService(platform, meetings, reconciler, patrol, recorder);
  const recordings = createRecordings(platform, {
    meetings,
    keepDays: options.recordingDays,
    available: recorder !== null,
    subdistricts: identity.subdistricts,
  });
  platform.jobs.work('venues-recordings', recordings.expireAll);
  platform.jobs.schedule('venues-recordings', '41 3 * * *');
  const tickets = createTickets(platform, meetings, media);
  const roll = createRoll(platform, meetings, organisation, createSignInCodes(platform, identity));
  const checks = createChecks(platform, meetings, organisation, media);
  const credentials = createCredentials(platform, secure);
  const screens = createScreens(platform, { organisation, meetings, identity });
  const rounds = media && createRounds(platform, meetings, identity, media);
  const small = createSmall(platform, { organisation, meetings, identity, media, rounds });
  return {
    routes: [
      ...bindRoutes(platform, {
        service,
        tickets,
        view,
        media,
        reconciler,
        rounds,
        credentials,
        roll,
        checks,
        lines: createLines(platform, meetings),
        documents,
        recordings,
      }),
      ...smallRoutes(small),
      ...screenRoutes(platform, { screens, credentials, meetings, secure }),
    ],
    rehearsalTicket: tickets.rehearsal,
    stop: async () => {
      patrol.stop();
      await recorder?.stop();
      await rounds?.stop();
      await reconciler?.stop();
    },
  };
};
