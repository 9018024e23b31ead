import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, call } from '#platform/contract/call.ts';
import { useText } from '#platform/ui/text.ts';
import {
  addVenueDocument,
  listVenueDocuments,
  putDocumentPage,
  removeVenueDocument,
} from '../../contract.ts';
import { pagesOfFile, UnusableFile } from './pages-of-file.ts';

export interface Bring {
  /** Brings a file to the sitting; under an item, or none. */
  readonly bring: (file: File, item: string | null) => Promise<void>;
  /** How many of how many pages are there, while one is brought. */
  readonly progress: { readonly page: number; readonly pages: number } | null;
  readonly refused: string | null;
}

const titleOf = (name: string): string => (name.replace(/\.[^.]*$/, '').trim() || name).slice(0, 80);

/** Turns a file into pictures of its pages here, and sends them one after the other. */
export const useBring = (sitting: string): Bring => {
  const t = useText();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Bring['progress']>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const send = async (file: File, item: string | null): Promise<void> => {
    const params = { id: sitting };
    const pages = await pagesOfFile(file);
    try {
      setProgress({ page: 0, pages: pages.count });
      const body = { title: titleOf(file.name), item, pages: pages.count };
      const { id: document } = await call(addVenueDocument, { params, body });
      try {
        for (let page = 1; page <= pages.count; page += 1) {
          const blob = await pages.page(page);
          await call(putDocumentPage, { params: { ...params, document, page }, body: blob });
          setProgress({ page, pages: pages.count });
        }
      } catch (error) {
        await call(removeVenueDocument, { params: { ...params, document } }).catch(() => undefined);
        throw error;
      }
    } finally {
      pages.close();
    }
  };

  return {
    progress,
    refused,
    bring: async (file, item) => {
      setRefused(null);
      setProgress({ page: 0, pages: 0 });
      try {
        await send(file, item);
      } catch (error) {
        if (error instanceof UnusableFile) setRefused(t(`venues.file-${error.kind}`));
        else setRefused(error instanceof CallError ? error.message : t('venues.file-broken'));
      } finally {
        setProgress(null);
        await queries.invalidateQueries({ queryKey: [listVenueDocuments.id] });
      }
    },
  };
};
