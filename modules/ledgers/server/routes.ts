import { type BoundRoute, handle } from '#platform/http/bind.ts';
import {
  exportLedger,
  filterLedger,
  getLedgerPage,
  getLedgerRow,
  listLedgers,
  openSummaryCell,
  previewLedgerPaper,
} from '../contract.ts';
import type { LedgerService } from './service.ts';

export const ledgerRoutes = (service: LedgerService): BoundRoute[] => [
  handle(listLedgers, ({ who, query }) => service.list(who, query.month)),
  handle(getLedgerPage, ({ who, params, query }) =>
    service.page(who, params.id, { ...query, descending: query.descending === 'true' }),
  ),
  handle(filterLedger, ({ who, params, body }) => service.page(who, params.id, body)),
  handle(openSummaryCell, ({ who, params, query }) =>
    service.cell(who, params.id, params.column, { ...query, total: query.total === 'true' }),
  ),
  handle(getLedgerRow, ({ who, params }) => service.row(who, params.id, params.record)),
  handle(previewLedgerPaper, ({ who, params, query, signal }) =>
    service.paper(who, params.id, { ...query, descending: query.descending === 'true' }, signal),
  ),
  handle(exportLedger, ({ who, params, body, signal }) => service.export(who, params.id, body, signal)),
];
