import type { OrganisationService } from '#modules/organisation/server';
import type { Platform } from '#platform/server/dependencies.ts';
import { createAccounts } from './accounts.ts';
import { accountsRoutes } from './accounts-routes.ts';
import { auditRoute } from './audit-route.ts';
import { createAuth } from './auth.ts';
import { createSessions } from './authenticate.ts';
import { linkRoutes } from './claim-links.ts';
import type { Context } from './context.ts';
import { createCookies } from './cookies.ts';
import { liveRoute } from './live-route.ts';
import { ownAccountRoutes } from './own-account.ts';
import { passkeyRoutes } from './passkeys.ts';
import { createService } from './service.ts';
import type { Identity, IdentityOptions } from './service-types.ts';
import { signInRoutes } from './sign-in.ts';
import { createThrottle } from './throttle.ts';
import { tidy } from './tidy.ts';
import { createTopics } from './topics.ts';

export type * from './service-types.ts';

const createBackground = (platform: Platform) => {
  const running = new Set<Promise<unknown>>();
  return {
    run: (work: () => Promise<unknown>): void => {
      const job = work()
        .catch((error: unknown) => platform.log.warn('identity-background', { error }))
        .finally(() => running.delete(job));
      running.add(job);
    },
    idle: async () => {
      await Promise.all(running);
    },
  };
};

/** Accounts, sign-in, sessions, live streams and what each role may do. */
export const createIdentity = (
  platform: Platform,
  organisation: OrganisationService,
  options: IdentityOptions,
): Identity => {
  if (!options.secure) platform.log.info('cookies-without-https', { reason: 'localhost only' });
  const auth = createAuth(platform, options);
  const cookies = createCookies(platform.secrets.keyFor('sessions').toString('base64url'), options.secure);
  const background = createBackground(platform);
  const context: Context = {
    platform,
    organisation,
    options,
    auth,
    cookies,
    sessions: createSessions(platform, cookies),
    throttle: createThrottle(platform),
    topics: createTopics(),
    inBackground: background.run,
  };
  platform.jobs.work('identity-tidy', () => tidy(platform));
  platform.jobs.schedule('identity-tidy', '23 3 * * *');
  const accounts = createAccounts(context);
  return {
    ...createService(context, accounts),
    routes: [
      ...signInRoutes(context),
      ...ownAccountRoutes(context),
      ...passkeyRoutes(context),
      ...accountsRoutes(accounts),
      ...linkRoutes(context),
      auditRoute(context),
      liveRoute(context),
    ],
    stop: background.idle,
  };
};
