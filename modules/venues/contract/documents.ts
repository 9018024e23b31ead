import { z } from 'zod';
import { file, IdParams, route, upload } from '#platform/contract/route.ts';
import { mostPages, pageBytes } from '../domain/documents.ts';
import { problems } from '../problems.ts';
import { asScreen } from './as-screen.ts';

const Moment = z.iso.datetime({ offset: true });
const pageTypes = ['image/png', 'image/jpeg'] as const;

/** A document brought to a sitting. Its pages are pictures: every screen can show them, and none runs a file. */
export const VenueDocument = z
  .object({
    id: z.uuid(),
    title: z.string(),
    item: z.uuid().nullable(),
    pages: z.int().min(1),
    ready: z.boolean().describe('各页都已上传'),
    addedAt: Moment,
    addedBy: z.string(),
  })
  .meta({ id: 'VenueDocument' });
export type VenueDocument = z.output<typeof VenueDocument>;

const DocumentParams = IdParams.extend({ document: z.uuid() });
const PageParams = DocumentParams.extend({ page: z.coerce.number().int().min(1).max(mostPages) });

export const listVenueDocuments = route({
  id: 'listVenueDocuments',
  method: 'get',
  path: '/sittings/{id}/documents',
  summary: '会议材料',
  access: 'venues.documents',
  params: IdParams,
  output: z.array(VenueDocument).max(40),
  refusals: [problems.notFound, problems.notByVideo],
});

export const addVenueDocument = route({
  id: 'addVenueDocument',
  method: 'post',
  path: '/sittings/{id}/documents',
  summary: '添加会议材料（随后逐页上传图片）',
  access: 'venues.documents',
  params: IdParams,
  body: z
    .object({
      title: z.string().trim().min(1).max(80),
      item: z.uuid().nullable(),
      pages: z.int().min(1).max(mostPages),
    })
    .meta({ id: 'VenueDocumentDraft' }),
  output: VenueDocument,
  refusals: [
    problems.notFound,
    problems.notByVideo,
    problems.ended,
    problems.noSuchItem,
    problems.tooManyDocuments,
  ],
});

export const putDocumentPage = route({
  id: 'putDocumentPage',
  method: 'put',
  path: '/sittings/{id}/documents/{document}/pages/{page}',
  summary: '上传材料的一页（图片）',
  access: 'venues.documents',
  params: PageParams,
  body: upload(pageBytes, ...pageTypes),
  output: null,
  refusals: [
    problems.notFound,
    problems.notByVideo,
    problems.ended,
    problems.noSuchDocument,
    problems.noSuchPage,
    problems.notAPicture,
  ],
});

export const removeVenueDocument = route({
  id: 'removeVenueDocument',
  method: 'delete',
  path: '/sittings/{id}/documents/{document}',
  summary: '去掉会议材料',
  access: 'venues.documents',
  params: DocumentParams,
  output: null,
  refusals: [problems.notFound, problems.notByVideo, problems.noSuchDocument, problems.documentShown],
});

/** A branch gets the pages of the document that is shown now; who runs the sitting gets all. */
export const readDocumentPage = route({
  id: 'readDocumentPage',
  method: 'get',
  path: '/sittings/{id}/documents/{document}/pages/{page}',
  summary: '材料的一页（图片）',
  access: 'meetings.read',
  params: PageParams,
  output: file(...pageTypes),
  refusals: [problems.notFound, problems.notByVideo, problems.noSuchPage],
});

export const readDocumentPageAsScreen = asScreen(readDocumentPage, 'readDocumentPageAsScreen');
