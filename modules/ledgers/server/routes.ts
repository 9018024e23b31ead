import { type BoundRoute, handle } from '#platform/http/bind.ts';
import {
  addLedgerTemplate,
  cancelLedgerExport,
  chooseLedgerFormSheet,
  compareLedgerForm,
  compareLedgerIssue,
  confirmLedgerTemplate,
  countLedgerRows,
  decideLedgerFormRows,
  declareLedger,
  declareLedgerForm,
  draftLedgerForm,
  exportLedger,
  filterLedger,
  getLedgerDesign,
  getLedgerForm,
  getLedgerPage,
  getLedgerRow,
  issueLedger,
  listLedgerExports,
  listLedgerFormRows,
  listLedgerForms,
  listLedgerIssues,
  listLedgers,
  listLedgerTemplates,
  openSummaryCell,
  previewLedgerDesign,
  previewLedgerPaper,
  removeLedgerTemplate,
  saveLedgerDesign,
  startLedgerExport,
  takeIssueFile,
  takeLedgerExport,
  undoLedgerForm,
  uploadLedgerForm,
  writeLedgerForm,
} from '../contract.ts';
import type { DesignService } from './designs.ts';
import type { ExportService } from './exports/service.ts';
import type { FormService } from './forms/service.ts';
import type { IssueService } from './issues/service.ts';
import type { LedgerService } from './service.ts';
import type { TemplateService } from './templates/service.ts';

export const issueRoutes = (issues: IssueService): BoundRoute[] => [
  handle(listLedgerIssues, ({ who, params, query }) => issues.list(who, params.id, query)),
  handle(issueLedger, ({ who, params, body, signal }) => issues.issue(who, params.id, body.month, signal)),
  handle(compareLedgerIssue, ({ who, params }) => issues.compare(who, params.id)),
  handle(takeIssueFile, ({ who, params, body }) => issues.file(who, params.id, body.kind, body.purpose)),
];

export const templateRoutes = (templates: TemplateService): BoundRoute[] => [
  handle(listLedgerTemplates, ({ who, params }) => templates.list(who, params.id)),
  handle(addLedgerTemplate, ({ who, params, query, body }) =>
    templates.add(who, params.id, body, query.name),
  ),
  handle(confirmLedgerTemplate, ({ who, params, body }) => templates.confirm(who, params.id, body)),
  handle(removeLedgerTemplate, async ({ who, params }) => {
    await templates.remove(who, params.id);
    return undefined;
  }),
];

export const exportRoutes = (exports: ExportService): BoundRoute[] => [
  handle(cancelLedgerExport, ({ who, params }) => exports.cancel(who, params.id)),
  handle(startLedgerExport, ({ who, body }) => exports.start(who, body)),
  handle(listLedgerExports, ({ who }) => exports.list(who)),
  handle(takeLedgerExport, ({ who, params }) => exports.file(who, params.id)),
];

export const designRoutes = (designs: DesignService): BoundRoute[] => [
  handle(getLedgerDesign, ({ who, params }) => designs.get(who, params.id)),
  handle(previewLedgerDesign, ({ who, body, signal }) => designs.preview(who, body, signal)),
  handle(saveLedgerDesign, ({ who, params, body, signal }) =>
    designs.save(who, params.id, body.definition, body.seen, signal),
  ),
  handle(declareLedger, ({ who, body, signal }) => designs.declare(who, body, signal)),
];

export const formRoutes = (forms: FormService): BoundRoute[] => [
  handle(uploadLedgerForm, ({ who, body }) => forms.upload(who, body)),
  handle(listLedgerForms, ({ who }) => forms.list(who)),
  handle(getLedgerForm, ({ who, params }) => forms.get(who, params.id)),
  handle(chooseLedgerFormSheet, ({ who, params, body }) => forms.chooseSheet(who, params.id, body.sheet)),
  handle(draftLedgerForm, ({ who, params, body }) => forms.draft(who, params.id, body)),
  handle(declareLedgerForm, ({ who, params, body, signal }) => forms.declare(who, params.id, body, signal)),
  handle(listLedgerFormRows, ({ who, params, query }) => forms.rows(who, params.id, query)),
  handle(decideLedgerFormRows, ({ who, params, body }) => forms.decide(who, params.id, body)),
  handle(writeLedgerForm, ({ who, params }) => forms.write(who, params.id)),
  handle(undoLedgerForm, ({ who, params, body }) => forms.undo(who, params.id, body.reason)),
  handle(compareLedgerForm, ({ who, params }) => forms.compare(who, params.id)),
];

export const ledgerRoutes = (service: LedgerService): BoundRoute[] => [
  handle(listLedgers, ({ who, query }) => service.list(who, query.month)),
  handle(getLedgerPage, ({ who, params, query }) =>
    service.page(who, params.id, { ...query, descending: query.descending === 'true' }),
  ),
  handle(filterLedger, ({ who, params, body }) => service.page(who, params.id, body)),
  handle(countLedgerRows, ({ who, params, body }) => service.count(who, params.id, body)),
  handle(openSummaryCell, ({ who, params, query }) =>
    service.cell(who, params.id, params.column, { ...query, total: query.total === 'true' }),
  ),
  handle(getLedgerRow, ({ who, params }) => service.row(who, params.id, params.record)),
  handle(previewLedgerPaper, ({ who, params, query, signal }) =>
    service.paper(who, params.id, { ...query, descending: query.descending === 'true' }, signal),
  ),
  handle(exportLedger, ({ who, params, body, signal }) => service.export(who, params.id, body, signal)),
];
