import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { permissionsOf } from '../domain/permissions.ts';
import type { Auth } from './auth.ts';
import type { Sessions } from './authenticate.ts';
import type { Cookies } from './cookies.ts';
import type { IdentityOptions } from './service-types.ts';
import type { Throttle } from './throttle.ts';
import type { Topics } from './topics.ts';

/** What the parts of this module work with. */
export interface Context {
  readonly platform: Platform;
  readonly organisation: OrganisationService;
  readonly options: IdentityOptions;
  readonly auth: Auth;
  readonly cookies: Cookies;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly topics: Topics;
  /** Work the caller must not wait for (and must not be able to time); ended at stop. */
  readonly inBackground: (work: () => Promise<unknown>) => void;
}

/** An account as an actor where there is no session yet: wrong tries, one-time links. */
export const actorOfAccount = (member: {
  account: string;
  subdistrict: string;
  name: string;
  roles: readonly string[];
  committee: string | null;
}): Actor => ({
  ...member,
  department: null,
  cadre: null,
  permissions: permissionsOf(member.roles),
});
