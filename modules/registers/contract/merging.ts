import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { ResidentBrief } from './residents.ts';

/** Why two entries may be one person, the surest first. */
export const likenesses = ['door', 'phone', 'birth'] as const;

export const DuplicatePair = z
  .object({
    why: z.enum(likenesses).describe('door 同名同生日同住址；phone 同名同电话；birth 同名同生日、住址不同'),
    one: ResidentBrief.extend({ revision: z.int() }),
    other: ResidentBrief.extend({ revision: z.int() }),
    differ: z.array(z.object({ element: z.string(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'DuplicatePair' });
export type DuplicatePair = z.output<typeof DuplicatePair>;

export const listDuplicates = route({
  id: 'listDuplicates',
  method: 'get',
  path: '/resident-duplicates',
  summary: '可能重复的居民，最像的在前',
  access: 'registers.merge',
  output: z
    .object({ pairs: z.array(DuplicatePair).describe('最多 100 对'), total: z.int() })
    .meta({ id: 'DuplicatePairs' }),
  refusals: [problems.noCommittee],
});

const Pair = z.object({ one: z.uuid(), other: z.uuid() });

export const sayDistinct = route({
  id: 'sayDistinct',
  method: 'post',
  path: '/resident-distinctions',
  summary: '核对过，不是同一个人：以后不再提示',
  access: 'registers.merge',
  body: Pair,
  output: null,
  refusals: [problems.noResident],
});

export const mergeResidents = route({
  id: 'mergeResidents',
  method: 'post',
  path: '/resident-merges',
  summary: '合并为一个人：工作记录、所在户一并归到保留的一位，可撤销',
  access: 'registers.merge',
  body: z.object({
    keep: z.uuid(),
    keepRevision: z.int(),
    other: z.uuid(),
    otherRevision: z.int(),
  }),
  output: z.object({ merge: z.uuid(), records: z.int() }).meta({ id: 'ResidentMerge' }),
  refusals: [problems.noResident, problems.twoPeople, problems.leftAlready, problems.changedMeanwhile],
});

export const undoResidentMerge = route({
  id: 'undoResidentMerge',
  method: 'post',
  path: '/resident-merges/{id}/undo',
  summary: '撤销合并：另一位回到底册，他的记录跟着回去',
  access: 'registers.merge',
  params: IdParams,
  output: z.object({ resident: z.uuid(), records: z.int() }).meta({ id: 'ResidentUnmerge' }),
  refusals: [problems.noMerge, problems.mergedFurther, problems.alreadyThere, problems.knownElsewhere],
});
