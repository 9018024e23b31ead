import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { type Column, knownElementsOf } from '../domain/definition.ts';
import type { Vocabulary } from '../domain/typing.ts';
import { compile, compileCondition } from './compile.ts';
import type { StoredLedger } from './repository.ts';
import { eventView, rosterView, type Sql, type View } from './views.ts';

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
const viewOfAct = (
  { definition }: StoredLedger,
  vocabulary: Vocabulary,
  act: ActRef,
  today: string,
): View => {
  if (definition.grain !== 'resident')
    return narrowed(eventView(definition, vocabulary, null), sql<boolean>`r.id = ${act.id}::uuid`);
  const view = rosterView(definition, vocabulary, null, today);
  return narrowed(
    view,
    sql<boolean>`p.id = ${act.subject}::uuid`,
    rosterHolds(act, knownElementsOf(definition)),
  );
};

const filledIn = (columns: readonly Column[], view: View): Sql => {
  const cells = columns.flatMap(({ shows }) =>
    'expression' in shows
      ? [sql`(coalesce((${compile(shows.expression, view.words, view.places)})::text, '') <> '')::int`]
      : [],
  );
  return cells.length === 0 ? sql`0` : sql.join(cells, sql` + `);
};

/** The numbers of a summary that count the act; counting it nowhere is not standing there. */
const countedIn = (columns: readonly Column[], view: View): Sql => {
  const counts = columns.flatMap(({ shows }) =>
    'count' in shows ? [sql`(${compileCondition(shows.where, view.words, view.places)})::int`] : [],
  );
  return counts.length === 0 ? sql`null` : sql`nullif(${sql.join(counts, sql` + `)}, 0)`;
};

const cellsOf = ({ definition }: StoredLedger, view: View): Sql => {
  const { grain, columns } = definition;
  const cells = grain === 'summary' ? countedIn(columns, view) : filledIn(columns, view);
  return sql`case when ${view.where} then ${cells} end`;
};

type Looked = { readonly ledger: StoredLedger; readonly view: View };

/** Rows that are read alike: acts by their id, people by the latest act of the same activities. */
const alike = ({ definition }: StoredLedger): string =>
  definition.grain === 'resident' ? definition.activities.toSorted().join() : 'acts';

/** One statement for ledgers that read their rows alike, however many they are. */
const readAlike = async (tx: Db, looked: readonly Looked[], act: ActRef): Promise<(number | null)[]> => {
  const [first] = looked;
  if (!first) return [];
  const { view } = first;
  const row = view.grain === 'resident' ? sql`p.id = ${act.subject}::uuid` : sql`r.id = ${act.id}::uuid`;
  const cells = looked.map((one, index) => sql`${cellsOf(one.ledger, one.view)} as ${sql.id(`s${index}`)}`);
  const { rows } = await sql<Record<string, number | null>>`select ${sql.join(cells)}
    from ${view.from} where ${row}`.execute(tx);
  return looked.map((_, index) => rows[0]?.[`s${index}`] ?? null);
};

/** In which of these ledgers an act stands now, in their order. */
export const standingIn = async (
  tx: Db,
  ledgers: readonly StoredLedger[],
  vocabulary: Vocabulary,
  act: ActRef,
  today: string,
): Promise<Standing[]> => {
  const groups = Map.groupBy(
    ledgers.map((ledger) => ({ ledger, view: viewOfAct(ledger, vocabulary, act, today) })),
    ({ ledger }) => alike(ledger),
  );
  const cells = new Map<string, number>();
  for (const looked of groups.values()) {
    const found = await readAlike(tx, looked, act);
    for (const [index, number] of found.entries())
      if (number !== null) cells.set(looked[index]?.ledger.id ?? '', number);
  }
  return ledgers.flatMap((ledger) => {
    const number = cells.get(ledger.id);
    return number === undefined ? [] : [{ ledger, cells: number }];
  });
};
