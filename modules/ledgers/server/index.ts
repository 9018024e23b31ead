import type { OrganisationService } from '#modules/organisation/server';
import type { RecordsService } from '#modules/records/server';
import type { RegisterService } from '#modules/registers/server';
import type { Db, Tenant } from '#platform/database/database.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import type { LedgerDraft } from '../domain/definition.ts';
import { catalogueLedgers } from '../seeds/catalogue.ts';
import { ledgerSeeds } from '../seeds/index.ts';
import { coverageFor } from './coverage-for-records.ts';
import { declareLedgers } from './declare.ts';
import { createDesigns } from './designs.ts';
import { createExports } from './exports/service.ts';
import { createForms } from './forms/service.ts';
import { createIssues } from './issues/service.ts';
import { rememberOwn } from './own-elements.ts';
import {
  designRoutes,
  exportRoutes,
  formRoutes,
  issueRoutes,
  ledgerRoutes,
  templateRoutes,
} from './routes.ts';
import { createLedgerService, type LedgerService } from './service.ts';
import { createTemplates } from './templates/service.ts';

export type { LedgerDraft } from '../domain/definition.ts';

export interface Upstream {
  readonly organisation: OrganisationService;
  readonly records: RecordsService;
  readonly registers: RegisterService;
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
  const { organisation, records, registers, fontDirs } = upstream;
  const service = createLedgerService(platform, { sources: { organisation, records }, fontDirs });
  const exports = createExports(platform, {
    sources: { organisation, records },
    pictures: records.pictures,
    fontDirs,
  });
  const activities = records.activities.map(({ code }) => code);
  const names = async (tx: Db) => {
    const own = await records.addedElements(tx);
    rememberOwn(own);
    return { elements: [...records.elements, ...own], activities };
  };
  const designs = createDesigns(platform, { sources: { organisation, records }, fontDirs, names });
  const templates = createTemplates(platform, { names: () => records.elements });
  const forms = createForms(platform, {
    sources: { organisation, records, registers },
    designs,
    onOriginal: templates.original,
  });
  const issues = createIssues(platform, { sources: { organisation, records }, fontDirs });
  records.onCoverage(coverageFor({ records }));
  return {
    routes: [
      ...ledgerRoutes(service),
      ...issueRoutes(issues),
      ...exportRoutes(exports),
      ...designRoutes(designs),
      ...formRoutes(forms),
      ...templateRoutes(templates),
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
      return declareLedgers(tx, who, drafts, organisation, await names(tx), '2026-01-01');
    },
  };
};
