import { sql } from 'kysely';
import type { ActFacts } from '#modules/registers/server';

/** What marks of residents are worked out from: acts that stand, read by person. */
export const actFacts: ActFacts = {
  quietSince: async (tx, residents, day) => {
    const { rows } = await sql<{ id: string }>`
      select s.id from unnest(${[...residents]}::uuid[]) s(id)
      where not exists (select from record r
        where r.subject_id = s.id and r.occurred_on > ${day}::date and r.voided_at is null)`.execute(tx);
    return rows.map(({ id }) => id);
  },

  reaching: async (tx, residents, { days, limits }) => {
    const codes = Object.keys(limits);
    const reaches = sql.join(
      Object.entries(limits).map(
        ([code, limit]) => sql`(case when jsonb_typeof(l.values -> ${code}::text) = 'number'
          then (l.values ->> ${code}::text)::numeric >= ${limit} else false end)`,
      ),
      sql` or `,
    );
    const { rows } = await sql<{ id: string }>`
      select s.id from unnest(${[...residents]}::uuid[]) s(id)
      cross join lateral (select count(*) as n, bool_and(${reaches}) as reached from (
        select distinct on (r.occurred_on) r.values from record r
        where r.subject_id = s.id and r.voided_at is null and jsonb_exists_any(r.values, ${codes}::text[])
        order by r.occurred_on desc, r.entered_at desc, r.id desc limit ${days}) l) x
      where x.n = ${days} and x.reached`.execute(tx);
    return rows.map(({ id }) => id);
  },
};
