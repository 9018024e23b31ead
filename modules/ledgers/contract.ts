import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { Filter } from './domain/filter.ts';

export type { Filter as LedgerFilter } from './domain/filter.ts';

import { exportFormats, fileTypes, Month, Purpose } from './contract/words.ts';
import { frequencies, grains, levels } from './domain/names.ts';
import { fileProblems, problems, templateProblems } from './problems.ts';

export * from './contract/design.ts';
export * from './contract/exports.ts';
export * from './contract/forms.ts';
export * from './contract/issues.ts';
export * from './contract/templates.ts';
export { type ExportFormat, exportFormats, type Purpose, purposes } from './contract/words.ts';

/** A department's view over records; it stores no values. */
export const Ledger = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    department: z.object({ id: z.uuid(), name: z.string() }),
    grain: z.enum(grains).describe('event 一事一行；resident 一人一行；summary 汇总'),
    level: z.enum(levels),
    frequency: z.enum(frequencies),
    legalBasis: z.string(),
  })
  .meta({ id: 'Ledger' });
export type Ledger = z.output<typeof Ledger>;

export const LedgerBrief = Ledger.extend({ rows: z.int().describe('所选月份的行数') }).meta({
  id: 'LedgerBrief',
});
export type LedgerBrief = z.output<typeof LedgerBrief>;

export const LedgerColumn = z
  .object({
    key: z.string(),
    path: z.array(z.string()).describe('合并表头，自上而下'),
    align: z.enum(['left', 'center', 'right']),
    opens: z.boolean().describe('点数字可看到是哪些行'),
    blank: z.boolean().describe('纸上手填、签名的列'),
    brief: z.boolean().describe('屏幕上的简表也有'),
    filters: z.boolean().describe('可以按它筛选'),
  })
  .meta({ id: 'LedgerColumn' });
export type LedgerColumn = z.output<typeof LedgerColumn>;

/** A row: of an act (`record`), of a person (`record` is the latest act), or a committee's month. */
export const LedgerRow = z
  .object({
    key: z.string(),
    record: z.uuid().nullable(),
    committee: z.uuid().nullable(),
    month: z.string().nullable().describe('汇总行的月份'),
    cells: z.array(z.object({ text: z.string(), flag: z.string().nullable().describe('如：偏高') })),
    source: z.enum(['typed', 'voice', 'import', 'api', 'derived']).nullable(),
    corrected: z.boolean(),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.output<typeof LedgerRow>;

export const LedgerPage = z
  .object({
    ledger: Ledger,
    committee: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('空为全部居委会'),
    month: z.string(),
    period: z.string().describe('如 2026年11月、截至2026年11月24日'),
    columns: z.array(LedgerColumn),
    behind: z.string().nullable().describe('点开汇总数字时，是哪一格：血压偏高 人数'),
    rows: z.array(LedgerRow),
    totals: z.array(z.string()).nullable(),
    total: z.int().nullable().describe('空：行很多，行数另问（countLedgerRows），先看这一页'),
    more: z.boolean().describe('后面还有'),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'LedgerPage' });
export type LedgerPage = z.output<typeof LedgerPage>;

/** How one act came to be, and where else it stands. */
export const LedgerRowStory = z
  .object({
    record: z.uuid(),
    enteredAt: z.string(),
    enteredBy: z.string(),
    source: z.enum(['typed', 'voice', 'import', 'api', 'derived']),
    alsoIn: z.array(z.object({ id: z.uuid(), name: z.string(), department: z.string() })),
    savedCells: z.int().describe('一次录入，少抄的格数'),
    corrections: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        reason: z.string(),
        changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
      }),
    ),
  })
  .meta({ id: 'LedgerRowStory' });
export type LedgerRowStory = z.output<typeof LedgerRowStory>;

export const PaperPage = z
  .object({
    svg: z.string(),
    page: z.int(),
    pages: z.int(),
    masked: z.boolean().describe('真：姓名已遮，其余与打印完全一致'),
  })
  .meta({ id: 'PaperPage' });
export type PaperPage = z.output<typeof PaperPage>;

/** Which rows: a committee (its own cadres never need to say it) or all, and a month. */
const where = {
  committee: z.uuid().optional(),
  month: Month.optional().describe('默认本月'),
  until: Month.optional().describe('到这个月为止，最多三年'),
};
const page = { page: z.coerce.number().int().min(1).max(100_000).default(1) };
const sort = z.string().max(30).optional().describe('列的代号');
/** In an address, and in a body. */
const sorting = { sort, descending: z.enum(['true', 'false']).default('false') };
const sortingGiven = { sort, descending: z.boolean().default(false) };

