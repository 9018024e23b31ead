import { parse } from 'regexparam';
import type { PageEntry } from '#platform/ui/pages.ts';

export interface Match<P> {
  readonly page: P;
  readonly params: Readonly<Record<string, string>>;
}

/** `/sittings/$id` as wouter's matcher writes it. */
const patternOf = (path: string) => parse(path.replaceAll('$', ':'));

/** Parameters of a page's path in an address, null where it does not fit or is not well encoded. */
const paramsIn = (path: string, address: string): Record<string, string> | null => {
  const { keys, pattern } = patternOf(path);
  const found = pattern.exec(address);
  if (found === null) return null;
  try {
    return Object.fromEntries(keys.map((key, at) => [key, decodeURIComponent(found[at + 1] ?? '')]));
  } catch {
    return null;
  }
};

/** The page an address leads to; of two that fit, the one with fewer parameters (`/meetings/request` before `/meetings/$id`). */
export const matchPage = <P extends Pick<PageEntry, 'path'>>(
  pages: readonly P[],
  address: string,
): Match<P> | null =>
  pages
    .map((page) => ({ page, params: paramsIn(page.path, address) }))
    .filter((match): match is Match<P> => match.params !== null)
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? null;
