import { z } from 'zod';
import { IdParams, route, upload } from '#platform/contract/route.ts';
import { ColumnChoice } from '../domain/forms/choice.ts';
import { askedStates, RowDecision, rowStates } from '../domain/forms/plan.ts';
import { frequencies, grains, levels, periods } from '../domain/names.ts';
import { fileProblems, problems } from '../problems.ts';

/** A form of years fits: what is read at all. */
export const mostFormBytes = 20 * 1024 * 1024;

const formBody = upload(
  mostFormBytes,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'application/octet-stream',
);

export const formStates = ['read', 'declared', 'writing', 'written', 'failed', 'undoing', 'undone'] as const;

const Choice = z
  .record(z.string().max(20), z.unknown())
  .meta({ id: 'FormColumnChoiceData' })
  .describe('这一列作什么：序号、留空、文字、底册、本次工作、数据元、新数据元、汇总');

export const LedgerFormBrief = z
  .object({
    id: z.uuid(),
    title: z.string(),
    form: z.enum(['list', 'card', 'summary']),
    rows: z.int(),
    state: z.enum(formStates),
    progress: z.int(),
    ledger: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
  })
  .meta({ id: 'LedgerFormBrief' });
export type LedgerFormBrief = z.output<typeof LedgerFormBrief>;

export const LedgerFormColumn = z
  .object({
    path: z.string(),
    cell: z.string(),
    type: z.enum(['text', 'number', 'date', 'time']),
    unit: z.string().nullable(),
    filled: z.int().describe('有内容的行数'),
    samples: z.array(z.string()).describe('打码'),
    proposals: z.array(
      z.object({ choice: Choice, label: z.string(), score: z.number().describe('0 到 1，越大越像') }),
    ),
    choice: Choice.describe('已选的；未选时为所建议的'),
  })
  .meta({ id: 'LedgerFormColumn' });
export type LedgerFormColumn = z.output<typeof LedgerFormColumn>;

const CellText = z.object({ sheet: z.int(), cell: z.string(), text: z.string() });

/** What a clerk says of the ledger a form becomes. */
export const LedgerFormAbout = z
  .object({
    name: z.string().trim().min(1).max(60),
    activity: z.string().min(1).max(60),
    grain: z.enum(grains),
    period: z.enum(periods),
    level: z.enum(levels),
    frequency: z.enum(frequencies),
    legalBasis: z.string().trim().max(200),
    committee: z.uuid().nullable().describe('整张表是哪个居委会的；空为各行自己说，或按居民所在'),
    asOf: z.iso.date().describe('没有日期的行算哪一天'),
  })
  .meta({ id: 'LedgerFormAbout' });
export type LedgerFormAbout = z.output<typeof LedgerFormAbout>;

export const LedgerForm = LedgerFormBrief.extend({
  fileKind: z.enum(['xlsx', 'xls', 'csv']),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      form: z.enum(['list', 'card', 'summary']),
      rows: z.int(),
      taken: z.boolean(),
    }),
  ),
  headerRows: z.array(z.int()).nullable(),
  columns: z.array(LedgerFormColumn),
  first: z.array(z.array(z.string())).describe('前几行，打码'),
  notUnderstood: z.array(CellText).describe('没有读懂的，逐格；最多 500 格'),
  notUnderstoodTotal: z.int(),
  lines: z.array(CellText.extend({ kind: z.string() })).describe('表头表尾的行；最多 200 格'),
  about: LedgerFormAbout,
  like: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe('列名与本部门哪本台账相同：可能是它的另一份'),
  version: z.int().nullable().describe('成为台账的第几版'),
  created: z.int().describe('写成的新记录'),
  corrected: z.int().describe('更正的记录'),
  failure: z.string().nullable(),
}).meta({ id: 'LedgerForm' });
export type LedgerForm = z.output<typeof LedgerForm>;

const Choices = z.array(ColumnChoice).min(1).max(60);

