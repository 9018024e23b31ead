import { z } from 'zod';
import { file, route, upload } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { ResidentBrief } from './residents.ts';

export const workbookTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'application/octet-stream',
] as const;
export const workbook = upload(20 * 1024 * 1024, ...workbookTypes);

/** A cell that needs a look: `error` stops the import, `notice` does not. */
export const CellRemark = z
  .object({ cell: z.string().describe('如 C7'), level: z.enum(['error', 'notice']), message: z.string() })
  .meta({ id: 'ResidentCellRemark' });
export type CellRemark = z.output<typeof CellRemark>;

/** What every preview of an import says of the file. */
export const foundInFile = {
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
};
export const DigestQuery = z.object({ digest: z.string().min(1).max(100) });
export const ImportResult = z
  .object({ created: z.int(), updated: z.int(), unchanged: z.int() })
  .meta({ id: 'RegisterImportResult' });

export const importRefusals = [
  problems.notATable,
  problems.columnsMissing,
  problems.cellsWrong,
  problems.fileChanged,
  problems.registerChanged,
  problems.noCommittee,
];

export const ResidentImportPreview = z
  .object({
    ...foundInFile,
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
  query: DigestQuery,
  body: workbook,
  output: ImportResult,
  refusals: importRefusals,
});

export const residentImportTemplate = route({
  id: 'residentImportTemplate',
  method: 'get',
  path: '/residents/import/template',
  summary: '居民表的空白样表',
  access: 'residents.import',
  output: file(workbookTypes[0]),
});
