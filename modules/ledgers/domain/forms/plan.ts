import { z } from 'zod';
import type { RecordValue, RecordValues } from '#modules/records/contract';
import type { CellRemark, RowRead } from './read-row.ts';

const reason = z.string().trim().min(1).max(100);

/** What a person decides about a row that is asked about. */
export const RowDecision = z.strictObject({
  /** Who is meant: somebody of the register, or somebody to be added to it. */
  person: z.union([z.uuid(), z.literal('add')]).optional(),
  committee: z.uuid().optional(),
  /** Unusual, but true. */
  confirm: reason.optional(),
  /** Without the cells that are wrong; a row without a day takes the form's. */
  without: z.literal(true).optional(),
  changed: z.enum(['correct', 'keep', 'another']).optional(),
  /** The row is not taken in. */
  out: reason.optional(),
});
export type RowDecision = z.output<typeof RowDecision>;

/** What a row is, until a person has decided, and after. */
export const rowStates = [
  'new',
  'same',
  'changed',
  'who',
  'unknown',
  'committee',
  'wrong',
  'unusual',
  'out',
] as const;
export type RowState = (typeof rowStates)[number];
/** States a person is asked about. */
export const askedStates = ['who', 'unknown', 'committee', 'wrong', 'unusual', 'changed'] as const;
export type AskedState = (typeof askedStates)[number];

export const FormDecisions = z.strictObject({
  /** By the row's number, from 0. */
  rows: z.record(z.string().regex(/^\d{1,6}$/), RowDecision),
  /** For every row of a state that has no decision of its own. */
  all: z.partialRecord(z.enum(askedStates), RowDecision),
});
export type FormDecisions = z.output<typeof FormDecisions>;
export const noDecisions: FormDecisions = { rows: {}, all: {} };

/** Who a row may mean, as the register says. */
export type Meant =
  | { readonly sure: string }
  | { readonly maybe: readonly string[]; readonly why: 'several' | 'nameOnly' | 'differs' }
  | { readonly none: true };

/** A record that a row may be about already. */
export interface Standing {
  readonly id: string;
  readonly revision: number;
  readonly subject: string;
  readonly day: string;
  readonly values: RecordValues;
  /** It came from a form of this ledger. */
  readonly fromForm: boolean;
}

/** A row with all that is known of it before decisions. */
export interface RowKnown {
  readonly read: RowRead;
  /** Null where nobody is meant: the row is about the committee. */
  readonly meant: Meant | null;
  /** What is wrong with what it says of the person. */
  readonly personWrong: readonly CellRemark[];
  /** The committee the row names or the form is of; null: none is known. */
  readonly committee: string | null;
  /** Whose resident somebody is. */
  readonly committeeOf: (person: string) => string | null;
}

export interface ValueChange {
  readonly element: string;
  readonly from: RecordValue | null;
  readonly to: RecordValue;
}

export interface PlannedRow {
  readonly index: number;
  readonly state: RowState;
  /** Nothing is left to be asked: it is written, or stays out, as it stands here. */
  readonly settled: boolean;
  readonly remarks: readonly CellRemark[];
  readonly maybe: readonly string[];
  readonly why: 'several' | 'nameOnly' | 'differs' | null;
  /** A resident's or committee's id; `add`: somebody new. */
  readonly subject: string | 'add' | null;
  readonly committee: string | null;
  readonly day: string | null;
  readonly record: { readonly id: string; readonly revision: number } | null;
  readonly changes: readonly ValueChange[];
  /** What is written: of a correction, all that the record will hold. */
  readonly values: RecordValues;
  readonly write: 'create' | 'correct' | null;
  readonly reason: string | null;
}

const equal = (a: unknown, b: unknown): boolean =>
  JSON.stringify(Array.isArray(a) ? a.toSorted() : a) === JSON.stringify(Array.isArray(b) ? b.toSorted() : b);

/** An empty cell says nothing, so a row is in a record already when all it says stands there. */
const changesOf = (values: RecordValues, standing: Standing): ValueChange[] =>
  Object.entries(values)
    .filter(([code, value]) => !equal(standing.values[code], value))
    .map(([element, to]) => ({ element, from: standing.values[element] ?? null, to }));

interface Asked {
  readonly index: number;
  readonly known: RowKnown;
  readonly own: RowDecision;
}

interface Placed {
  readonly subject: string | 'add';
  readonly committee: string;
  readonly day: string;
}

const blank = {
  maybe: [],
  why: null,
  subject: null,
  committee: null,
  day: null,
  record: null,
  changes: [],
  write: null,
};

