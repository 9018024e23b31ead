import { z } from 'zod';
import { file, IdParams, route, upload } from '#platform/contract/route.ts';
import { departmentKindCodes, postCodes } from './domain/posts.ts';
import { problems } from './problems.ts';

/** A neighbourhood committee (居委会). */
export const Committee = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    shortName: z.string().describe('会场、表格里用的简称'),
    address: z.string(),
    travelMinutes: z.int().describe('到街道的路程，分钟'),
  })
  .meta({ id: 'Committee' });
export type Committee = z.output<typeof Committee>;

/** A department of the office (科室). */
export const Department = z
  .object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.enum(departmentKindCodes) })
  .meta({ id: 'Department' });
export type Department = z.output<typeof Department>;

/** A cadre (干部) of one committee or one department. The phone is masked; `openCadrePhone` shows it. */
export const Cadre = z
  .object({
    id: z.uuid(),
    name: z.string(),
    committeeId: z.uuid().nullable(),
    departmentId: z.uuid().nullable(),
    posts: z.array(z.enum(postCodes)),
    lines: z.array(z.string()).describe('条线'),
    phone: z.string().nullable().describe('已隐去中间几位'),
    active: z.boolean(),
  })
  .meta({ id: 'Cadre' });
export type Cadre = z.output<typeof Cadre>;

export const Subdistrict = z
  .object({ id: z.uuid(), code: z.string(), name: z.string() })
  .meta({ id: 'Subdistrict' });
export type Subdistrict = z.output<typeof Subdistrict>;

export const getOrganisation = route({
  id: 'getOrganisation',
  method: 'get',
  path: '/organisation',
  summary: '街道和它的家底：部门、居委会、干部各多少',
  access: 'organisation.read',
  output: z
    .object({
      subdistrict: Subdistrict,
      departments: z.int(),
      committees: z.int(),
      cadres: z.int(),
    })
    .meta({ id: 'Organisation' }),
});

export const listCommittees = route({
  id: 'listCommittees',
  method: 'get',
  path: '/committees',
  summary: '全部居委会，按编号',
  access: 'organisation.read',
  output: z.array(Committee),
});

export const CommitteeEdit = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    shortName: z.string().trim().min(1).max(20),
    address: z.string().trim().max(120),
    travelMinutes: z.int().min(0).max(240),
  })
  .meta({ id: 'CommitteeEdit' });

export const updateCommittee = route({
  id: 'updateCommittee',
  method: 'put',
  path: '/committees/{id}',
  summary: '改居委会的名称、地址、路程',
  access: 'organisation.manage',
  params: IdParams,
  body: CommitteeEdit,
  output: Committee,
});

export const listDepartments = route({
  id: 'listDepartments',
  method: 'get',
  path: '/departments',
  summary: '全部部门，按编号',
  access: 'organisation.read',
  output: z.array(Department),
});

export const listCadres = route({
  id: 'listCadres',
  method: 'get',
  path: '/cadres',
  summary: '干部名册，可按居委会、部门、职务筛选',
  access: 'organisation.read',
  query: z.object({
    committee: z.uuid().optional(),
    department: z.uuid().optional(),
    post: z.enum(postCodes).optional(),
  }),
  output: z.array(Cadre),
});

export const openCadrePhone = route({
  id: 'openCadrePhone',
  method: 'post',
  path: '/cadres/{id}/phone',
  summary: '查看一名干部的电话（留痕）',
  access: 'organisation.read',
  params: IdParams,
  output: z.object({ phone: z.string().nullable() }).meta({ id: 'CadrePhone' }),
});

/** Counts of one sheet of an import. Left out: known to the office, not in the file; they stay as they are. */
export const ImportCounts = z
  .object({ added: z.int(), changed: z.int(), unchanged: z.int(), leftOut: z.int() })
  .meta({ id: 'ImportCounts' });
export type ImportCounts = z.output<typeof ImportCounts>;

export const ImportProblem = z
  .object({
    sheet: z.string(),
    cell: z.string().nullable().describe('单元格，如 C7；整张表的问题为空'),
    message: z.string(),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.output<typeof ImportProblem>;

export const OrganisationImport = z
  .object({
    id: z.uuid(),
    departments: ImportCounts,
    committees: ImportCounts,
    cadres: ImportCounts,
    problems: z.array(ImportProblem).describe('最多列出 200 处'),
    problemCount: z.int(),
    applied: z.boolean(),
  })
  .meta({ id: 'OrganisationImport' });
export type OrganisationImport = z.output<typeof OrganisationImport>;

export const spreadsheetTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'application/octet-stream',
] as const;

export const previewOrganisationImport = route({
  id: 'previewOrganisationImport',
  method: 'post',
  path: '/organisation/imports',
  summary: '上传组织架构表格，逐格核对；此时什么都不写入',
  access: 'organisation.manage',
  body: upload(8 * 1024 * 1024, ...spreadsheetTypes),
  output: OrganisationImport,
  refusals: [problems.unreadable],
});

export const applyOrganisationImport = route({
  id: 'applyOrganisationImport',
  method: 'post',
  path: '/organisation/imports/{id}/apply',
  summary: '确认导入：要么全部写入，要么都不写',
  access: 'organisation.manage',
  params: IdParams,
  output: OrganisationImport,
  refusals: [problems.importProblems, problems.importStale, problems.importDone],
});

export const downloadOrganisationTemplate = route({
  id: 'downloadOrganisationTemplate',
  method: 'get',
  path: '/organisation/template',
  summary: '下载组织架构空表（部门、居委会、干部三张表）',
  access: 'organisation.manage',
  output: file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
});

const YearParams = z.object({ year: z.coerce.number().int().min(2000).max(2100) });

const OfficeDay = z.strictObject({
  day: z.iso.date(),
  working: z.boolean().describe('真：上班；假：休息'),
  name: z.string().trim().min(1).max(60).describe('如：国庆节、国庆节调休'),
});

/** A year of the office calendar: what differs from plain weeks, and where that is known from. */
export const OfficeYear = z
  .object({
    year: z.int(),
    /** False: the State Council's notice for this year is not in the product yet. */
    known: z.boolean().describe('是否已有国务院办公厅公布的放假安排'),
    published: z.array(OfficeDay).describe('已公布的放假和调休'),
    entered: z.array(OfficeDay).describe('本街道录入或更正的'),
  })
  .meta({ id: 'OfficeYear' });
export type OfficeYear = z.output<typeof OfficeYear>;

export const getOfficeYear = route({
  id: 'getOfficeYear',
  method: 'get',
  path: '/calendar/{year}',
  summary: '一年的放假和调休；没有数据的年份会说明',
  access: 'organisation.read',
  params: YearParams,
  output: OfficeYear,
});

export const enterOfficeYear = route({
  id: 'enterOfficeYear',
  method: 'put',
  path: '/calendar/{year}',
  summary: '录入或更正一年的放假和调休（整年替换）',
  access: 'calendar.manage',
  params: YearParams,
  body: z.strictObject({ days: z.array(OfficeDay).max(366) }).meta({ id: 'OfficeYearEntry' }),
  output: OfficeYear,
  refusals: [problems.yearOfDay],
});
