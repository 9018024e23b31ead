import { useEffect, useState } from 'react';
import { callForFile } from '#platform/contract/call.ts';
import { useText } from '#platform/ui/text.ts';
import type { ShownDocument } from '../../domain/state.ts';
import { useLine } from '../branch/line.ts';

const retryMs = 3_000;

interface Fetched {
  readonly page: number;
  readonly address: string;
}

/**
 * The page that is shown now, as a picture from our own server; the page before stays until it has come. The
 * next one is fetched ahead, so that turning a page is seen at once.
 */
export const DocumentPicture = ({ sitting, document }: { sitting: string; document: ShownDocument }) => {
  const t = useText();
  const line = useLine();
  const { id, page, pages, title } = document;
  const [fetched, setFetched] = useState<readonly Fetched[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: pages of another document are let go
  useEffect(
    () => () =>
      setFetched((all) => {
        for (const { address } of all) URL.revokeObjectURL(address);
        return [];
      }),
    [id],
  );

  const has = (one: number): boolean => fetched.some((each) => each.page === one);
  const missing = !has(page) ? page : page < pages && !has(page + 1) ? page + 1 : null;
  useEffect(() => {
    if (missing === null) return;
    const going = new AbortController();
    const go = async (): Promise<void> => {
      while (!going.signal.aborted) {
        try {
          const params = { id: sitting, document: id, page: missing };
          const blob = await callForFile(line.page, { params, signal: going.signal });
          if (going.signal.aborted) return;
          const address = URL.createObjectURL(blob);
          // A few pages back and ahead; a long document is not kept whole.
          setFetched((all) => {
            const kept = all.filter((each) => Math.abs(each.page - missing) <= 3);
            for (const each of all) if (!kept.includes(each)) URL.revokeObjectURL(each.address);
            return [...kept, { page: missing, address }];
          });
          return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, retryMs));
        }
      }
    };
    void go();
    return () => going.abort();
  }, [missing, sitting, id, line]);

  const shown = fetched.find((each) => each.page === page) ?? fetched.at(-1);
  const name = t('venues.page-of', { title, page, pages });
  return (
    <div className="venue-shown venue-screen" data-document={id} data-page={shown?.page}>
      {shown ? (
        <img className="venue-picture" src={shown.address} alt={name} />
      ) : (
        <span className="venue-no-picture">{t('venues.page-waits')}</span>
      )}
      <span className="venue-shown-name">{name}</span>
    </div>
  );
};
