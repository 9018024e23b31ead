import type { Db } from '#platform/database/database.ts';
import type { SittingRow } from './sitting-repository.ts';

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
