/**
 * What a ledger shows, worked out row by row from everything there is: slow, plain, and the yardstick
 * that tests hold the database's answers against. The product itself never uses it.
 */
import type { Column, LedgerDefinition } from '../domain/definition.ts';
import { ageAt, evaluate, type Facts, type Value } from '../domain/evaluate.ts';
import type { Scope } from '../domain/scope.ts';
import { type SummaryRow, summaryRows } from '../domain/summary.ts';
import type { ValueType } from '../domain/typing.ts';

export interface NaiveAct {
  readonly id: string;
  readonly activity: string;
  readonly committee: string;
  readonly subject: string;
  readonly day: string;
  readonly worker: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly voided: boolean;
}

export interface NaivePerson {
  readonly id: string;
  readonly committee: string;
  readonly name: string;
  readonly sex: string;
  readonly birth: string | null;
  /** Has moved away or died. */
  readonly left: boolean;
  readonly door: string;
  /** Places people in order: building, room. */
  readonly place: readonly [string, string];
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface NaiveOffice {
  readonly acts: readonly NaiveAct[];
  readonly people: readonly NaivePerson[];
  /** In the order of their codes. */
  readonly committees: readonly { id: string; shortName: string }[];
  readonly types: ReadonlyMap<string, ValueType>;
}

export interface NaiveRow {
  readonly key: string;
  readonly values: readonly Value[];
}

const byDay = (a: NaiveAct, b: NaiveAct): number => (a.day + a.id < b.day + b.id ? -1 : 1);

const shortName = (office: NaiveOffice, id: string) =>
  office.committees.find((one) => one.id === id)?.shortName ?? null;

/** The newest value of an element among acts that stand, up to one of them; else the register's. */
const knownAmong = (
  office: NaiveOffice,
  person: NaivePerson | undefined,
  upTo: NaiveAct | null,
  code: string,
) => {
  const acts = office.acts.filter(
    (one) =>
      one.subject === person?.id &&
      !one.voided &&
      code in one.values &&
      (!upTo || byDay(one, upTo) <= 0 || one === upTo),
  );
  const newest = acts.toSorted(byDay).at(-1);
  return newest ? newest.values[code] : person?.attributes[code];
};

const registerOf = (person: NaivePerson | undefined, day: string) => ({
  name: person?.name,
  sex: person?.sex,
  birth: person?.birth,
  age: person ? ageAt(person.birth, day) : null,
  address: person?.door,
  phone: null,
  idNo: null,
});

const factsOf = (
  office: NaiveOffice,
  person: NaivePerson | undefined,
  act: NaiveAct | undefined,
  at: { day: string; upTo: NaiveAct | null; committee: string | null },
): Facts => ({
  element: (code) => act?.values[code],
  known: (code) => knownAmong(office, person, at.upTo, code),
  register: (field) => registerOf(person, at.day)[field],
  act: (field) => ({ date: act?.day, time: null, worker: act?.worker, committee: at.committee })[field],
  typeOfElement: (code) => office.types.get(code) ?? 'text',
});

const holds = (definition: LedgerDefinition, facts: Facts): boolean =>
  definition.condition === null || evaluate(definition.condition, facts) === true;

const valuesOf = (columns: readonly Column[], facts: Facts): Value[] =>
  columns.map(({ shows }) => ('expression' in shows ? (evaluate(shows.expression, facts) as Value) : null));

const personOf = (office: NaiveOffice, act: NaiveAct) => office.people.find(({ id }) => id === act.subject);

const actFacts = (office: NaiveOffice, act: NaiveAct): Facts =>
  factsOf(office, personOf(office, act), act, {
    day: act.day,
    upTo: act,
    committee: shortName(office, act.committee),
  });

/** Acts of a ledger in a scope, in its order. */
const actsOf = (office: NaiveOffice, definition: LedgerDefinition, scope: Scope): NaiveAct[] =>
  office.acts
    .filter((act) => !act.voided && definition.activities.includes(act.activity))
    .filter((act) => act.day >= scope.first && act.day <= scope.last)
    .filter((act) => scope.committee === null || act.committee === scope.committee)
    .filter((act) => holds(definition, actFacts(office, act)))
    .toSorted((a, b) => (definition.order.newestFirst ? byDay(b, a) : byDay(a, b)));

export const naiveEvents = (office: NaiveOffice, definition: LedgerDefinition, scope: Scope): NaiveRow[] =>
  actsOf(office, definition, scope).map((act) => ({
    key: act.id,
    values: valuesOf(definition.columns, actFacts(office, act)),
  }));

const rosterOrder = (office: NaiveOffice) => (a: NaivePerson, b: NaivePerson) => {
  const at = (person: NaivePerson) => [
    String(office.committees.findIndex(({ id }) => id === person.committee)).padStart(3, '0'),
    ...person.place,
    person.id,
  ];
  const [left, right] = [at(a), at(b)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return (left[differs] ?? '') < (right[differs] ?? '') ? -1 : 1;
};

export const naiveRoster = (
  office: NaiveOffice,
  definition: LedgerDefinition,
  committee: string | null,
  today: string,
): NaiveRow[] =>
  office.people
    .filter((person) => !person.left && (committee === null || person.committee === committee))
    .toSorted(rosterOrder(office))
    .flatMap((person) => {
      const own = office.acts.filter(
        (act) => act.subject === person.id && !act.voided && definition.activities.includes(act.activity),
      );
      const at = { day: today, upTo: null, committee: shortName(office, person.committee) };
      const facts = factsOf(office, person, own.toSorted(byDay).at(-1), at);
      return holds(definition, facts)
        ? [{ key: person.id, values: valuesOf(definition.columns, facts) }]
        : [];
    });

const countOf = (office: NaiveOffice, { shows }: Column, acts: readonly NaiveAct[]): number => {
  if (!('count' in shows)) return 0;
  const { where, count } = shows;
  const held = acts.filter((act) => where === null || evaluate(where, actFacts(office, act)) === true);
  return count === 'records' ? held.length : new Set(held.map(({ subject }) => subject)).size;
};

export const naiveSummary = (
  office: NaiveOffice,
  definition: LedgerDefinition,
  scope: Scope,
): SummaryRow[] => {
  const acts = actsOf(office, definition, scope);
  const committees = office.committees.filter(({ id }) => scope.committee === null || id === scope.committee);
  const groups = committees.flatMap(({ id }) =>
    scope.months.map((month) => {
      const own = acts.filter((act) => act.committee === id && act.day.startsWith(month));
      return {
        committee: id,
        month,
        counts: definition.columns.map((column) => countOf(office, column, own)),
      };
    }),
  );
  return summaryRows(definition.columns, groups, committees, scope.months);
};
