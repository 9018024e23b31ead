import { z } from 'zod';
import { IdParams, route, upload } from '#platform/contract/route.ts';
import { TemplateFilling } from '../domain/template-filling.ts';
import { fileProblems, problems, templateProblems } from '../problems.ts';
import { fileTypes } from './words.ts';

export const mostTemplateBytes = 10 * 1024 * 1024;

/** A department's own file, what stands in it and what is written where. */
export const LedgerTemplate = z
  .object({
    id: z.uuid(),
    kind: z.enum(['xlsx', 'docx']),
    name: z.string(),
    sheet: z.string().nullable(),
    inUse: z.boolean().describe('确认过，导出时用它'),
    version: z.int(),
    addedBy: z.string(),
    addedAt: z.string(),
    columns: z.array(
      z.object({
        path: z.string().describe('文件里的列名（多层用“/”隔开），或 Word 里的记号'),
        key: z.string().nullable().describe('填台账的哪一列；空为不填'),
        sure: z.boolean().describe('同名或已确认；否则请看一眼'),
      }),
    ),
    lines: z.array(
      z.object({ place: z.string(), found: z.string(), text: z.string().describe('填成什么；空为不动') }),
    ),
    ledgerColumns: z.array(z.object({ key: z.string(), label: z.string() })),
  })
  .meta({ id: 'LedgerTemplate' });
export type LedgerTemplate = z.output<typeof LedgerTemplate>;

export const listLedgerTemplates = route({
  id: 'listLedgerTemplates',
  method: 'get',
  path: '/ledgers/{id}/templates',
  summary: '本部门给这本台账用的文件，新的在前',
  access: 'ledgers.design',
  params: IdParams,
  output: z.array(LedgerTemplate).max(20),
  refusals: [problems.noLedger],
});

export const addLedgerTemplate = route({
  id: 'addLedgerTemplate',
  method: 'post',
  path: '/ledgers/{id}/templates',
  summary: '交一份本部门自己的表（.xlsx 或 .docx），读出各列并建议填什么；确认前不用它',
  access: 'ledgers.design',
  params: IdParams,
  query: z.object({ name: z.string().trim().min(1).max(120).default('表样') }),
  body: upload(mostTemplateBytes, fileTypes.xlsx, fileTypes.docx, 'application/octet-stream'),
  output: LedgerTemplate,
  refusals: [problems.noLedger, ...fileProblems, ...templateProblems],
});

export const confirmLedgerTemplate = route({
  id: 'confirmLedgerTemplate',
  method: 'put',
  path: '/ledger-templates/{id}',
  summary: '确认各列填什么，从此导出可用这份文件；先试填一遍',
  access: 'ledgers.design',
  params: IdParams,
  body: TemplateFilling.meta({ id: 'TemplateFilling' }),
  output: LedgerTemplate,
  refusals: [problems.noTemplate, problems.templateOutdated, ...fileProblems, ...templateProblems],
});

export const removeLedgerTemplate = route({
  id: 'removeLedgerTemplate',
  method: 'delete',
  path: '/ledger-templates/{id}',
  summary: '不再用这份文件',
  access: 'ledgers.design',
  params: IdParams,
  output: null,
  refusals: [problems.noTemplate],
});
