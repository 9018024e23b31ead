import { z } from 'zod';

export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .describe('月份，如 2026-11');

/** Why somebody needs it; kept with the export. A closed list, so that no name ends up in it. */
export const purposes = ['filing', 'submission', 'inspection', 'work', 'other'] as const;
export const Purpose = z.enum(purposes).describe('归档、上报、迎检、工作使用、其他');
export type Purpose = z.output<typeof Purpose>;

export const exportFormats = ['pdf', 'xlsx', 'docx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a file that goes out is, by its ending. */
export const fileTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  zip: 'application/zip',
} as const;
