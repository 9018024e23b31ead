import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';

/** What is known now of some subjects, newest first by day: prefill, rosters. */
export interface CurrentValue {
  readonly element: string;
  readonly value: unknown;
  readonly asOf: string;
}

export const currentValues = async (tx: Db, subject: string): Promise<CurrentValue[]> => {
  const rows = await tx
    .selectFrom('current_value')
    .select(['element', 'value', 'as_of'])
    .where('subject_id', '=', subject)
    .execute();
  return rows.map(({ element, value, as_of }) => ({ element, value, asOf: as_of }));
};

/** Takes a new record's values into what is known, unless something newer is. One statement, no reading. */
export const takeIn = (tx: Db, record: string): Promise<unknown> =>
  sql`insert into current_value (subdistrict_id, subject_id, element, value, record_id, as_of)
    select r.subdistrict_id, r.subject_id, v.key, v.value, r.id, r.occurred_on
    from record r, jsonb_each(r.values) v where r.id = ${record}::uuid and r.subject_kind = 'resident'
    order by v.key
    on conflict (subdistrict_id, subject_id, element) do update
      set value = excluded.value, record_id = excluded.record_id, as_of = excluded.as_of
      where current_value.as_of <= excluded.as_of`.execute(tx);

/**
 * Finds anew what is known of a subject for some elements, after a record of it was corrected or voided:
 * the newest day wins, then the entry made last. An entry made at the same moment may have put its value in
 * first; the newer day wins there too.
 */
export const findAnew = async (tx: Db, subject: string, elements: readonly string[]): Promise<void> => {
  await tx
    .deleteFrom('current_value')
    .where('subject_id', '=', subject)
    .where('element', 'in', [...elements])
    .execute();
  await sql`insert into current_value (subdistrict_id, subject_id, element, value, record_id, as_of)
    select distinct on (v.key) r.subdistrict_id, r.subject_id, v.key, v.value, r.id, r.occurred_on
    from record r, jsonb_each(r.values) v
    where r.subject_id = ${subject}::uuid and r.voided_at is null and v.key = any(${[...elements]}::text[])
    order by v.key, r.occurred_on desc, r.entered_at desc, r.id desc
    on conflict (subdistrict_id, subject_id, element) do update
      set value = excluded.value, record_id = excluded.record_id, as_of = excluded.as_of
      where current_value.as_of <= excluded.as_of`.execute(tx);
};
