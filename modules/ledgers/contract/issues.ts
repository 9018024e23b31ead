import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { fileTypes, Month, Purpose } from './words.ts';

/** A committee's month as it was signed. */
export const LedgerIssue = z
  .object({
    id: z.uuid(),
    ledger: z.uuid(),
    committee: z.object({ id: z.uuid(), name: z.string() }),
    month: z.string(),
    number: z.int().describe('第几份'),
    issuedBy: z.string(),
    issuedAt: z.string(),
    rows: z.int(),
    rowsHash: z.string().describe('各行 SHA-256 的 SHA-256'),
    files: z.array(
      z.object({
        kind: z.enum(['pdf', 'xlsx']),
        sha256: z.string(),
        bytes: z.int(),
        pages: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'LedgerIssue' });
export type LedgerIssue = z.output<typeof LedgerIssue>;

/** How the ledger now differs from what was signed; names masked. */
export const IssueDifference = z
  .object({
    number: z.int().nullable().describe('签发时的序号；空为签发后新增'),
    kind: z.enum(['changed', 'gone', 'added']),
    record: z.uuid().nullable(),
    who: z.string(),
    cells: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  })
  .meta({ id: 'IssueDifference' });
export type IssueDifference = z.output<typeof IssueDifference>;

export const listLedgerIssues = route({
  id: 'listLedgerIssues',
  method: 'get',
  path: '/ledgers/{id}/issues',
  summary: '这本台账已签发的，新的在前',
  access: 'ledgers.read',
  params: IdParams,
  query: z.object({ committee: z.uuid().optional(), month: Month.optional() }),
  output: z.array(LedgerIssue),
  refusals: [problems.noLedger],
});

export const issueLedger = route({
  id: 'issueLedger',
  method: 'post',
  path: '/ledgers/{id}/issues',
  summary: '签发本居委会的一个月：各行与文件从此不变',
  access: 'ledgers.issue',
  params: IdParams,
  body: z.object({ month: Month }).meta({ id: 'LedgerIssuing' }),
  output: LedgerIssue,
  refusals: [problems.noLedger, problems.cannotPrint, problems.issuedAlready, problems.monthAhead],
});

export const compareLedgerIssue = route({
  id: 'compareLedgerIssue',
  method: 'get',
  path: '/ledger-issues/{id}/differences',
  summary: '签发以后改了什么，姓名打码',
  access: 'ledgers.read',
  params: IdParams,
  output: z.array(IssueDifference).max(500),
  refusals: [problems.noIssue],
});

export const takeIssueFile = route({
  id: 'takeIssueFile',
  method: 'post',
  path: '/ledger-issues/{id}/file',
  summary: '签发时的文件，原样；用途留痕',
  access: 'ledgers.export',
  params: IdParams,
  body: z.object({ kind: z.enum(['pdf', 'xlsx']), purpose: Purpose }).meta({ id: 'IssueFileTaking' }),
  output: file(fileTypes.pdf, fileTypes.xlsx),
  refusals: [problems.noIssue, problems.fileDamaged],
});
