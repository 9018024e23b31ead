import { sql } from 'kysely';
import type { Workbench } from '#app/boot/attach.ts';
import type { Db } from '#platform/database/database.ts';

/** Rows put in at once: one statement each, so that planting two million takes minutes. */
const batch = 50_000;

/**
 * Adds home visits with a blood pressure: made-up acts of residents there are, spread over committees and over
 * the days of these months. Values as a form sends them; what is known of each person is not kept up.
 */
export const plantVisits = async (
  { platform }: Workbench,
  who: { subdistrict: string },
  count: number,
  first: string,
  days: number,
): Promise<void> => {
  for (let done = 0; done < count; done += batch) {
    const size = Math.min(batch, count - done);
    await platform.db.transaction(who, (tx) => plantBatch(tx, who.subdistrict, size, first, days));
  }
};

const plantBatch = (tx: Db, subdistrict: string, size: number, first: string, days: number) =>
  sql`with people as (
      select id, committee_id, (row_number() over (order by id) - 1)::int as n, count(*) over ()::int as all_of
      from resident
    )
    insert into record (subdistrict_id, id, client_id, sent_hash, committee_id, activity, subject_kind, subject_id,
      occurred_on, values, source, author_id, author_name)
    select ${subdistrict}::uuid, gen_random_uuid(), gen_random_uuid(), '', p.committee_id, 'home_visit', 'resident', p.id,
      ${first}::date + (random() * ${days - 1})::int,
      jsonb_build_object('bp.sys', 100 + (random() * 80)::int, 'bp.dia', 60 + (random() * 40)::int,
        'act.mode', 'home', 'health.drug', 'regular'),
      'typed', p.id, '李燕'
    from generate_series(1, ${size}::int) s
    join people p on p.n = (s * 7919) % p.all_of`.execute(tx);

/** The database knows how its rows are spread, as it does after a night's rest. */
export const settle = async ({ platform }: Workbench): Promise<void> => {
  for (const table of ['record', 'resident', 'current_value'])
    await sql`analyze ${sql.table(table)}`.execute(platform.db.shared);
};

/** Residents until there are `wanted`, one committee after the other. */
export const plantResidents = async (
  { platform, modules }: Workbench,
  who: { subdistrict: string },
  wanted: number,
): Promise<void> => {
  const names = ['王秀英', '陈吉祥', '欧阳文静', '马根生', '徐佩芳', '周雪琴', '沈宝根', '吴桂兰', '何金凤'];
  const committees = await platform.db.read(who, (tx) => modules.organisation.committees(tx));
  const each = Math.ceil(wanted / committees.length);
  for (const { id } of committees)
    for (let done = 0; done < each; done += 1_000) {
      const people = Array.from({ length: Math.min(1_000, each - done) }, (_, index) => ({
        name: names[(done + index) % names.length] ?? '',
        sex: index % 2 === 0 ? '2' : '1',
        birth: `19${30 + (index % 60)}-0${1 + (index % 9)}-15`,
        building: String(1 + ((done + index) % 60)),
        room: `${1 + (index % 6)}0${1 + (index % 4)}`,
        attributes: { 'person.living': index % 3 === 0 ? 'alone' : 'family' },
        sealed: {},
      }));
      await platform.db.transaction(who, (tx) => modules.registers.plant(tx, who, id, people));
    }
};
