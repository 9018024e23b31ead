import type { Db } from '#platform/database/database.ts';
import type { InvitationRow, SittingRow } from './sitting-repository.ts';

/** Sittings that are not over: arranged or going on, from some instant on, earliest first. */
export const findUpcoming = (tx: Db, from: string): Promise<SittingRow[]> =>
  tx
    .selectFrom('sitting')
    .selectAll()
    .where('state', 'in', ['arranged', 'started'])
    .where('starts_at', '>=', from)
    .orderBy('starts_at')
    .limit(100)
    .execute();

/** A committee's invitations to some sittings, by when they are needed. */
export const findInvitationsOf = async (
  tx: Db,
  committee: string,
  sittings: readonly string[],
): Promise<InvitationRow[]> =>
  sittings.length === 0
    ? []
    : tx
        .selectFrom('invitation')
        .selectAll()
        .where('committee_id', '=', committee)
        .where('sitting_id', 'in', sittings)
        .orderBy('needed_from')
        .execute();

/** How many requests are in some states, of one department or all. */
export const countRequests = async (
  tx: Db,
  states: readonly string[],
  department: string | null,
): Promise<number> => {
  const query = tx
    .selectFrom('meeting_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', states);
  const { count } = await (department
    ? query.where('department_id', '=', department)
    : query
  ).executeTakeFirstOrThrow();
  return Number(count);
};
