import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { relationCodes } from '../domain/household.ts';
import { problems } from '../problems.ts';
import { DigestQuery, foundInFile, ImportResult, importRefusals, workbook, workbookTypes } from './import.ts';
import { ResidentBrief, ResidentChange } from './residents.ts';

/** To the head of the household, by the first digit of GB/T 4761; 0 is the head. */
const Relation = z.enum(relationCodes);

export const HouseholdBrief = z
  .object({
    id: z.uuid(),
    number: z.string().describe('户号'),
    building: z.string(),
    room: z.string(),
    head: z.string().nullable().describe('户主，打码'),
    people: z.int(),
  })
  .meta({ id: 'HouseholdBrief' });
export type HouseholdBrief = z.output<typeof HouseholdBrief>;

export const Household = HouseholdBrief.extend({
  note: z.string(),
  members: z.array(ResidentBrief.extend({ relation: Relation })),
  changes: z.array(ResidentChange).describe('最近的改动，新的在前，打码'),
  revision: z.int(),
}).meta({ id: 'Household' });
export type Household = z.output<typeof Household>;

const HouseholdDraft = z.object({
  number: z.string().trim().max(30).default(''),
  building: z.string().trim().max(20).default(''),
  room: z.string().trim().max(20).default(''),
  note: z.string().trim().max(200).default(''),
  members: z
    .array(z.object({ resident: z.uuid(), relation: Relation }))
    .min(1)
    .max(40),
});
export type HouseholdDraft = z.output<typeof HouseholdDraft>;

export const listHouseholds = route({
  id: 'listHouseholds',
  method: 'get',
  path: '/households',
  summary: '本居委的户，按楼号室号排列',
  access: 'residents.read',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  output: z
    .object({
      households: z.array(HouseholdBrief),
      total: z.int(),
      pageSize: z.int(),
      homeless: z.int().describe('还不属于任何一户的居民人数'),
    })
    .meta({ id: 'HouseholdPage' }),
  refusals: [problems.noCommittee],
});

export const getHousehold = route({
  id: 'getHousehold',
  method: 'get',
  path: '/households/{id}',
  summary: '一户：谁住在一起，谁是户主',
  access: 'residents.read',
  params: IdParams,
  output: Household,
  refusals: [problems.noHousehold],
});

export const addHousehold = route({
  id: 'addHousehold',
  method: 'post',
  path: '/households',
  summary: '立一户；成员从原来的户转来',
  access: 'registers.change',
  body: HouseholdDraft,
  output: Household,
  refusals: [problems.noCommittee, problems.noResident, problems.householdWrong, problems.numberTaken],
});

export const changeHousehold = route({
  id: 'changeHousehold',
  method: 'put',
  path: '/households/{id}',
  summary: '改一户的成员、户主或住址',
  access: 'registers.change',
  params: IdParams,
  body: HouseholdDraft.extend({ revision: z.int() }),
  output: Household,
  refusals: [
    problems.noHousehold,
    problems.noResident,
    problems.householdWrong,
    problems.numberTaken,
    problems.changedMeanwhile,
  ],
});

export const dissolveHousehold = route({
  id: 'dissolveHousehold',
  method: 'post',
  path: '/households/{id}/dissolve',
  summary: '销户：居民仍在底册，只是不再算作一户',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int() }),
  output: null,
  refusals: [problems.noHousehold, problems.changedMeanwhile],
});

export const formHouseholds = route({
  id: 'formHouseholds',
  method: 'post',
  path: '/households/form',
  summary: '按住址成户：同一室、还没有户的居民各成一户',
  access: 'residents.import',
  output: z.object({ households: z.int(), people: z.int() }).meta({ id: 'FormedHouseholds' }),
  refusals: [problems.noCommittee],
});

export const HouseholdImportPreview = z
  .object({
    ...foundInFile,
    people: z.int(),
    sample: z.array(HouseholdBrief.omit({ id: true })).describe('前几户，打码'),
  })
  .meta({ id: 'HouseholdImportPreview' });
export type HouseholdImportPreview = z.output<typeof HouseholdImportPreview>;

export const previewHouseholdImport = route({
  id: 'previewHouseholdImport',
  method: 'post',
  path: '/households/import/preview',
  summary: '预览户表（每人一行）：逐格列出问题，不写入',
  access: 'residents.import',
  body: workbook,
  output: HouseholdImportPreview,
  refusals: [problems.notATable, problems.columnsMissing, problems.noCommittee],
});

export const importHouseholds = route({
  id: 'importHouseholds',
  method: 'post',
  path: '/households/import',
  summary: '写入户表：要么全部写入，要么一行不写',
  access: 'residents.import',
  query: DigestQuery,
  body: workbook,
  output: ImportResult,
  refusals: importRefusals,
});

export const householdImportTemplate = route({
  id: 'householdImportTemplate',
  method: 'get',
  path: '/households/import/template',
  summary: '户表的空白样表',
  access: 'residents.import',
  output: file(workbookTypes[0]),
});
