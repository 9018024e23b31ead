import type { Audience } from '../contract.ts';

/** A cadre as far as calling up goes; cadres of departments have no committee and are never called. */
export interface Callable {
  readonly id: string;
  readonly committeeId: string | null;
  readonly posts: readonly string[];
}

const inCommittees = ({ committees }: Audience, committee: string): boolean =>
  committees === 'all' || committees.includes(committee);

/** The cadres an audience calls: one of the posts, in one of the committees; each cadre once. */
export const calledBy = <C extends Callable>(audience: Audience, cadres: readonly C[]): C[] =>
  cadres.filter(
    ({ committeeId, posts }) =>
      committeeId !== null &&
      inCommittees(audience, committeeId) &&
      posts.some((post) => (audience.posts as readonly string[]).includes(post)),
  );

interface ItemOf {
  readonly kind: string;
  readonly audience: Audience | null;
}

/** Everybody called by any of the items; an item without an audience of its own calls the request's. */
export const calledByItems = <C extends Callable>(
  whole: Audience,
  items: readonly ItemOf[],
  cadres: readonly C[],
): C[] => {
  const called = new Set(items.flatMap((item) => calledBy(item.audience ?? whole, cadres)));
  return cadres.filter((cadre) => called.has(cadre));
};

/** Call-ups (人次) a request would do without if its read-out items (纯传达) went elsewhere, such as the weekly tips. */
export const readOutCallUps = (
  whole: Audience,
  items: readonly ItemOf[],
  cadres: readonly Callable[],
): number => {
  const rest = items.filter(({ kind }) => kind !== 'read_out');
  return calledByItems(whole, items, cadres).length - calledByItems(whole, rest, cadres).length;
};

/** Posts that are really named: an audience without committees names nobody. */
export const namedPosts = (audiences: readonly Audience[]): ReadonlySet<string> =>
  new Set(
    audiences
      .filter(({ committees }) => committees === 'all' || committees.length > 0)
      .flatMap(({ posts }) => posts),
  );