export const LedgerFormRow = z
  .object({
    index: z.int(),
    place: z.string().describe('表里第几行，如 第5行、7月 第5行'),
    state: z.enum(rowStates),
    settled: z.boolean(),
    name: z.string().describe('打码'),
    day: z.iso.date().nullable(),
    committee: z.string().nullable(),
    remarks: z.array(
      z.object({ cell: z.string(), level: z.enum(['wrong', 'unusual']), message: z.string() }),
    ),
    people: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          door: z.string(),
          born: z.string(),
          committee: z.string(),
        }),
      )
      .describe('可能是谁，打码'),
    why: z.enum(['several', 'nameOnly', 'differs']).nullable(),
    changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
    values: z.array(z.object({ label: z.string(), text: z.string() })),
    reason: z.string().nullable(),
    record: z.uuid().nullable(),
  })
  .meta({ id: 'LedgerFormRow' });
export type LedgerFormRow = z.output<typeof LedgerFormRow>;

export const LedgerFormRows = z
  .object({
    counts: z.record(z.enum(rowStates), z.int()),
    open: z.int().describe('还要人定的行'),
    rows: z.array(LedgerFormRow),
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    decided: z.partialRecord(z.enum(askedStates), z.unknown()).describe('对一类行统一的决定'),
  })
  .meta({ id: 'LedgerFormRows' });
export type LedgerFormRows = z.output<typeof LedgerFormRows>;

const reading = [problems.formNothing, ...fileProblems];

export const uploadLedgerForm = route({
  id: 'uploadLedgerForm',
  method: 'post',
  path: '/ledger-forms',
  summary: '上传本部门在用的表：读出表头、列、行，逐格列出没读懂的；同一份再传得到同一张',
  access: 'ledgers.design',
  body: formBody,
  output: LedgerForm,
  refusals: [problems.noDepartment, ...reading],
});

export const listLedgerForms = route({
  id: 'listLedgerForms',
  method: 'get',
  path: '/ledger-forms',
  summary: '本部门导入的表',
  access: 'ledgers.design',
  output: z.array(LedgerFormBrief),
});

export const getLedgerForm = route({
  id: 'getLedgerForm',
  method: 'get',
  path: '/ledger-forms/{id}',
  summary: '一张导入的表：怎么读的、各列建议作什么',
  access: 'ledgers.design',
  params: IdParams,
  output: LedgerForm,
  refusals: [problems.noForm],
});

export const chooseLedgerFormSheet = route({
  id: 'chooseLedgerFormSheet',
  method: 'put',
  path: '/ledger-forms/{id}/sheet',
  summary: '改读工作簿里的另一张表',
  access: 'ledgers.design',
  params: IdParams,
  body: z.object({ sheet: z.int().min(0).max(1000) }).meta({ id: 'LedgerFormSheetChosen' }),
  output: LedgerForm,
  refusals: [problems.noForm, problems.formSettled, ...reading],
});

export const draftLedgerForm = route({
  id: 'draftLedgerForm',
  method: 'post',
  reads: true,
  path: '/ledger-forms/{id}/draft',
  summary: '按所选的列排成台账的定义，还不保存',
  access: 'ledgers.design',
  params: IdParams,
  body: z.object({ columns: Choices, about: LedgerFormAbout }).meta({ id: 'LedgerFormDrafted' }),
  output: z
    .object({ definition: z.record(z.string(), z.unknown()), notes: z.array(z.string()) })
    .meta({ id: 'LedgerFormDraft' }),
  refusals: [problems.noForm, problems.definitionWrong],
});

