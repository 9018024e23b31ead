import type { Db } from '#platform/database/database.ts';
import type { SittingKey } from './repository.ts';

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly item: string | null;
  readonly pages: number;
  /** Pages that are in the store. */
  readonly there: number;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** Documents of a sitting that have not been taken away, the first brought first. */
export const documentsOf = async (tx: Db, { subdistrict, sitting }: SittingKey): Promise<DocumentRow[]> => {
  const rows = await tx
    .selectFrom('venue_document as d')
    .leftJoin('venue_document_page as p', (join) =>
      join.onRef('p.subdistrict_id', '=', 'd.subdistrict_id').onRef('p.document_id', '=', 'd.id'),
    )
    .select(({ fn }) => [
      'd.id',
      'd.title',
      'd.item_id as item',
      'd.pages',
      'd.added_at as addedAt',
      'd.added_by_name as addedBy',
      fn.count<number>('p.page').as('there'),
    ])
    .where('d.subdistrict_id', '=', subdistrict)
    .where('d.sitting_id', '=', sitting)
    .where('d.removed_at', 'is', null)
    .groupBy(['d.subdistrict_id', 'd.id'])
    .orderBy('d.added_at')
    .execute();
  return rows.map((row) => ({ ...row, there: Number(row.there) }));
};

/** Those whose pages are all there. */
export const documentsToShow = async (
  tx: Db,
  key: SittingKey,
): Promise<Map<string, { title: string; pages: number }>> =>
  new Map(
    (await documentsOf(tx, key))
      .filter(({ pages, there }) => there === pages)
      .map(({ id, title, pages }) => [id, { title, pages }]),
  );

export const addDocument = (
  tx: Db,
  { subdistrict, sitting }: SittingKey,
  document: {
    readonly id: string;
    readonly title: string;
    readonly item: string | null;
    readonly pages: number;
    readonly account: string;
    readonly name: string;
  },
) =>
  tx
    .insertInto('venue_document')
    .values({
      subdistrict_id: subdistrict,
      id: document.id,
      sitting_id: sitting,
      item_id: document.item,
      title: document.title,
      pages: document.pages,
      added_at: new Date().toISOString(),
      added_by: document.account,
      added_by_name: document.name,
    })
    .execute();

export interface PageRow {
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Puts a page in its place. @returns the key of the file it replaced */
export const putPage = async (
  tx: Db,
  subdistrict: string,
  document: string,
  page: number,
  { key, type, bytes, width, height }: PageRow,
): Promise<string | null> => {
  const before = await readPage(tx, subdistrict, document, page);
  const values = { file_key: key, type, bytes, width, height };
  await tx
    .insertInto('venue_document_page')
    .values({ subdistrict_id: subdistrict, document_id: document, page, ...values })
    .onConflict((conflict) => conflict.columns(['subdistrict_id', 'document_id', 'page']).doUpdateSet(values))
    .execute();
  return before?.key ?? null;
};

export const readPage = (
  tx: Db,
  subdistrict: string,
  document: string,
  page: number,
): Promise<PageRow | undefined> =>
  tx
    .selectFrom('venue_document_page')
    .select(['file_key as key', 'type', 'bytes', 'width', 'height'])
    .where('subdistrict_id', '=', subdistrict)
    .where('document_id', '=', document)
    .where('page', '=', page)
    .executeTakeFirst();

/** Takes a document away; its pages' files are the caller's to remove. @returns their keys */
export const removeDocument = async (
  tx: Db,
  subdistrict: string,
  document: string,
  by: string,
): Promise<string[]> => {
  await tx
    .updateTable('venue_document')
    .set({ removed_at: new Date().toISOString(), removed_by_name: by })
    .where('subdistrict_id', '=', subdistrict)
    .where('id', '=', document)
    .execute();
  const rows = await tx
    .deleteFrom('venue_document_page')
    .where('subdistrict_id', '=', subdistrict)
    .where('document_id', '=', document)
    .returning('file_key')
    .execute();
  return rows.map(({ file_key }) => file_key);
};
