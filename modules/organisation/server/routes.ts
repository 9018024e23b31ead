import type { Actor } from '#platform/contract/actor.ts';
import { common, Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handle } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import { maskPhone } from '../domain/mask-phone.ts';
import { problems } from '../problems.ts';
import { importRoutes } from './import-routes.ts';
import * as repository from './repository.ts';
import type { CadreFilter, OrganisationService } from './service-types.ts';
import { phonePlace } from './write-organisation.ts';

type Query = { committee?: string | undefined; department?: string | undefined; post?: string | undefined };

const filterOf = ({ committee, department, post }: Query): CadreFilter => ({
  ...(committee === undefined ? {} : { committee }),
  ...(department === undefined ? {} : { department }),
  ...(post === undefined ? {} : { posts: [post as NonNullable<CadreFilter['posts']>[number]] }),
});

const readRoutes = ({ db, secrets }: Platform, service: OrganisationService): BoundRoute[] => [
  handle(contract.getOrganisation, ({ who }) =>
    db.read(who, async (tx) => ({
      subdistrict: await service.subdistrict(tx),
      departments: (await service.departments(tx)).length,
      committees: (await service.committees(tx)).length,
      cadres: (await service.cadres(tx)).length,
    })),
  ),
  handle(contract.listCommittees, ({ who }) => db.read(who, service.committees)),
  handle(contract.listDepartments, ({ who }) => db.read(who, service.departments)),
  handle(contract.listCadres, ({ who, query }) =>
    db.read(who, async (tx) => {
      const rows = await repository.cadres(tx, filterOf(query), false);
      return rows.map(({ phone, ...cadre }) => ({
        ...cadre,
        phone: phone === null ? null : maskPhone(secrets.open(phonePlace, phone)),
      }));
    }),
  ),
  handle(contract.getOfficeYear, ({ who, params }) =>
    db.read(who, (tx) => service.officeYear(tx, params.year)),
  ),
];

/** Reading one number in full leaves a trace. */
const openPhone = ({ db, audit, secrets }: Platform, who: Actor, id: string) =>
  db.transaction(who, async (tx) => {
    const cadre = await repository.findCadre(tx, id);
    if (!cadre) throw new Refusal(common.notFound);
    await audit.record(tx, who, 'cadre.phone-opened', id, {}, cadre.committee_id);
    return { phone: cadre.phone === null ? null : secrets.open(phonePlace, cadre.phone) };
  });

const writeRoutes = (platform: Platform, service: OrganisationService): BoundRoute[] => [
  handle(contract.openCadrePhone, ({ who, params }) => openPhone(platform, who, params.id)),
  handle(contract.updateCommittee, ({ who, params, body }) =>
    platform.db.transaction(who, async (tx) => {
      await repository.nextVersion(tx, who.subdistrict);
      const committee = await repository.updateCommittee(tx, params.id, body);
      if (!committee) throw new Refusal(common.notFound);
      await platform.live.publish(tx, who.subdistrict, 'office', { changed: 'organisation' });
      await platform.audit.record(
        tx,
        who,
        'committee.updated',
        committee.id,
        { code: committee.code },
        committee.id,
      );
      return committee;
    }),
  ),
  handle(contract.enterOfficeYear, ({ who, params: { year }, body: { days } }) =>
    platform.db.transaction(who, async (tx) => {
      const seen = new Set(days.map(({ day }) => day));
      if (seen.size < days.length || days.some(({ day }) => !day.startsWith(`${year}-`)))
        throw new Refusal(problems.yearOfDay);
      await repository.replaceOfficeDays(tx, who.subdistrict, year, days);
      await platform.live.publish(tx, who.subdistrict, 'office', { changed: 'calendar' });
      await platform.audit.record(tx, who, 'calendar.entered', String(year), { days: days.length });
      return service.officeYear(tx, year);
    }),
  ),
];

export const organisationRoutes = (platform: Platform, service: OrganisationService): BoundRoute[] => [
  ...readRoutes(platform, service),
  ...writeRoutes(platform, service),
  ...importRoutes(platform),
];
