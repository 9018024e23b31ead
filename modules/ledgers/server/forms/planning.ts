import type { z } from 'zod';
import type { Element } from '#modules/records/contract';
import { checkValues, type RecordsService } from '#modules/records/server';
import {
  holdsIdNo,
  type RegisterService,
  type ResidentDraft,
  type ResidentRef,
} from '#modules/registers/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import type { LedgerFormAbout } from '../../contract.ts';
import type { ColumnChoice } from '../../domain/forms/choice.ts';
import { bare } from '../../domain/forms/likeness.ts';
import {
  type FormDecisions,
  type Meant,
  type PlannedRow,
  planRows,
  type RowKnown,
} from '../../domain/forms/plan.ts';
import { type CellRemark, type RowRead, type RowWords, readRow } from '../../domain/forms/read-row.ts';
import type { FormReading } from '../../domain/forms/reading.ts';
import { readOfficeWords, type WordSources } from '../office-words.ts';
import { standingOf } from './repository.ts';

export interface PlanSources extends WordSources {
  readonly registers: Pick<RegisterService, 'match' | 'readSaid' | 'residents' | 'plant'>;
  readonly records: RecordsService;
}

/** A form that has become a ledger. */
export interface DeclaredForm {
  readonly reading: FormReading;
  readonly choices: readonly ColumnChoice[];
  readonly about: z.output<typeof LedgerFormAbout>;
  readonly decisions: FormDecisions;
  readonly ledger: string;
}

export interface FormPlan {
  readonly rows: readonly PlannedRow[];
  readonly known: readonly RowKnown[];
  readonly people: ReadonlyMap<string, ResidentRef>;
  readonly committees: ReadonlyMap<string, string>;
  readonly elements: ReadonlyMap<string, Element>;
}

/** Enough that others are served in between. */
const atOnce = 500;
/** One look through the register for so many people. */
const soughtAtOnce = 5_000;
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** 和安一居, 和安一居委会, 和安一居民区: the same committee. */
const plainCommittee = (text: string): string =>
  bare(text).replace(/(居民委员会|居委会|居民区|居委|社区|居)$/, '');

/** By whom somebody is told from others. What is wrong with the rest of what is said need not stop a row. */
const identity = [
  'person.name',
  'person.id_no',
  'person.birth',
  'place.building',
  'place.room',
  'place.address',
];

const only = (texts: Readonly<Record<string, string>>, codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([code]) => codes.includes(code)));

interface Person {
  readonly draft: ResidentDraft | null;
  readonly wrong: readonly CellRemark[];
}

const personOf = (read: RowRead, readSaid: RegisterService['readSaid'], today: string): Person => {
  const { draft, remarks } = readSaid(only(read.person, identity), today);
  const wrong = remarks
    .filter(({ level }) => level === 'error')
    .map(({ code, message }) => ({
      cell: read.cells[code] ?? read.cells['person.name'] ?? '',
      level: 'wrong' as const,
      message,
      element: code,
    }));
  return { draft, wrong };
};

/**
 * Somebody who is to be added, with all that can be read of what the row says; what cannot is left out, for the
 * committee to put in.
 */
export const newPerson = (
  read: RowRead,
  { readSaid }: Pick<RegisterService, 'readSaid'>,
  today: string,
): ResidentDraft | null => {
  const all = readSaid(read.person, today);
  if (all.draft) return all.draft;
  const wrong = all.remarks.map(({ code }) => code);
  return readSaid(
    only(
      read.person,
      Object.keys(read.person).filter((code) => !wrong.includes(code)),
    ),
    today,
  ).draft;
};

/** What the office and its dictionary say that rows are read by. */
export const rowWords = async (tx: Db, { records }: Pick<PlanSources, 'records'>): Promise<RowWords> => {
  const elements = new Map(
    [...records.elements, ...(await records.addedElements(tx))].map((one) => [one.code, one]),
  );
  const today = officeDay();
  return {
    elements,
    today,
    check: (values) => checkValues(values, elements, []),
    holdsIdNo: (text) => holdsIdNo(text, today),
  };
};

/** Looks at every row of a form against the registers and the records that stand. Reads only. */
export const planForm = async (tx: Db, sources: PlanSources, form: DeclaredForm): Promise<FormPlan> => {
  const { reading, choices, about, decisions } = form;
  const words = await readOfficeWords(tx, sources);
  const row = await rowWords(tx, sources);
  const activity = sources.records.activities.find(({ code }) => code === about.activity);
  const ofPeople = activity?.subjectKind !== 'committee';
  const byName = new Map(
    words.committees.flatMap(({ id, name, shortName, code }) =>
      [name, shortName, code].map((text) => [plainCommittee(text), id] as const),
    ),
  );
  const reads: RowRead[] = [];
  const persons: Person[] = [];
  for (const one of reading.rows) {
    const read = readRow(one, choices, row);
    reads.push(read);
    persons.push(
      ofPeople ? personOf(read, sources.registers.readSaid, row.today) : { draft: null, wrong: [] },
    );
    if (reads.length % atOnce === 0) await breathe();
  }
  const committeeOf = reads.map(({ committee }) =>
    committee === null ? about.committee : (byName.get(plainCommittee(committee)) ?? null),
  );
  const sought = persons.flatMap(({ draft }, at) =>
    draft ? [{ at, draft, committee: committeeOf[at] ?? null }] : [],
  );
  const meant = new Map<number, Meant>();
  const people = new Map<string, ResidentRef>();
  for (let from = 0; from < sought.length; from += soughtAtOnce) {
    const part = sought.slice(from, from + soughtAtOnce);
    const found = await sources.registers.match(tx, part);
    for (const [index, match] of found.matches.entries()) meant.set(part[index]?.at ?? -1, match);
    for (const [id, person] of found.people) people.set(id, person);
  }
  const chosen = Object.values(decisions.rows).flatMap(({ person }) =>
    person && person !== 'add' && !people.has(person) ? [person] : [],
  );
  for (const [id, person] of await sources.registers.residents(tx, chosen)) people.set(id, person);
  const known = reads.map(
    (read, at): RowKnown => ({
      read,
      meant: ofPeople ? (meant.get(at) ?? { none: true }) : null,
      personWrong: persons[at]?.wrong ?? [],
      committee: committeeOf[at] ?? null,
      committeeOf: (person) => people.get(person)?.committee ?? null,
    }),
  );
  const subjects = ofPeople ? [...people.keys()] : words.committees.map(({ id }) => id);
  const standing = await standingOf(tx, about.activity, subjects, form.ledger);
  const dated = choices.some((one) => one.as === 'act' && one.field === 'date');
  return {
    rows: planRows(known, standing, decisions, about.asOf, dated),
    known,
    people,
    committees: new Map(words.committees.map(({ id, shortName }) => [id, shortName])),
    elements: row.elements,
  };
};
