import type { OrganisationService } from '#modules/organisation/server';
import type { Platform } from '#platform/server/dependencies.ts';

/** What the use cases of meetings work with. */
export interface Dependencies {
  readonly platform: Platform;
  readonly organisation: OrganisationService;
}
