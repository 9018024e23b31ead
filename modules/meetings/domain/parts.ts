import type { NeededPart } from '../contract.ts';
import type { Need } from './timetable.ts';

type Post = NeededPart['posts'][number];

interface Member {
  readonly committeeId: string | null;
  readonly posts: readonly string[];
}

/**
 * Groups a sitting's needs into parts of the audience with the same items, earliest first, each named by
 * the posts it was called by (`named`, in the order they are to be read).
 */
export const partsOf = (
  needs: readonly Need[],
  cadres: ReadonlyMap<string, Member>,
  named: ReadonlyMap<string, readonly Post[]>,
): NeededPart[] =>
  [...Map.groupBy(needs, ({ items }) => items.join())].map(([, group]) => {
    const members = group.flatMap(({ cadre }) => cadres.get(cadre) ?? []);
    const called = [...new Set((group[0]?.items ?? []).flatMap((item) => named.get(item) ?? []))];
    return {
      posts: called.filter((post) => members.some(({ posts }) => posts.includes(post))),
      cadres: group.length,
      committees: new Set(members.map(({ committeeId }) => committeeId)).size,
      from: group[0]?.from ?? '',
      until: group[0]?.until ?? '',
    };
  });
