import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '#platform/database/database.ts';
import type { Committee, CommitteeEdit, Department } from '../contract.ts';
import type { Post } from '../domain/posts.ts';
import type { CadreFilter } from './service-types.ts';

export interface CadreRow {
  readonly id: string;
  readonly name: string;
  readonly committeeId: string | null;
  readonly departmentId: string | null;
  readonly posts: Post[];
  readonly lines: string[];
  readonly phone: Buffer | null;
  readonly active: boolean;
}

/** The one subdistrict this transaction can see. */
export const findSubdistrict = (tx: Db) =>
  tx
    .selectFrom('subdistrict')
    .select(['subdistrict_id as id', 'code', 'name', 'version'])
    .executeTakeFirstOrThrow();

export const insertSubdistrict = (tx: Db, { id, code, name }: { id: string; code: string; name: string }) =>
  tx.insertInto('subdistrict').values({ subdistrict_id: id, code, name }).execute();

/**
 * Moves the organisation's version and holds it until the commit, so that two changes of the organisation
 * (an import and an edit) cannot both believe they are the next.
 */
export const nextVersion = async (tx: Db, subdistrict: string): Promise<number> => {
  const { version } = await tx
    .updateTable('subdistrict')
    .set({ version: sql`version + 1` })
    .where('subdistrict_id', '=', subdistrict)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

export const committees = (tx: Db): Promise<Committee[]> =>
  tx
    .selectFrom('committee')
    .select(['id', 'code', 'name', 'short_name as shortName', 'address', 'travel_minutes as travelMinutes'])
    .orderBy('code')
    .execute();

export const departments = (tx: Db): Promise<Department[]> =>
  tx
    .selectFrom('department')
    .select(['id', 'code', 'name', sql<Department['kind']>`kind`.as('kind')])
    .orderBy('code')
    .execute();

/** Cadres, office order: departments' first, then by committee, then secretaries and directors before the rest. */
export const cadres = (
  tx: Db,
  { committee, department, posts }: CadreFilter = {},
  activeOnly = true,
): Promise<CadreRow[]> =>
  tx
    .selectFrom('cadre as c')
    .leftJoin('committee as k', (join) =>
      join.onRef('k.subdistrict_id', '=', 'c.subdistrict_id').onRef('k.id', '=', 'c.committee_id'),
    )
    .leftJoin('department as d', (join) =>
      join.onRef('d.subdistrict_id', '=', 'c.subdistrict_id').onRef('d.id', '=', 'c.department_id'),
    )
    .select([
      'c.id',
      'c.name',
      'c.committee_id as committeeId',
      'c.department_id as departmentId',
      sql<Post[]>`c.posts`.as('posts'),
      'c.lines',
      'c.phone',
      'c.active',
    ])
    .$if(activeOnly, (query) => query.where('c.active', '=', true))
    .$if(committee !== undefined, (query) => query.where('c.committee_id', '=', committee ?? null))
    .$if(department !== undefined, (query) => query.where('c.department_id', '=', department ?? null))
    .$if(posts !== undefined, (query) => query.where(sql<boolean>`c.posts && ${posts}::text[]`))
    .orderBy(sql`d.code nulls last`)
    .orderBy('k.code')
    .orderBy(
      sql`case when 'secretary' = any (c.posts) then 0 when 'director' = any (c.posts) then 1
               when 'head' = any (c.posts) then 0 else 2 end`,
    )
    .orderBy('c.id')
    .execute();

export const findCadre = (tx: Db, id: string) =>
  tx.selectFrom('cadre').select(['id', 'committee_id', 'phone']).where('id', '=', id).executeTakeFirst();

export const updateCommittee = async (
  tx: Db,
  id: string,
  edit: z.output<typeof CommitteeEdit>,
): Promise<Committee | undefined> =>
  tx
    .updateTable('committee')
    .set({
      name: edit.name,
      short_name: edit.shortName,
      address: edit.address,
      travel_minutes: edit.travelMinutes,
    })
    .where('id', '=', id)
    .returning([
      'id',
      'code',
      'name',
      'short_name as shortName',
      'address',
      'travel_minutes as travelMinutes',
    ])
    .executeTakeFirst();

export const officeDays = (tx: Db, from?: string, to?: string) =>
  tx
    .selectFrom('office_day')
    .select(['day', 'working', 'name'])
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
    .orderBy('day')
    .execute();

/** Replaces what the office entered for one year. */
export const replaceOfficeDays = async (
  tx: Db,
  subdistrict: string,
  year: number,
  days: readonly { day: string; working: boolean; name: string }[],
): Promise<void> => {
  await tx
    .deleteFrom('office_day')
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute();
  if (days.length === 0) return;
  await tx
    .insertInto('office_day')
    .values(days.map(({ day, working, name }) => ({ subdistrict_id: subdistrict, day, working, name })))
    .execute();
};