export const declareLedgerForm = route({
  id: 'declareLedgerForm',
  method: 'post',
  path: '/ledger-forms/{id}/ledger',
  summary: '成为台账：新设一本，或作为一本的新一版；原表留作它的样表',
  access: 'ledgers.design',
  params: IdParams,
  body: z
    .object({
      columns: Choices,
      about: LedgerFormAbout,
      ledger: z.uuid().optional().describe('作为哪本台账的新一版'),
      keep: z.boolean().default(false).describe('台账的定义不变，只收行'),
    })
    .meta({ id: 'LedgerFormDeclared' }),
  output: LedgerForm,
  refusals: [
    problems.noForm,
    problems.formSettled,
    problems.formNeeds,
    problems.noLedger,
    problems.noDepartment,
    problems.definitionWrong,
    problems.cannotPrint,
    problems.designChanged,
  ],
});

export const listLedgerFormRows = route({
  id: 'listLedgerFormRows',
  method: 'get',
  path: '/ledger-forms/{id}/rows',
  summary: '每一行会怎样：新的、已有的、不同的、要人定的',
  access: 'ledgers.design',
  params: IdParams,
  query: z.object({
    state: z.enum(rowStates).optional(),
    open: z.enum(['true', 'false']).default('false').describe('只看要人定的'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: LedgerFormRows,
  refusals: [problems.noForm, problems.formNotDeclared],
});

export const decideLedgerFormRows = route({
  id: 'decideLedgerFormRows',
  method: 'put',
  path: '/ledger-forms/{id}/decisions',
  summary: '定下几行，或一类行：是谁、加进底册、属实、不收等',
  access: 'ledgers.design',
  params: IdParams,
  body: z
    .object({
      rows: z
        .array(z.object({ row: z.int().min(0).max(999_999), decision: RowDecision.nullable() }))
        .max(200)
        .default([]),
      all: z
        .array(z.object({ state: z.enum(askedStates), decision: RowDecision.nullable() }))
        .max(10)
        .default([]),
    })
    .meta({ id: 'LedgerFormDecided' }),
  output: z
    .object({ counts: z.record(z.enum(rowStates), z.int()), open: z.int() })
    .meta({ id: 'LedgerFormCounts' }),
  refusals: [problems.noForm, problems.formSettled, problems.formNotDeclared, problems.noSuchPerson],
});

export const writeLedgerForm = route({
  id: 'writeLedgerForm',
  method: 'post',
  path: '/ledger-forms/{id}/write',
  summary: '把定下的行写成记录；在后台做，中断后接着做，每行只写一次',
  access: 'ledgers.design',
  params: IdParams,
  output: LedgerForm,
  refusals: [
    problems.noForm,
    problems.formSettled,
    problems.formNotDeclared,
    problems.formOpen,
    problems.formBusy,
  ],
});

export const undoLedgerForm = route({
  id: 'undoLedgerForm',
  method: 'post',
  path: '/ledger-forms/{id}/undo',
  summary: '整张撤回：写成的记录作废，更正的恢复原样；之后又改过的不动',
  access: 'ledgers.design',
  params: IdParams,
  body: z.object({ reason: z.string().trim().min(1).max(100) }).meta({ id: 'LedgerFormUndone' }),
  output: LedgerForm,
  refusals: [problems.noForm, problems.formSettled],
});

export const FormComparison = z
  .object({
    month: z.string(),
    rows: z.array(
      z.object({
        place: z.string(),
        committee: z.string(),
        month: z.string(),
        numbers: z.array(
          z.object({ label: z.string(), cell: z.string(), form: z.number(), records: z.number().nullable() }),
        ),
      }),
    ),
    same: z.int(),
    different: z.int(),
    unmatched: z.array(z.string()).describe('表里有、本街道没有的居委会，按格'),
  })
  .meta({ id: 'LedgerFormComparison' });
export type FormComparison = z.output<typeof FormComparison>;

export const compareLedgerForm = route({
  id: 'compareLedgerForm',
  method: 'get',
  path: '/ledger-forms/{id}/comparison',
  summary: '汇总表上的数字与记录算出的数字，逐格对照',
  access: 'ledgers.design',
  params: IdParams,
  output: FormComparison,
  refusals: [problems.noForm, problems.formNotDeclared],
});
