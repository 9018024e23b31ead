import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { frequencies, levels } from '../domain/names.ts';
import { problems } from '../problems.ts';
import { Month } from './words.ts';

/**
 * A definition as data (`domain/definition.ts` says what it may be); checked as a whole against the office's
 * dictionary when it is shown or saved.
 */
const Definition = z
  .record(z.string().max(40), z.unknown())
  .meta({ id: 'LedgerDefinitionData' })
  .describe('台账的定义：范围、列、排序、表样');

export const LedgerDesign = z
  .object({
    id: z.uuid(),
    name: z.string(),
    versions: z
      .array(
        z.object({
          version: z.int(),
          effectiveFrom: z.iso.date(),
          definition: Definition,
        }),
      )
      .describe('新的在前；旧的不改，印过的纸由它说明'),
  })
  .meta({ id: 'LedgerDesign' });
export type LedgerDesign = z.output<typeof LedgerDesign>;

const PaperDraftPage = z
  .object({ svg: z.string(), page: z.int(), pages: z.int() })
  .meta({ id: 'PaperDraftPage' });

export const getLedgerDesign = route({
  id: 'getLedgerDesign',
  method: 'get',
  path: '/ledgers/{id}/design',
  summary: '本部门一本台账的定义，各版',
  access: 'ledgers.design',
  params: IdParams,
  output: LedgerDesign,
  refusals: [problems.noLedger],
});

export const previewLedgerDesign = route({
  id: 'previewLedgerDesign',
  method: 'post',
  reads: true,
  path: '/ledger-design/preview',
  summary: '按还没保存的定义排出一页纸，姓名打码',
  access: 'ledgers.design',
  body: z
    .object({
      definition: Definition,
      month: Month,
      page: z.int().min(1).max(10_000).default(1),
      committee: z.uuid().optional(),
    })
    .meta({ id: 'LedgerDesignShown' }),
  output: PaperDraftPage,
  refusals: [problems.noLedger, problems.definitionWrong, problems.cannotPrint, problems.noPage],
});

export const saveLedgerDesign = route({
  id: 'saveLedgerDesign',
  method: 'put',
  path: '/ledgers/{id}/design',
  summary: '存为新的一版；记录不动，以前印的按以前的版',
  access: 'ledgers.design',
  params: IdParams,
  body: z
    .object({ definition: Definition, seen: z.int().min(1).max(10_000).describe('所见的版') })
    .meta({ id: 'LedgerDesignSaving' }),
  output: LedgerDesign,
  refusals: [problems.noLedger, problems.definitionWrong, problems.cannotPrint, problems.designChanged],
});

export const declareLedger = route({
  id: 'declareLedger',
  method: 'post',
  path: '/ledgers',
  summary: '本部门新设一本台账',
  access: 'ledgers.design',
  body: z
    .object({
      name: z.string().trim().min(1).max(60),
      level: z.enum(levels),
      frequency: z.enum(frequencies),
      legalBasis: z.string().trim().max(200).default(''),
      definition: Definition,
    })
    .meta({ id: 'NewLedger' }),
  output: LedgerDesign,
  refusals: [problems.noDepartment, problems.definitionWrong, problems.cannotPrint],
});
