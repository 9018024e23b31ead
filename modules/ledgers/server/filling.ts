import { sql } from 'kysely';
import type { NewEntry } from '#modules/records/server';
import type { Db } from '#platform/database/database.ts';
import type { LedgerDefinition } from '../domain/definition.ts';
import { ageAt, evaluate, type Facts, type Value } from '../domain/evaluate.ts';
import type { RegisterField } from '../domain/expression.ts';
import type { Vocabulary } from '../domain/typing.ts';
import { door } from './views.ts';

interface Around {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birth: string | null;
  readonly left: boolean;
  readonly door: string;
  readonly phone: boolean;
  readonly id_no: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly known: Readonly<Record<string, unknown>>;
  /** The newest day anything is known of the person from. */
  readonly newest: string | null;
  readonly committee: string;
}

/** The people, what is known of them, and when it was last said: one statement. */
const readAround = async (tx: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, Around>> => {
  const { rows } = await sql<Around>`/* people-around */ select p.id, p.name, p.sex,
      to_char(p.birth, 'YYYY-MM-DD') as birth, p.left_on is not null as left, ${door} as door, p.phone_sealed is not null as phone,
      p.id_no_sealed is not null as id_no, p.attributes, c.short_name as committee,
      coalesce(k.known, '{}') as known,
      (select to_char(max(r.occurred_on), 'YYYY-MM-DD') from record r
        where r.subdistrict_id = p.subdistrict_id and r.subject_id = p.id and r.voided_at is null) as newest
    from resident p
    join committee c on c.subdistrict_id = p.subdistrict_id and c.id = p.committee_id
    left join lateral (select jsonb_object_agg(v.element, v.value) as known from current_value v
      where v.subdistrict_id = p.subdistrict_id and v.subject_id = p.id) k on true
    where p.id = any(${[...subjects]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

const factsOf = (act: NewEntry, around: Around | null, { elements: types }: Vocabulary): Facts => {
  const register: Record<RegisterField, unknown> = {
    name: around?.name,
    sex: around?.sex,
    birth: around?.birth,
    age: around ? ageAt(around.birth, act.day) : null,
    address: around?.door,
    phone: around?.phone ? '1' : null,
    idNo: around?.id_no ? '1' : null,
  };
  const acts = { date: act.day, time: act.time, worker: act.worker, committee: around?.committee };
  return {
    element: (code) => act.values[code],
    known: (code) => act.values[code] ?? around?.known[code] ?? around?.attributes[code],
    register: (field) => register[field],
    act: (field) => acts[field],
    typeOfElement: (code) => types.get(code) ?? 'text',
  };
};

const isFilled = (value: unknown): boolean => value !== null && value !== '';

const cellsOf = ({ grain, condition, columns }: LedgerDefinition, facts: Facts): number | null => {
  if (condition !== null && evaluate(condition, facts) !== true) return null;
  if (grain !== 'summary')
    return columns.filter(
      ({ shows }) => 'expression' in shows && isFilled(evaluate(shows.expression, facts) as Value),
    ).length;
  const counted = columns.filter(
    ({ shows }) => 'count' in shows && (shows.where === null || evaluate(shows.where, facts) === true),
  ).length;
  return counted === 0 ? null : counted;
};

/** @returns null when the act is older than what is known already */
const cellsFilled = (
  definitions: readonly LedgerDefinition[],
  vocabulary: Vocabulary,
  act: NewEntry,
  around: Around | null,
  today: string,
): (number | null)[] | null => {
  if (around?.newest && around.newest > act.day) return null;
  const facts = factsOf(act, around, vocabulary);
  const asToday = act.day === today ? facts : factsOf({ ...act, day: today }, around, vocabulary);
  return definitions.map((definition) => {
    if (!definition.activities.includes(act.activity)) return null;
    if (definition.grain !== 'resident') return cellsOf(definition, facts);
    // A roster's row is a person of the register as they are today.
    return around && !around.left ? cellsOf(definition, { ...asToday, act: facts.act }) : null;
  });
};

/**
 * How many cells of each ledger's form new acts fill (null: it does not stand there), worked out here instead
 * of asked of the database: it reads what it needs in one statement, however many acts and ledgers there are.
 *
 * @param acts no two about one subject
 * @returns null for an act that is older than what is known already: then `standingIn` must be asked once it
 * is stored
 */
export const fillingOf = async (
  tx: Db,
  definitions: readonly LedgerDefinition[],
  vocabulary: Vocabulary,
  acts: readonly NewEntry[],
  today: string,
): Promise<((number | null)[] | null)[]> => {
  const around = await readAround(
    tx,
    acts.map(({ subject }) => subject),
  );
  return acts.map((act) => cellsFilled(definitions, vocabulary, act, around.get(act.subject) ?? null, today));
};
