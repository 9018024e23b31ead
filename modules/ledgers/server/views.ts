import { type RawBuilder, sql } from 'kysely';
import { isSortable, type LedgerDefinition } from '../domain/definition.ts';
import type { RegisterField } from '../domain/expression.ts';
import type { Grain } from '../domain/names.ts';
import type { Scope } from '../domain/scope.ts';
import type { Vocabulary } from '../domain/typing.ts';
import { compile, compileCondition, type Places } from './compile.ts';

/**
 * Rows as the database reads them: `r` is the act (table `record`), `p` the person (`resident`), `c`
 * the committee. The only place that names other modules' tables; it reads and never writes them.
 */
export type Sql = RawBuilder<unknown>;
export interface View {
  readonly grain: Grain;
  readonly words: Vocabulary;
  readonly places: Places;
  /** What identifies a row. */
  readonly key: Sql;
  readonly from: Sql;
  readonly where: RawBuilder<boolean>;
  /** How its rows follow each other, on screen and on paper; no two rows are alike in it. */
  readonly order: Sql;
  /**
   * How rows with the same value in the column somebody sorts by follow each other, where that is by their days
   * alone: then an index that has them in this order gives the first rows without looking at the others.
   */
  readonly ties?: (descending: boolean) => Sql;
  /** Every act of its activities in its scope, also those that are void or do not meet its condition. */
  readonly acts?: Sql;
}

/** Numbers that records keep in columns of their own, because long ledgers are sorted by them. */
const numberColumns: ReadonlyMap<string, Sql> = new Map([
  ['bp.sys', sql`r.bp_sys`],
  ['bp.dia', sql`r.bp_dia`],
  ['act.count', sql`r.act_count`],
  ['aid.amount', sql`r.aid_amount`],
]);

const day = (date: Sql): Sql => sql`to_char(${date}, 'YYYY-MM-DD')`;

/** Full years at the row's day, as `ageAt` counts. */
const age = (at: Sql): Sql =>
  sql`(case when p.birth <= ${at} then extract(year from age(${at}, p.birth))::float8 end)`;

/** How the door of `p` is said (3号楼502); a person without one has an address. */
export const door = sql`(case when p.building ~ '^[0-9-]+$' then p.building || '号楼' || p.room
  when p.building = '' and p.room = '' then p.address
  else concat_ws(' ', nullif(p.building, ''), nullif(p.room, '')) end)`;

const register = (at: Sql): Readonly<Record<RegisterField, Sql>> => ({
  name: sql`p.name`,
  sex: sql`p.sex`,
  birth: day(sql`p.birth`),
  age: age(at),
  address: door,
  phone: sql`p.phone_sealed`,
  idNo: sql`p.id_no_sealed`,
});

const act: Places['act'] = (field) =>
  ({
    date: day(sql`r.occurred_on`),
    time: sql`to_char(r.occurred_at at time zone 'Asia/Shanghai', 'HH24:MI')`,
    worker: sql`r.author_name`,
    committee: sql`c.short_name`,
  })[field];

/** What is known of a person now: from the newest act that said it, else from the register. */
const knownNow: Places['known'] = (code) =>
  sql`coalesce((select v.value from current_value v
    where v.subdistrict_id = p.subdistrict_id and v.subject_id = p.id and v.element = ${code}::text),
    p.attributes -> ${code}::text)`;

/**
 * What was known of the person when the act was done: its own value, else of the newest act before it,
 * else from the register. So a later visit does not change what an earlier one says on paper.
 *
 * Acts are walked through only where one has ever said it (`current_value`): most of what is known of a
 * person only the register says, and a walk that finds nothing is the longest.
 */
const knownThen: Places['known'] = (code) =>
  sql`coalesce(r.values -> ${code}::text, case when exists (select from current_value v
      where v.subdistrict_id = r.subdistrict_id and v.subject_id = r.subject_id and v.element = ${code}::text)
    then (select l.values -> ${code}::text from record l
      where l.subdistrict_id = r.subdistrict_id and l.subject_id = r.subject_id and l.voided_at is null
        and (l.occurred_on, l.id) <= (r.occurred_on, r.id) and jsonb_exists(l.values, ${code}::text)
      order by l.occurred_on desc, l.id desc limit 1) end, p.attributes -> ${code}::text)`;

