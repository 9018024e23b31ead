import { z } from 'zod';
import { file, IdParams, route, upload } from '#platform/contract/route.ts';
import { problems } from './problems.ts';

/** Marks the product sets by rule from what is known; those on health are not shown before opening. */
export const ResidentTag = z.enum(['over80', 'alone']).meta({ id: 'ResidentTag' });
export type ResidentTag = z.output<typeof ResidentTag>;

/** A resident as lists show one: enough to tell two people apart, not enough to know them. */
export const ResidentBrief = z
  .object({
    id: z.uuid(),
    name: z.string().describe('打码：王*英'),
    sex: z.enum(['0', '1', '2', '9']).describe('GB/T 2261.1'),
    age: z.int().nullable().describe('周岁'),
    building: z.string(),
    room: z.string(),
    phone: z.string().nullable().describe('只留末四位：*6789'),
    tags: z.array(ResidentTag),
  })
  .meta({ id: 'ResidentBrief' });
export type ResidentBrief = z.output<typeof ResidentBrief>;

/** One thing known of a person; `value` is masked or full as the route says. */
export const ResidentFact = z
  .object({ element: z.string(), zh: z.string(), en: z.string(), value: z.string() })
  .meta({ id: 'ResidentFact' });
export type ResidentFact = z.output<typeof ResidentFact>;

export const Resident = ResidentBrief.extend({
  committee: z.uuid(),
  facts: z.array(ResidentFact).describe('默认打码'),
  revision: z.int(),
}).meta({ id: 'Resident' });
export type Resident = z.output<typeof Resident>;

/** The same person in full: sent only by `openResident`, which says in the audit who asked and why. */
export const OpenedResident = z
  .object({ id: z.uuid(), name: z.string(), facts: z.array(ResidentFact) })
  .meta({ id: 'OpenedResident' });
export type OpenedResident = z.output<typeof OpenedResident>;

/** By POST: what is typed may be a name, a phone or an ID number, and addresses end up in logs. */
export const searchResidents = route({
  id: 'searchResidents',
  method: 'post',
  reads: true,
  path: '/residents/search',
  summary: '找居民：姓名、拼音、首字母、楼号-室号、电话末四位',
  access: 'residents.read',
  body: z.object({ text: z.string().trim().min(1).max(40), limit: z.int().min(1).max(50).default(12) }),
  output: z.array(ResidentBrief),
  refusals: [problems.noCommittee],
});

export const listResidents = route({
  id: 'listResidents',
  method: 'get',
  path: '/residents',
  summary: '本居委的居民，按楼号室号排列',
  access: 'residents.read',
  query: z.object({
    tag: ResidentTag.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z
    .object({ residents: z.array(ResidentBrief), total: z.int(), pageSize: z.int() })
    .meta({ id: 'ResidentPage' }),
  refusals: [problems.noCommittee],
});

export const getResident = route({
  id: 'getResident',
  method: 'get',
  path: '/residents/{id}',
  summary: '一位居民（打码）',
  access: 'residents.read',
  params: IdParams,
  output: Resident,
  refusals: [problems.noResident],
});

/** Why somebody is shown in full; a closed list, so that no name ends up in the audit. */
export const openReasons = ['visit', 'check', 'asked', 'service', 'emergency'] as const;
export type OpenReason = (typeof openReasons)[number];

export const openResident = route({
  id: 'openResident',
  method: 'post',
  reads: true,
  path: '/residents/{id}/open',
  summary: '查看完整信息（须说明事由，留痕）',
  access: 'residents.open',
  params: IdParams,
  body: z.object({ reason: z.enum(openReasons) }),
  output: OpenedResident,
  refusals: [problems.noResident],
});

export const workbookTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'application/octet-stream',
] as const;
const workbook = upload(20 * 1024 * 1024, ...workbookTypes);

/** A cell that needs a look: `error` stops the import, `notice` does not. */
export const CellRemark = z
  .object({ cell: z.string().describe('如 C7'), level: z.enum(['error', 'notice']), message: z.string() })
  .meta({ id: 'ResidentCellRemark' });
export type CellRemark = z.output<typeof CellRemark>;

export const ResidentImportPreview = z
  .object({
    digest: z.string().describe('文件与底册当前状态的指纹，写入时带回'),
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    columns: z.array(
      z.object({
        column: z.string(),
        heading: z.string(),
        element: z.string().nullable(),
        zh: z.string().nullable(),
      }),
    ),
    remarks: z.array(CellRemark).describe('最多 200 条'),
    errors: z.int(),
    notices: z.int(),
    sample: z.array(ResidentBrief.omit({ id: true })).describe('前几行，打码'),
  })
  .meta({ id: 'ResidentImportPreview' });
export type ResidentImportPreview = z.output<typeof ResidentImportPreview>;

export const previewResidentImport = route({
  id: 'previewResidentImport',
  method: 'post',
  path: '/residents/import/preview',
  summary: '预览居民表：逐格列出问题，不写入',
  access: 'residents.import',
  body: workbook,
  output: ResidentImportPreview,
  refusals: [problems.notATable, problems.columnsMissing, problems.noCommittee],
});

/** The file is sent again with the preview's digest: nothing of it is kept on the server in between. */
export const importResidents = route({
  id: 'importResidents',
  method: 'post',
  path: '/residents/import',
  summary: '写入居民表：要么全部写入，要么一行不写',
  access: 'residents.import',
  query: z.object({ digest: z.string().min(1).max(64) }),
  body: workbook,
  output: z
    .object({ created: z.int(), updated: z.int(), unchanged: z.int() })
    .meta({ id: 'ResidentImportResult' }),
  refusals: [
    problems.notATable,
    problems.columnsMissing,
    problems.cellsWrong,
    problems.fileChanged,
    problems.registerChanged,
    problems.noCommittee,
  ],
});

export const residentImportTemplate = route({
  id: 'residentImportTemplate',
  method: 'get',
  path: '/residents/import/template',
  summary: '居民表的空白样表',
  access: 'residents.import',
  output: file(workbookTypes[0]),
});
