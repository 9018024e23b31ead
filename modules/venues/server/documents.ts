import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { VenueDocument } from '../contract.ts';
import { mostDocuments, pagePicture } from '../domain/documents.ts';
import { problems } from '../problems.ts';
import { admit, keyOf, openSitting } from './admission.ts';
import * as repository from './documents-repository.ts';
import { readState, type SittingKey } from './repository.ts';

const sent = ({ there, ...row }: repository.DocumentRow): VenueDocument => ({
  ...row,
  ready: there === row.pages,
});

/**
 * Documents (材料) of a sitting. What is kept are pictures of pages, made in the browser of who brings them: no
 * server and no screen ever opens somebody's file.
 */
export const createDocuments = ({ db, audit, files, secrets, log }: Platform, meetings: MeetingsService) => {
  /** Who runs the sitting, and whose items are on the agenda. */
  const bring = async (tx: Db, who: Actor, id: string): Promise<SittingFacts> => {
    const sitting = await admit(meetings, tx, who, id);
    if (!meetings.mayWatch(who, sitting)) throw new Refusal(problems.notFound);
    return sitting;
  };

  const mustFind = async (tx: Db, who: Actor, id: string, document: string) => {
    const found = (await repository.documentsOf(tx, keyOf(who, id))).find((one) => one.id === document);
    if (!found) throw new Refusal(problems.noSuchDocument);
    return found;
  };

  const forget = async (keys: readonly (string | null)[]): Promise<void> => {
    for (const key of keys)
      if (key) await files.remove(key).catch((error: unknown) => log.warn('venues-documents', { error }));
  };

  const opened = async (page: repository.PageRow | undefined): Promise<RawReply> => {
    const sealed = page && (await files.get(page.key));
    if (!page || !sealed) throw new Refusal(problems.noSuchPage);
    return { type: page.type, content: secrets.openBytes(page.key, sealed) };
  };

  return {
    list: (who: Actor, id: string): Promise<VenueDocument[]> =>
      db.read(who, async (tx) => {
        await bring(tx, who, id);
        return (await repository.documentsOf(tx, keyOf(who, id))).map(sent);
      }),

    add: (
      who: Actor,
      id: string,
      draft: { readonly title: string; readonly item: string | null; readonly pages: number },
    ): Promise<VenueDocument> =>
      db.transaction(who, async (tx) => {
        const key = keyOf(who, id);
        await openSitting(tx, who, await bring(tx, who, id), true);
        const items = await meetings.items(tx, id);
        if (draft.item !== null && !items.some((item) => item.id === draft.item))
          throw new Refusal(problems.noSuchItem);
        if ((await repository.documentsOf(tx, key)).length >= mostDocuments)
          throw new Refusal(problems.tooManyDocuments);
        const document = newId();
        await repository.addDocument(tx, key, {
          ...draft,
          id: document,
          account: who.account,
          name: who.name,
        });
        const added = sent(await mustFind(tx, who, id, document));
        await audit.record(tx, who, 'venues.document-added', document, { sitting: id, pages: draft.pages });
        return added;
      }),

    putPage: async (
      who: Actor,
      id: string,
      document: string,
      page: number,
      bytes: Uint8Array,
    ): Promise<void> => {
      const picture = pagePicture(bytes);
      await db.read(who, async (tx) => {
        await bring(tx, who, id);
        if (page > (await mustFind(tx, who, id, document)).pages) throw new Refusal(problems.noSuchPage);
        if (!picture) throw new Refusal(problems.notAPicture);
      });
      if (!picture) return;
      const key = `${who.subdistrict}/${newId()}`;
      await files.put(key, secrets.sealBytes(key, bytes), 'application/octet-stream');
      const replaced = await db.transaction(who, async (tx) => {
        await openSitting(tx, who, await bring(tx, who, id), true);
        await mustFind(tx, who, id, document);
        const row = { key, bytes: bytes.length, ...picture };
        const before = await repository.putPage(tx, who.subdistrict, document, page, row);
        await audit.record(tx, who, 'venues.document-page', document, { sitting: id, page });
        return before;
      });
      await forget([replaced]);
    },

    remove: async (who: Actor, id: string, document: string): Promise<void> => {
      const keys = await db.transaction(who, async (tx) => {
        await bring(tx, who, id);
        await mustFind(tx, who, id, document);
        if ((await readState(tx, keyOf(who, id), true)).document?.id === document)
          throw new Refusal(problems.documentShown);
        const gone = await repository.removeDocument(tx, who.subdistrict, document, who.name);
        await audit.record(tx, who, 'venues.document-removed', document, { sitting: id });
        return gone;
      });
      await forget(keys);
    },

    /** A venue gets pages of what is shown now; who runs the sitting, of all. */
    page: async (who: Actor, id: string, document: string, page: number): Promise<RawReply> =>
      opened(
        await db.read(who, async (tx) => {
          const sitting = await admit(meetings, tx, who, id);
          const { document: shown } = await readState(tx, keyOf(who, id));
          if (!meetings.mayWatch(who, sitting) && shown?.id !== document)
            throw new Refusal(problems.noSuchPage);
          const known = await repository.documentsOf(tx, keyOf(who, id));
          if (!known.some((one) => one.id === document)) throw new Refusal(problems.noSuchPage);
          return repository.readPage(tx, who.subdistrict, document, page);
        }),
      ),

    /** The page for our own recorder. */
    pageFor: async (key: SittingKey, document: string, page: number): Promise<RawReply> =>
      opened(await db.read(key, (tx) => repository.readPage(tx, key.subdistrict, document, page))),
  };
};

export type Documents = ReturnType<typeof createDocuments>;
