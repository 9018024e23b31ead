import { z } from 'zod';
import { file, IdParams, route } from '#platform/contract/route.ts';
import { placeRegisters } from '../domain/place-fields.ts';
import { problems } from '../problems.ts';
import { DigestQuery, foundInFile, ImportResult, importRefusals, workbook, workbookTypes } from './import.ts';
import { openReasons, ResidentBrief, ResidentChange, ResidentFact } from './residents.ts';

/** Premises (场所房屋): shops, rented flats, public places. Organisations (单位): companies, schools, owners' committees. */
const Register = z.enum(placeRegisters);

export const PlaceBrief = z
  .object({
    id: z.uuid(),
    register: Register,
    kind: z.string().describe('如 shop、rented、company、school'),
    name: z.string(),
    building: z.string(),
    room: z.string(),
    address: z.string(),
    contact: z.string().nullable().describe('联系人，打码'),
    phone: z.string().nullable().describe('只留末四位'),
  })
  .meta({ id: 'PlaceBrief' });
export type PlaceBrief = z.output<typeof PlaceBrief>;

export const Place = PlaceBrief.extend({
  facts: z.array(ResidentFact).describe('人名和电话打码'),
  changes: z.array(ResidentChange).describe('最近的改动，新的在前，打码'),
  closedOn: z.string().nullable(),
  people: z.array(ResidentBrief).describe('住在这一室的居民，最多 20 位'),
  sameDoor: z.array(PlaceBrief).describe('同一室的其他场所和单位'),
  revision: z.int(),
}).meta({ id: 'Place' });
export type Place = z.output<typeof Place>;

const TypedValues = z
  .record(z.string().max(40), z.string().max(400))
  .refine((values) => Object.keys(values).length <= 60, '太多');

export const listPlaces = route({
  id: 'listPlaces',
  method: 'get',
  path: '/places',
  summary: '本居委的场所房屋或单位，按楼号室号排列',
  access: 'residents.read',
  query: z.object({
    register: Register,
    kind: z.string().max(30).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z
    .object({ places: z.array(PlaceBrief), total: z.int(), pageSize: z.int() })
    .meta({ id: 'PlacePage' }),
  refusals: [problems.noCommittee],
});

export const getPlace = route({
  id: 'getPlace',
  method: 'get',
  path: '/places/{id}',
  summary: '一处场所或一家单位',
  access: 'residents.read',
  params: IdParams,
  output: Place,
  refusals: [problems.noPlace],
});

export const openPlace = route({
  id: 'openPlace',
  method: 'post',
  reads: true,
  path: '/places/{id}/open',
  summary: '查看联系人和电话（须说明事由，留痕）',
  access: 'residents.open',
  params: IdParams,
  body: z.object({ reason: z.enum(openReasons) }),
  output: z
    .object({ id: z.uuid(), facts: z.array(ResidentFact), changes: z.array(ResidentChange) })
    .meta({ id: 'OpenedPlace' }),
  refusals: [problems.noPlace],
});

export const addPlace = route({
  id: 'addPlace',
  method: 'post',
  path: '/places',
  summary: '登记一处场所或一家单位',
  access: 'registers.change',
  body: z.object({ register: Register, values: TypedValues }),
  output: z.object({ id: z.uuid() }).meta({ id: 'AddedPlace' }),
  refusals: [problems.noCommittee, problems.fieldsWrong, problems.placeThere],
});

export const changePlace = route({
  id: 'changePlace',
  method: 'put',
  path: '/places/{id}',
  summary: '更正一处场所或一家单位',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int(), values: TypedValues }),
  output: Place,
  refusals: [problems.noPlace, problems.fieldsWrong, problems.placeThere, problems.changedMeanwhile],
});

export const closePlace = route({
  id: 'closePlace',
  method: 'post',
  path: '/places/{id}/close',
  summary: '已关闭或迁走：不再列出，写过的记录仍在',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int() }),
  output: null,
  refusals: [problems.noPlace, problems.changedMeanwhile],
});

export const PlaceImportPreview = z
  .object({ ...foundInFile, sample: z.array(PlaceBrief.omit({ id: true })).describe('前几行，打码') })
  .meta({ id: 'PlaceImportPreview' });
export type PlaceImportPreview = z.output<typeof PlaceImportPreview>;

export const previewPlaceImport = route({
  id: 'previewPlaceImport',
  method: 'post',
  path: '/places/import/preview',
  summary: '预览场所表或单位表：逐格列出问题，不写入',
  access: 'residents.import',
  query: z.object({ register: Register }),
  body: workbook,
  output: PlaceImportPreview,
  refusals: [problems.notATable, problems.columnsMissing, problems.noCommittee],
});

export const importPlaces = route({
  id: 'importPlaces',
  method: 'post',
  path: '/places/import',
  summary: '写入场所表或单位表：要么全部写入，要么一行不写',
  access: 'residents.import',
  query: DigestQuery.extend({ register: Register }),
  body: workbook,
  output: ImportResult,
  refusals: importRefusals,
});

export const placeImportTemplate = route({
  id: 'placeImportTemplate',
  method: 'get',
  path: '/places/import/template',
  summary: '场所表或单位表的空白样表',
  access: 'residents.import',
  query: z.object({ register: Register }),
  output: file(workbookTypes[0]),
});
