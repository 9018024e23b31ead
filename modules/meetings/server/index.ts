import type { IdentityService } from '#modules/identity/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import type { MeetingsService } from './interface.ts';
import { maySee } from './policy.ts';
import { meetingsRoutes } from './routes.ts';
import { createService } from './service.ts';
import { createSittings } from './sittings.ts';

export type * from './interface.ts';

/** Requests, convening rules, sittings, invitations and attendance. */
export const createMeetings = (
  platform: Platform,
  organisation: OrganisationService,
  identity: Pick<IdentityService, 'registerTopic'>,
): ModuleServer & MeetingsService => {
  const deps = { platform, organisation };
  const sittings = createSittings(deps);
  const service = createService(deps, sittings);
  identity.registerTopic('sitting', (who, id) =>
    platform.db.read(who, async (tx) => {
      const facts = await service.sitting(tx, id);
      return facts !== null && maySee(who, facts);
    }),
  );
  return { ...service, routes: meetingsRoutes(deps, sittings) };
};