/** Who and where a row is about, or the question that must be answered first. */
const place = (
  { index, known, own }: Asked,
  all: FormDecisions['all'],
  asOf: string,
): Placed | PlannedRow => {
  const { read, meant, personWrong } = known;
  const remarks = [...personWrong, ...read.remarks];
  const base = { ...blank, index, remarks, values: read.values, reason: null };
  const ask = (state: AskedState, more: Partial<PlannedRow> = {}): PlannedRow => {
    const out = own.out ?? all[state]?.out;
    if (out !== undefined) return { ...base, ...more, state: 'out', settled: true, reason: out };
    return { ...base, ...more, state, settled: false };
  };
  if (own.out !== undefined) return { ...base, state: 'out', settled: true, reason: own.out };
  const without = own.without ?? all.wrong?.without ?? false;
  // Who somebody is cannot be left out.
  if (personWrong.length > 0) return ask('wrong');
  if (!without && read.remarks.some(({ level }) => level === 'wrong')) return ask('wrong');
  const day = read.day ?? asOf;
  const placeOf = (person: string | 'add' | null) =>
    own.committee ??
    (person && person !== 'add' ? known.committeeOf(person) : null) ??
    known.committee ??
    all.committee?.committee ??
    null;
  if (meant === null) {
    const committee = placeOf(null);
    return committee ? { subject: committee, committee, day } : ask('committee');
  }
  const person = own.person ?? ('sure' in meant ? meant.sure : undefined);
  const subject = person ?? ('none' in meant ? all.unknown?.person : undefined);
  if (subject === undefined)
    return 'maybe' in meant ? ask('who', { maybe: meant.maybe, why: meant.why }) : ask('unknown');
  const committee = placeOf(subject);
  return committee ? { subject, committee, day } : ask('committee', { subject });
};

const isPlaced = (one: Placed | PlannedRow): one is Placed => !('state' in one);

/** Rows and records about the same subject, on the same day where the form has days. */
const keyOf = (subject: string, day: string, dated: boolean): string =>
  dated ? `${subject} ${day}` : subject;

/**
 * Pairs rows with records that stand: first those that say the same, then, in their order, what is left on both
 * sides, which differs. Without days in the form only what came from a form of this ledger can be meant.
 */
const pair = (
  rows: readonly {
    readonly index: number;
    readonly placed: Placed;
    readonly values: RecordValues;
    readonly another: boolean;
  }[],
  standing: readonly Standing[],
  dated: boolean,
): ReadonlyMap<number, Standing> => {
  const free = new Map<string, Standing[]>();
  for (const one of standing) {
    if (!dated && !one.fromForm) continue;
    const key = keyOf(one.subject, one.day, dated);
    free.set(key, [...(free.get(key) ?? []), one]);
  }
  const pairs = new Map<number, Standing>();
  const take = (index: number, key: string, at: number) => {
    const list = free.get(key) ?? [];
    const found = list[at];
    if (!found) return;
    pairs.set(index, found);
    free.set(key, list.toSpliced(at, 1));
  };
  for (const { index, placed, values } of rows) {
    const key = keyOf(placed.subject, placed.day, dated);
    take(
      index,
      key,
      (free.get(key) ?? []).findIndex((one) => changesOf(values, one).length === 0),
    );
  }
  for (const { index, placed, another } of rows)
    if (!pairs.has(index) && !another) take(index, keyOf(placed.subject, placed.day, dated), 0);
  return pairs;
};

/**
 * What becomes of every row of a form: new, there already, different from what stands, or a question to a person.
 * Nothing is guessed and nothing is left out without a reason; planning again after writing says "there already" of
 * every row, whichever file it comes in.
 *
 * @param asOf the form's day, for rows without one
 * @param dated the form has a column of days
 */
export const planRows = (
  known: readonly RowKnown[],
  standing: readonly Standing[],
  { rows: own, all }: FormDecisions,
  asOf: string,
  dated: boolean,
): PlannedRow[] => {
  const asked = known.map((one, index): Asked => ({ index, known: one, own: own[String(index)] ?? {} }));
  const placed = asked.map((one) => place(one, all, asOf));
  const pairs = pair(
    asked.flatMap(({ index, known: { read }, own: said }) => {
      const where = placed[index];
      return where && isPlaced(where) && where.subject !== 'add'
        ? [
            {
              index,
              placed: where,
              values: read.values,
              another: (said.changed ?? all.changed?.changed) === 'another',
            },
          ]
        : [];
    }),
    standing,
    dated,
  );
  return asked.map(({ index, known: { read }, own: said }): PlannedRow => {
    const where = placed[index] as Placed | PlannedRow;
    if (!isPlaced(where)) return where;
    const found = pairs.get(index);
    const changes = found ? changesOf(read.values, found) : [];
    const values = found ? { ...found.values, ...read.values } : read.values;
    const record = found ? { id: found.id, revision: found.revision } : null;
    const base = { ...blank, ...where, index, remarks: read.remarks, record, changes, values, reason: null };
    if (found && changes.length === 0) return { ...base, state: 'same', settled: true };
    const unusual = read.remarks.some(({ level }) => level === 'unusual');
    const confirm = said.confirm ?? all.unusual?.confirm;
    if (unusual && confirm === undefined) {
      const out = all.unusual?.out;
      return out
        ? { ...base, state: 'out', settled: true, reason: out }
        : { ...base, state: 'unusual', settled: false };
    }
    if (!found) return { ...base, state: 'new', settled: true, write: 'create', reason: confirm ?? null };
    const changed = said.changed ?? all.changed?.changed;
    if (changed === undefined) return { ...base, state: 'changed', settled: false };
    return {
      ...base,
      state: 'changed',
      settled: true,
      write: changed === 'correct' ? 'correct' : null,
      reason: confirm ?? null,
    };
  });
};

/** How many rows are what, and how many of them still wait for an answer. */
export const countRows = (rows: readonly PlannedRow[]) => {
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>;
  let open = 0;
  for (const { state, settled } of rows) {
    counts[state] += 1;
    if (!settled) open += 1;
  }
  return { counts, open };
};
