import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import type { Workbench } from '#app/boot/attach.ts';
import type { DB } from '#platform/database/schema.ts';

type Db = Kysely<DB>;

/** Rows put in at once: one statement each. */
const batch = 100_000;

/** Planted many at a time, without what each single entry would look up. */
const planted = ['record'] as const;

/** What the table's owner may do and the product may not; for planting only. */
const asOwner = async <T>({ ownerUrl }: Workbench, work: (owner: Client) => Promise<T>): Promise<T> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
};

interface Kept {
  readonly name: string;
  readonly definition: string;
}

/** Indexes that keep nothing apart, and references to other tables. */
const indexesOf = async (owner: Client, table: string): Promise<Kept[]> =>
  (
    await owner.query<Kept>(
      `select i.relname as name, pg_get_indexdef(i.oid) as definition
         from pg_index x join pg_class i on i.oid = x.indexrelid
        where x.indrelid = to_regclass($1) and not x.indisunique`,
      [table],
    )
  ).rows;

const referencesOf = async (owner: Client, table: string): Promise<Kept[]> =>
  (
    await owner.query<Kept>(
      `select conname as name, pg_get_constraintdef(oid) as definition
         from pg_constraint where conrelid = to_regclass($1) and contype = 'f'`,
      [table],
    )
  ).rows;

/** A table is filled faster without its indexes and references; they are built afterwards, from all rows at once. */
const withoutIndexes = (bench: Workbench, work: () => Promise<void>): Promise<void> =>
  asOwner(bench, async (owner) => {
    await owner.query('set maintenance_work_mem = "256MB"');
    const again: string[] = [];
    for (const table of planted) {
      for (const { name, definition } of await indexesOf(owner, table)) {
        await owner.query(`drop index "${name}"`);
        again.push(definition);
      }
      for (const { name, definition } of await referencesOf(owner, table)) {
        await owner.query(`alter table ${table} drop constraint "${name}"`);
        // Of rows to come; those planted are of committees there are.
        again.push(`alter table ${table} add constraint "${name}" ${definition} not valid`);
      }
    }
    await work();
    for (const statement of again) await owner.query(statement);
  });

/**
 * Adds home visits with a blood pressure: made-up acts of residents there are, spread over committees and over
 * the days of these months. Values as a form sends them; what is known of each person is not kept up.
 */
export const plantVisits = (
  bench: Workbench,
  who: { subdistrict: string },
  count: number,
  first: string,
  days: number,
): Promise<void> =>
  withoutIndexes(bench, async () => {
    for (let done = 0; done < count; done += batch) {
      const size = Math.min(batch, count - done);
      const part = { first: (done * days) / count, days: (size * days) / count };
      await bench.platform.db.transaction(who, (tx) => plantBatch(tx, who.subdistrict, size, first, part));
    }
  });

/** Ids that sort by the time of their making, as the product's own do. */
const madeId = sql`(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
  || '7' || substr(md5(random()::text || s), 1, 3) || 'a' || substr(md5(random()::text || s), 4, 15))::uuid`;

/** Acts are noted on the day they are done: what lies together in the table is of about the same days. */
const plantBatch = (
  tx: Db,
  subdistrict: string,
  size: number,
  first: string,
  part: { first: number; days: number },
) =>
  sql`with people as (
      select array_agg(id order by id) as ids, array_agg(committee_id order by id) as committees from resident
    ), acts as (
      select ${madeId} as id, ${madeId} as client, 1 + (s * 7919::bigint) % cardinality(p.ids) as n,
        ${first}::date + floor(${part.first}::float8 + random() * ${part.days}::float8)::int as day, 100 + (random() * 80)::int as sys,
        60 + (random() * 40)::int as dia
      from generate_series(1, ${size}::int) s, people p
    )
    insert into record (subdistrict_id, id, client_id, sent_hash, committee_id, activity, subject_kind, subject_id,
      occurred_on, values, source, author_id, author_name)
    select ${subdistrict}::uuid, a.id, a.client, '', p.committees[a.n], 'home_visit', 'resident', p.ids[a.n],
      a.day, jsonb_build_object('bp.sys', a.sys, 'bp.dia', a.dia, 'act.mode', 'home', 'health.drug', 'regular'),
      'typed', p.ids[a.n], '李燕'
    from acts a, people p`.execute(tx);

/** The database knows how its rows are spread, as it does after a night's rest. */
export const settle = (bench: Workbench): Promise<void> =>
  asOwner(bench, async (owner) => {
    for (const table of ['record', 'resident', 'current_value'])
      await owner.query(`vacuum (analyze) ${table}`);
  });

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
