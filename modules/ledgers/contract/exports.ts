import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { exportFormats, fileTypes, Month, Purpose } from './words.ts';

/** An export that is made in the background. */
export const LedgerExportJob = z
  .object({
    id: z.uuid(),
    kind: z.enum(['ledger', 'pack']),
    name: z.string().describe('台账名，或迎检包'),
    ledgers: z.int(),
    committee: z.string().nullable().describe('空为全部居委会'),
    month: z.string(),
    until: z.string().nullable(),
    as: z.enum(exportFormats),
    split: z.boolean(),
    state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']),
    progress: z.int().describe('百分比'),
    rows: z.int(),
    bytes: z.int().nullable(),
    failure: z.string().nullable(),
    askedAt: z.string(),
  })
  .meta({ id: 'LedgerExportJob' });
export type LedgerExportJob = z.output<typeof LedgerExportJob>;

const where = { committee: z.uuid().optional(), month: Month, until: Month.optional(), purpose: Purpose };

export const startLedgerExport = route({
  id: 'startLedgerExport',
  method: 'post',
  path: '/ledger-exports',
  summary: '在后台导出：一本台账（可每个居委会一份），或一条线的迎检包（目录、各本台账、签发件）',
  access: 'ledgers.export',
  body: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('ledger'),
        ledger: z.uuid(),
        as: z.enum(exportFormats),
        split: z.boolean().default(false).describe('每个居委会一份，打成一包'),
        own: z.boolean().default(false).describe('写进部门自己的文件（Excel、Word）'),
        ...where,
      }),
      z.object({
        kind: z.literal('pack'),
        ledgers: z.array(z.uuid()).min(1).max(150),
        pictures: z.boolean().default(false).describe('附各条记录的照片'),
        ...where,
      }),
    ])
    .meta({ id: 'LedgerExportAsked' }),
  output: LedgerExportJob,
  refusals: [problems.noLedger, problems.tooManyExports, problems.noTemplate],
});

export const listLedgerExports = route({
  id: 'listLedgerExports',
  method: 'get',
  path: '/ledger-exports',
  summary: '我的后台导出，新的在前；文件留七天',
  access: 'ledgers.export',
  output: z.array(LedgerExportJob).max(50),
});

export const takeLedgerExport = route({
  id: 'takeLedgerExport',
  method: 'get',
  path: '/ledger-exports/{id}/file',
  summary: '取后台导出的文件，只有提出的人可以取',
  access: 'ledgers.export',
  params: IdParams,
  output: file(fileTypes.pdf, fileTypes.xlsx, fileTypes.docx, fileTypes.csv, fileTypes.zip),
  refusals: [problems.noExport, problems.exportNotReady],
});

export const cancelLedgerExport = route({
  id: 'cancelLedgerExport',
  method: 'post',
  path: '/ledger-exports/{id}/cancel',
  summary: '不要了：停下正在做的导出',
  access: 'ledgers.export',
  params: IdParams,
  output: LedgerExportJob,
  refusals: [problems.noExport, problems.exportOver],
});
