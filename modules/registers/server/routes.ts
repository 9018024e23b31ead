import { type BoundRoute, handle } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import { blankForm } from './import.ts';
import type { createRegisterService } from './service.ts';

export const registerRoutes = (service: ReturnType<typeof createRegisterService>): BoundRoute[] => [
  handle(contract.searchResidents, ({ who, body }) => service.search(who, body.text, body.limit)),
  handle(contract.listResidents, ({ who, query }) => service.list(who, query.tag, query.page)),
  handle(contract.getResident, ({ who, params }) => service.get(who, params.id)),
  handle(contract.openResident, ({ who, params, body }) => service.open(who, params.id, body.reason)),
  handle(contract.previewResidentImport, ({ who, body }) => service.preview(who, body)),
  handle(contract.importResidents, ({ who, body, query }) => service.import(who, body, query.digest)),
  handle(contract.residentImportTemplate, async () => ({
    type: contract.workbookTypes[0],
    content: await blankForm(),
    name: '居民底册.xlsx',
  })),
];