export const listLedgers = route({
  id: 'listLedgers',
  method: 'get',
  path: '/ledgers',
  summary: '我能看的台账：居委会看全部，部门看自己的',
  access: 'ledgers.read',
  query: z.object({ month: Month.optional() }),
  output: z.array(LedgerBrief),
});

export const getLedgerPage = route({
  id: 'getLedgerPage',
  method: 'get',
  path: '/ledgers/{id}/page',
  summary: '台账的一页，每页 50 行，姓名打码',
  access: 'ledgers.read',
  params: IdParams,
  query: z.object({ ...where, ...page, ...sorting }),
  output: LedgerPage,
  refusals: [problems.noLedger, problems.noColumn],
});

/** By POST: what is typed may be a name, and addresses end up in logs. */
export const filterLedger = route({
  id: 'filterLedger',
  method: 'post',
  reads: true,
  path: '/ledgers/{id}/rows',
  summary: '按任意几列筛选台账的行，姓名打码',
  access: 'ledgers.read',
  params: IdParams,
  body: z
    .object({
      ...where,
      ...sortingGiven,
      page: z.int().min(1).max(100_000).default(1),
      filters: z.array(Filter).min(1).max(10),
    })
    .meta({ id: 'LedgerRowsAsked' }),
  output: LedgerPage,
  refusals: [problems.noLedger, problems.noColumn],
});

export const countLedgerRows = route({
  id: 'countLedgerRows',
  method: 'post',
  reads: true,
  path: '/ledgers/{id}/count',
  summary: '台账这些行一共多少',
  access: 'ledgers.read',
  params: IdParams,
  body: z.object({ ...where, filters: z.array(Filter).max(10).default([]) }).meta({ id: 'LedgerCountAsked' }),
  output: z.object({ total: z.int() }).meta({ id: 'LedgerCount' }),
  refusals: [problems.noLedger, problems.noColumn],
});

export const openSummaryCell = route({
  id: 'openSummaryCell',
  method: 'get',
  path: '/ledgers/{id}/cells/{column}',
  summary: '汇总表里一个数字是哪些行',
  access: 'ledgers.read',
  params: IdParams.extend({ column: z.string().min(1).max(30) }),
  query: z.object({
    ...where,
    ...page,
    total: z.enum(['true', 'false']).default('false').describe('合计一行的数字'),
  }),
  output: LedgerPage,
  refusals: [problems.noLedger, problems.noColumn],
});

export const getLedgerRow = route({
  id: 'getLedgerRow',
  method: 'get',
  path: '/ledgers/{id}/rows/{record}',
  summary: '这一条还在哪些台账、怎么来的、改过什么',
  access: 'ledgers.read',
  params: IdParams.extend({ record: z.uuid() }),
  output: LedgerRowStory,
  refusals: [problems.noLedger, problems.noRow],
});

export const previewLedgerPaper = route({
  id: 'previewLedgerPaper',
  method: 'get',
  path: '/ledgers/{id}/paper',
  summary: '纸质台账的一页；说明用途后显示全名，与打印完全一致',
  access: 'ledgers.read',
  params: IdParams,
  query: z.object({
    ...where,
    ...page,
    ...sorting,
    purpose: Purpose.optional().describe('说明用途后显示全名，留痕'),
  }),
  output: PaperPage,
  refusals: [problems.noLedger, problems.noColumn, problems.noPage, problems.cannotPrint],
});

export const exportLedger = route({
  id: 'exportLedger',
  method: 'post',
  path: '/ledgers/{id}/export',
  summary: '导出台账：PDF（固定表样）、Excel、Word 或 CSV，或写进部门自己的文件；用途留痕',
  access: 'ledgers.export',
  params: IdParams,
  body: z
    .object({
      ...where,
      ...sortingGiven,
      as: z.enum(exportFormats),
      purpose: Purpose,
      print: z.boolean().default(false),
      own: z.boolean().default(false).describe('写进部门自己的文件（Excel、Word）'),
    })
    .meta({ id: 'LedgerExport' }),
  output: file(fileTypes.pdf, fileTypes.xlsx, fileTypes.docx, fileTypes.csv),
  refusals: [
    problems.noLedger,
    problems.noColumn,
    problems.cannotPrint,
    problems.noTemplate,
    problems.templateOutdated,
    ...templateProblems,
    ...fileProblems,
  ],
});
