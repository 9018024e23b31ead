import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { elementsOf } from '../domain/definition.ts';
import { ageAt, evaluate, type Facts, open } from '../domain/evaluate.ts';
import type { RegisterField } from '../domain/expression.ts';
import type { Vocabulary } from '../domain/typing.ts';
import type { StoredLedger } from './repository.ts';

interface Person {
  readonly name: string;
  readonly sex: string;
  readonly birth: string | null;
  /** Has moved away or died: stands in no roster any more. */
  readonly left: boolean;
  readonly address: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly known: Readonly<Record<string, unknown>>;
}

const readPerson = async (tx: Db, subject: string): Promise<Person | null> => {
  const { rows } =
    await sql<Person>`select p.name, p.sex, to_char(p.birth, 'YYYY-MM-DD') as birth, p.address, p.attributes,
      p.left_on is not null as left,
      (select coalesce(jsonb_object_agg(v.element, v.value), '{}') from current_value v
        where v.subdistrict_id = p.subdistrict_id and v.subject_id = p.id) as known
    from resident p where p.id = ${subject}::uuid`.execute(tx);
  return rows[0] ?? null;
};

/** What an entry that is about to be made may still say is open; the rest is as it is known today. */
const factsBefore = (
  person: Person | null,
  asked: ReadonlySet<string>,
  { elements: types }: Vocabulary,
  today: string,
): Facts => {
  const register: Partial<Record<RegisterField, unknown>> = person
    ? {
        name: person.name,
        sex: person.sex,
        birth: person.birth,
        age: ageAt(person.birth, today),
        address: open,
      }
    : {};
  return {
    element: (code) => (asked.has(code) ? open : null),
    known: (code) => (asked.has(code) ? open : (person?.known[code] ?? person?.attributes[code])),
    register: (field) => register[field],
    act: () => open,
    typeOfElement: (code) => types.get(code) ?? 'text',
  };
};

export interface Cover {
  readonly ledger: StoredLedger;
  /** Elements of the activity that the ledger shows or judges by. */
  readonly elements: readonly string[];
}

/**
 * Which of these ledgers an entry about this person may come to stand in, whatever will be entered, and
 * what they want to know. A ledger whose condition already fails asks for nothing.
 * @param asked elements the activity can ask for
 */
export const coverOf = async (
  tx: Db,
  ledgers: readonly StoredLedger[],
  vocabulary: Vocabulary,
  subject: string,
  asked: readonly string[],
  today: string,
): Promise<Cover[]> => {
  const person = await readPerson(tx, subject);
  const facts = factsBefore(person, new Set(asked), vocabulary, today);
  return ledgers
    .filter(({ definition: { grain } }) => grain !== 'resident' || !person?.left)
    .filter(({ definition: { condition } }) => condition === null || possible(evaluate(condition, facts)))
    .map((ledger) => ({
      ledger,
      elements: elementsOf(ledger.definition).filter((code) => asked.includes(code)),
    }));
};

const possible = (held: unknown): boolean => held === true || held === open;
