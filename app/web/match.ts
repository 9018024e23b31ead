import type { PageEntry } from '#platform/ui/pages.ts';

export interface Match<P> {
  readonly page: P;
  readonly params: Readonly<Record<string, string>>;
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

const read = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

/** Parameters of a pattern in an address, null where it does not fit. */
const paramsIn = (pattern: string[], parts: string[]): Record<string, string> | null => {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const value = read(parts[at] ?? '');
    if (value === null) return null;
    if (wanted.startsWith('$')) params[wanted.slice(1)] = value;
    else if (wanted !== value) return null;
  }
  return params;
};

const variables = (path: string): number => partsOf(path).filter((part) => part.startsWith('$')).length;

/** The page an address leads to; of two that fit, the one with fewer parameters (`/meetings/request` before `/meetings/$id`). */
export const matchPage = <P extends Pick<PageEntry, 'path'>>(
  pages: readonly P[],
  path: string,
): Match<P> | null =>
  pages
    .map((page) => ({ page, params: paramsIn(partsOf(page.path), partsOf(path)) }))
    .filter((match): match is Match<P> => match.params !== null)
    .sort((a, b) => variables(a.page.path) - variables(b.page.path))[0] ?? null;
