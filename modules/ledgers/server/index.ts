import type { OrganisationService } from '#modules/organisation/server';
import type { RecordsService } from '#modules/records/server';
import type { Db, Tenant } from '#platform/database/database.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import type { LedgerDraft } from '../domain/definition.ts';
import { catalogueLedgers } from '../seeds/catalogue.ts';
import { ledgerSeeds } from '../seeds/index.ts';
import { coverageFor } from './coverage-for-records.ts';
import { declareLedgers } from './declare.ts';
import { createDesigns } from './designs.ts';
import { createExports } from './exports/service.ts';
import { createIssues } from './issues/service.ts';
import { designRoutes, exportRoutes, issueRoutes, ledgerRoutes } from './routes.ts';
import { createLedgerService, type LedgerService } from './service.ts';

export type { LedgerDraft } from '../domain/definition.ts';

export interface Upstream {
  readonly organisation: OrganisationService;
  readonly records: RecordsService;
  readonly fontDirs: readonly string[];
}

/** What others may ask of ledgers. */
export interface LedgersService {
  /**
   * Declares ledgers for the departments the office has; the product's own when none are given.
   * @returns ids by code
   * @throws {Refusal} definitionWrong
   */
  readonly declare: (
    tx: Db,
    who: Tenant,
    drafts?: readonly LedgerDraft[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** The ledgers a demonstration's departments keep: the product's own and those of the catalogue. */
  readonly demonstration: () => readonly LedgerDraft[];
  /** Also for the command line: the same rows, the same noting. */
  readonly export: LedgerService['export'];
  readonly list: LedgerService['list'];
}

/** Ledgers (台账): departments' declared views over records, on screen and on their paper forms. */
export const createLedgers = (platform: Platform, upstream: Upstream): ModuleServer & LedgersService => {
  const { organisation, records, fontDirs } = upstream;
  const service = createLedgerService(platform, { sources: { organisation, records }, fontDirs });
  const exports = createExports(platform, { sources: { organisation, records }, fontDirs });
  const names = () => ({
    elements: records.elements,
    activities: records.activities.map(({ code }) => code),
  });
  const designs = createDesigns(platform, { sources: { organisation, records }, fontDirs, names });
  const issues = createIssues(platform, { sources: { organisation, records }, fontDirs });
  records.onCoverage(coverageFor({ records }));
  return {
    routes: [
      ...ledgerRoutes(service),
      ...issueRoutes(issues),
      ...exportRoutes(exports),
      ...designRoutes(designs),
    ],
    export: service.export,
    list: service.list,
    demonstration: () => [
      ...ledgerSeeds,
      ...catalogueLedgers({
        typeOf: (code) => records.elements.find((one) => one.code === code)?.type,
        asks: (activity, element) =>
          records.activities
            .find(({ code }) => code === activity)
            ?.elements.some((one) => one.element === element) ?? false,
      }),
    ],
    declare: async (tx, who, drafts = ledgerSeeds) => {
      return declareLedgers(tx, who, drafts, organisation, names(), '2026-01-01');
    },
  };
};
