import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { knownElementsOf } from '../domain/definition.ts';
import { scopeOf } from '../domain/scope.ts';
import { vocabularyOf } from '../domain/typing.ts';
import type { OfficeWords } from './office-words.ts';
import type { StoredLedger } from './repository.ts';
import { readRows } from './rows.ts';
import { readSummary } from './summary.ts';
import { eventView, rosterView, type View } from './views.ts';

/** The act that is looked for. */
export interface ActRef {
  readonly id: string;
  readonly subject: string;
  readonly day: string;
}

/** A ledger an act stands in, and the cells of its form that the act fills. */
export interface Standing {
  readonly ledger: StoredLedger;
  readonly cells: number;
}

const narrowed = (view: View, ...conditions: readonly ReturnType<typeof sql<boolean>>[]): View => ({
  ...view,
  where: sql<boolean>`(${sql.join([view.where, ...conditions], sql` and `)})`,
});

/** In a roster an act stands as long as it is the person's latest, or something shown is known from it. */
const rosterHolds = (
  act: ActRef,
  elements: readonly string[],
) => sql<boolean>`(r.id = ${act.id}::uuid or exists (
  select from current_value v where v.subdistrict_id = p.subdistrict_id and v.subject_id = p.id
    and v.record_id = ${act.id}::uuid and v.element = any(${[...elements]}::text[])))`;

/** The view of a ledger that holds this act's row and no other. */
export const viewOfAct = (ledger: StoredLedger, words: OfficeWords, act: ActRef, today: string): View => {
  const { definition } = ledger;
  const vocabulary = vocabularyOf(words.elements);
  if (definition.grain !== 'resident')
    return narrowed(eventView(definition, vocabulary, null), sql<boolean>`r.id = ${act.id}::uuid`);
  const view = rosterView(definition, vocabulary, null, today);
  return narrowed(
    view,
    sql<boolean>`p.id = ${act.subject}::uuid`,
    rosterHolds(act, knownElementsOf(definition)),
  );
};

const cellsInSummary = async (tx: Db, ledger: StoredLedger, view: View, words: OfficeWords, act: ActRef) => {
  const scope = scopeOf('summary', null, act.day.slice(0, 7));
  const rows = await readSummary(tx, view, ledger.definition, scope, words.committees);
  const counted = (values: readonly unknown[]) =>
    ledger.definition.columns.filter(({ shows }, index) => 'count' in shows && values[index] !== 0).length;
  const most = rows.map(({ values }) => counted(values)).toSorted((a, b) => b - a)[0] ?? 0;
  return most === 0 ? null : most;
};

const cellsInRow = async (tx: Db, ledger: StoredLedger, view: View): Promise<number | null> => {
  const [row] = await readRows(tx, view, ledger.definition.columns, null, 1, 0);
  return row ? row.values.filter((value) => value !== null && value !== '').length : null;
};

/** How many cells of a ledger an act fills; null when it does not stand there. */
const cellsOf = (tx: Db, ledger: StoredLedger, words: OfficeWords, act: ActRef, today: string) => {
  const view = viewOfAct(ledger, words, act, today);
  return ledger.definition.grain === 'summary'
    ? cellsInSummary(tx, ledger, view, words, act)
    : cellsInRow(tx, ledger, view);
};

/** In which of these ledgers an act stands now. */
export const standingIn = async (
  tx: Db,
  ledgers: readonly StoredLedger[],
  words: OfficeWords,
  act: ActRef,
  today: string,
): Promise<Standing[]> => {
  const found: Standing[] = [];
  for (const ledger of ledgers) {
    const cells = await cellsOf(tx, ledger, words, act, today);
    if (cells !== null) found.push({ ledger, cells });
  }
  return found;
};
