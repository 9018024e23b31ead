import type { z } from 'zod';
import type { Actor } from '#platform/contract/actor.ts';
import { type Audience, type AudienceChoices, type AudienceCount, posts } from '../contract.ts';
import { calledBy } from '../domain/audience.ts';
import type { Dependencies } from './dependencies.ts';
import { checkCommittees, readOffice } from './office.ts';

/** What an audience can be chosen from, and how many cadres it calls. */
export const createAudienceChoices = ({ platform: { db }, organisation }: Dependencies) => ({
  list: (who: Actor): Promise<z.output<typeof AudienceChoices>> =>
    db.read(who, async (tx) => {
      const { committees, cadres } = await readOffice(tx, organisation);
      const held = (post: (typeof posts)[number]) =>
        calledBy({ posts: [post], committees: 'all' }, cadres).length;
      return {
        committees: committees.map(({ id, code, name, shortName }) => ({ id, code, name, shortName })),
        posts: posts.map((post) => ({ post, cadres: held(post) })),
      };
    }),

  count: (who: Actor, audience: Audience): Promise<z.output<typeof AudienceCount>> =>
    db.read(who, async (tx) => {
      const office = await readOffice(tx, organisation);
      checkCommittees(office, [{ path: 'body.committees', audience }]);
      const called = calledBy(audience, office.cadres);
      return {
        cadres: called.length,
        committees: new Set(called.map(({ committeeId }) => committeeId)).size,
      };
    }),
});
