import type { DayOverrides } from '#platform/calendar/calendar.ts';
import { isYearPublished } from '#platform/calendar/calendar.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import { publishedDays } from '../domain/office-year.ts';
import * as repository from './repository.ts';
import { organisationRoutes } from './routes.ts';
import { seedOrganisation } from './seed.ts';
import type { OrganisationService } from './service-types.ts';

export type * from './service-types.ts';

/** Subdistrict, departments, committees, cadres and the office calendar; what the other modules ask of them. */
export const createOrganisation = (platform: Platform): ModuleServer & OrganisationService => {
  const service: OrganisationService = {
    subdistrict: async (tx) => {
      const { id, code, name } = await repository.findSubdistrict(tx);
      return { id, code, name };
    },
    committees: repository.committees,
    departments: repository.departments,
    cadres: async (tx, filter) =>
      (await repository.cadres(tx, filter)).map(({ phone: _, active: __, ...cadre }) => cadre),
    dayOverrides: async (tx): Promise<DayOverrides> =>
      new Map((await repository.officeDays(tx)).map(({ day, working }) => [day, working])),
    officeYear: async (tx, year) => ({
      year,
      known: isYearPublished(year),
      published: publishedDays(year),
      entered: await repository.officeDays(tx, `${year}-01-01`, `${year}-12-31`),
    }),
    createSubdistrict: async (tx, subdistrict) => {
      await repository.insertSubdistrict(tx, subdistrict);
    },
    seed: (tx, who, seed) => seedOrganisation(tx, platform.secrets, who.subdistrict, seed),
  };
  return { ...service, routes: organisationRoutes(platform, service) };
};