const both = (...parts: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(parts, sql` and `)})`;

/** One activity by equality: only then can the index give the rows in order of their days. */
const ofActivities = (activities: readonly string[]): Sql =>
  activities.length === 1
    ? sql`r.activity = ${activities[0]}`
    : sql`r.activity = any(${[...activities]}::text[])`;

/** Days and committee of a scope; without one, every act there is. */
const within = (scope: Scope | null): Sql[] => {
  if (!scope) return [];
  const days = sql`r.occurred_on between ${scope.first}::date and ${scope.last}::date`;
  return scope.committee ? [days, sql`r.committee_id = ${scope.committee}::uuid`] : [days];
};

/** A column as it is sorted by; nothing known comes last. */
export const sortedBy = (value: Sql, descending: boolean): Sql =>
  descending ? sql`${value} desc nulls last` : sql`${value} asc nulls last`;

const byDay = (descending: boolean): Sql =>
  descending ? sql`r.occurred_on desc, r.id desc` : sql`r.occurred_on, r.id`;

/** The columns a ledger orders its rows by, then what tells rows apart. */
const declaredOrder = (
  { columns, order }: LedgerDefinition,
  words: Vocabulary,
  places: Places,
  last: Sql,
): Sql => {
  const by = order.columns.flatMap(({ column: key, descending }) => {
    const column = columns.find((one) => one.key === key);
    return column && 'expression' in column.shows && isSortable(column, words)
      ? [sortedBy(compile(column.shows.expression, words, places), descending)]
      : [];
  });
  return sql.join([...by, last]);
};

/** A row per act of the ledger's activities that meets its condition (also the rows behind a summary). */
export const eventView = (definition: LedgerDefinition, words: Vocabulary, scope: Scope | null): View => {
  const places: Places = {
    element: (code) => sql`(r.values -> ${code}::text)`,
    number: (code) => numberColumns.get(code),
    known: knownThen,
    register: (field) => register(sql`r.occurred_on`)[field],
    act,
  };
  const acts = [ofActivities(definition.activities), ...within(scope)];
  return {
    grain: definition.grain,
    words,
    places,
    ...(definition.order.columns.length === 0 ? { ties: byDay } : {}),
    acts: both(...acts),
    key: sql`r.id`,
    from: sql`record r
      left join resident p on p.subdistrict_id = r.subdistrict_id and p.id = r.subject_id
      join committee c on c.subdistrict_id = r.subdistrict_id and c.id = r.committee_id`,
    where: both(...acts, sql`r.voided_at is null`, compileCondition(definition.condition, words, places)),
    order: declaredOrder(definition, words, places, byDay(definition.order.newestFirst)),
  };
};

/** A row per person who meets the condition today, with the latest act of the ledger's activities. */
export const rosterView = (
  definition: LedgerDefinition,
  words: Vocabulary,
  committee: string | null,
  today: string,
): View => {
  const places: Places = {
    element: (code) => sql`(r.values -> ${code}::text)`,
    known: knownNow,
    register: (field) => register(sql`${today}::date`)[field],
    act,
  };
  return {
    grain: definition.grain,
    words,
    places,
    key: sql`p.id`,
    from: sql`resident p
      join committee c on c.subdistrict_id = p.subdistrict_id and c.id = p.committee_id
      left join lateral (select * from record l
        where l.subdistrict_id = p.subdistrict_id and l.subject_id = p.id and l.voided_at is null
          and l.activity = any(${[...definition.activities]}::text[])
        order by l.occurred_on desc, l.id desc limit 1) r on true`,
    where: both(
      sql`p.left_on is null`,
      ...(committee ? [sql`p.committee_id = ${committee}::uuid`] : []),
      compileCondition(definition.condition, words, places),
    ),
    order: declaredOrder(definition, words, places, sql`c.code, p.building, p.room, p.id`),
  };
};
