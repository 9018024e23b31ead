import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { departureReasons } from '../domain/departure.ts';
import { guardedTags, handTags, openTags, residentTags, type TagName } from '../domain/tags.ts';
import { problems } from '../problems.ts';

/** Marks by rule over what is known, and by hand; those on health and hardship are not shown before opening. */
export const ResidentTag = z
  .enum(Object.keys(residentTags) as [TagName, ...TagName[]])
  .meta({ id: 'ResidentTag' });
export type ResidentTag = TagName;
const OpenTag = z.enum(openTags as [TagName, ...TagName[]]);
const GuardedTag = z.enum(guardedTags as [TagName, ...TagName[]]);
const HandTag = z.enum(handTags as [TagName, ...TagName[]]);

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
    left: z
      .object({ on: z.iso.date(), for: z.enum(departureReasons) })
      .nullable()
      .describe('已搬走或去世'),
  })
  .meta({ id: 'ResidentBrief' });
export type ResidentBrief = z.output<typeof ResidentBrief>;

/** One thing known of a person; `value` is masked or full as the route says. */
export const ResidentFact = z
  .object({ element: z.string(), zh: z.string(), en: z.string(), value: z.string() })
  .meta({ id: 'ResidentFact' });
export type ResidentFact = z.output<typeof ResidentFact>;

/** What stood before a change: only the facts that were changed, as they were. */
export const ResidentChange = z
  .object({
    at: z.string(),
    by: z.string(),
    source: z.enum(['typed', 'import', 'merge', 'unmerge', 'left', 'back', 'closed']),
    before: z.array(ResidentFact).describe('改动前的内容；空着表示原先没有'),
  })
  .meta({ id: 'ResidentChange' });
export type ResidentChange = z.output<typeof ResidentChange>;

export const Resident = ResidentBrief.extend({
  committee: z.uuid(),
  facts: z.array(ResidentFact).describe('默认打码'),
  changes: z.array(ResidentChange).describe('最近的改动，新的在前，打码'),
  household: z.uuid().nullable(),
  mergedFrom: z.array(z.object({ merge: z.uuid(), name: z.string(), at: z.string(), by: z.string() })),
  revision: z.int(),
}).meta({ id: 'Resident' });
export type Resident = z.output<typeof Resident>;

/** The same person in full: sent only by `openResident`, which says in the audit who asked and why. */
export const OpenedResident = z
  .object({
    id: z.uuid(),
    name: z.string(),
    facts: z.array(ResidentFact),
    tags: z.array(ResidentTag).describe('全部标记'),
    leftNote: z.string().describe('搬走或去世的说明'),
    changes: z.array(ResidentChange),
  })
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

export const ResidentPage = z
  .object({ residents: z.array(ResidentBrief), total: z.int(), pageSize: z.int() })
  .meta({ id: 'ResidentPage' });

export const listResidents = route({
  id: 'listResidents',
  method: 'get',
  path: '/residents',
  summary: '本居委的居民，按楼号室号排列',
  access: 'residents.read',
  query: z.object({
    tag: OpenTag.optional(),
    left: z.enum(['true', 'false']).default('false').describe('只列已搬走和去世的'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: ResidentPage,
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

/** By POST and with a reason: who carries a mark on health or hardship is told and kept like a person opened. */
export const listGuardedResidents = route({
  id: 'listGuardedResidents',
  method: 'post',
  reads: true,
  path: '/residents/guarded',
  summary: '按健康、困难类标记列出居民（须说明事由，留痕）',
  access: 'residents.open',
  body: z.object({
    tag: GuardedTag,
    reason: z.enum(openReasons),
    page: z.int().min(1).max(10_000).default(1),
  }),
  output: ResidentPage,
  refusals: [problems.noCommittee],
});

/** What is typed into a form, by element code, as it would stand in a spreadsheet's cell; '' takes it out. */
const TypedValues = z
  .record(z.string().max(40), z.string().max(400))
  .refine((values) => Object.keys(values).length <= 60, '太多');

export const addResident = route({
  id: 'addResident',
  method: 'post',
  path: '/residents',
  summary: '登记一位居民',
  access: 'registers.change',
  body: z.object({
    values: TypedValues,
    anyway: z.boolean().default(false).describe('已有同名同生日同住址的人，仍是另一人'),
  }),
  output: z.object({ id: z.uuid() }).meta({ id: 'AddedResident' }),
  refusals: [problems.noCommittee, problems.fieldsWrong, problems.alreadyThere, problems.knownElsewhere],
});

export const changeResident = route({
  id: 'changeResident',
  method: 'put',
  path: '/residents/{id}',
  summary: '更正一位居民的情况，改动前的内容留存',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int(), values: TypedValues }),
  output: Resident,
  refusals: [
    problems.noResident,
    problems.fieldsWrong,
    problems.alreadyThere,
    problems.knownElsewhere,
    problems.changedMeanwhile,
  ],
});

export const tagResident = route({
  id: 'tagResident',
  method: 'put',
  path: '/residents/{id}/tags',
  summary: '手工标记；按规则得出的标记不能手改',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int(), tags: z.array(HandTag).max(20) }),
  output: Resident,
  refusals: [problems.noResident, problems.changedMeanwhile],
});
