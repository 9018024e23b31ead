import { sql } from 'kysely';
import type { Element } from '#modules/records/contract';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { LedgerRowStory } from '../contract.ts';
import { type Change, changesBetween, type Version } from '../domain/changes.ts';
import { elementsOf } from '../domain/definition.ts';
import type { Dictionary } from '../domain/format.ts';
import { savedCells } from '../domain/saved.ts';
import { problems } from '../problems.ts';
import type { Opened } from './reader.ts';
import { findLedgers } from './repository.ts';
import { type ActRef, type Standing, standingIn } from './standing.ts';

interface StoredAct {
  readonly id: string;
  readonly activity: string;
  readonly committee_id: string;
  readonly subject_id: string;
  readonly occurred_on: string;
  readonly values: Record<string, unknown>;
  readonly source: string;
  readonly author_name: string;
  readonly entered_at: string;
}

/** An act that stands; a voided one is in no ledger. */
export const readAct = async (tx: Db, id: string): Promise<StoredAct | null> => {
  const { rows } =
    await sql<StoredAct>`select id, activity, committee_id, subject_id, occurred_on, values, source,
    author_name, entered_at from record where id = ${id}::uuid and voided_at is null`.execute(tx);
  return rows[0] ?? null;
};

export const refOf = (act: StoredAct): ActRef => ({
  id: act.id,
  subject: act.subject_id,
  day: act.occurred_on,
});

interface StoredRevision {
  readonly occurred_on: string;
  readonly values: Record<string, unknown>;
  readonly changed_by_name: string;
  readonly changed_at: string;
  readonly reason: string;
}

const readRevisions = async (tx: Db, record: string): Promise<StoredRevision[]> => {
  const { rows } = await sql<StoredRevision>`select occurred_on, values, changed_by_name, changed_at, reason
    from record_revision where record_id = ${record}::uuid order by revision`.execute(tx);
  return rows;
};

/** Corrections, newest last; a department sees those of its own columns only. */
const correctionsOf = async (
  tx: Db,
  act: StoredAct,
  codes: readonly string[],
  elements: readonly Element[],
  dictionary: Dictionary,
) => {
  const revisions = await readRevisions(tx, act.id);
  const version = (one: StoredRevision | StoredAct): Version => ({
    day: one.occurred_on,
    values: one.values,
  });
  const labels = new Map(elements.map(({ code, zh }) => [code, zh]));
  return revisions
    .map((revision, index) => ({
      at: revision.changed_at,
      by: revision.changed_by_name,
      reason: revision.reason,
      changes: changesBetween(version(revision), version(revisions[index + 1] ?? act), codes, dictionary).map(
        ({ element, from, to }: Change) => ({
          label: element === null ? '日期' : (labels.get(element) ?? element),
          from,
          to,
        }),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
};

/** All ledgers of the office an act stands in: that others have it too is said, their rows are not shown. */
export const standingsOf = async (
  tx: Db,
  opened: Pick<Opened, 'words' | 'today'>,
  act: StoredAct,
): Promise<Standing[]> => {
  const ledgers = await findLedgers(tx, opened.today, { activities: [act.activity] });
  return standingIn(tx, ledgers, opened.words.vocabulary, refOf(act), opened.today);
};

/**
 * How a row came to be and where else it stands.
 * @throws {Refusal} noRow when the act does not stand in this ledger, or not in the committee's part of it
 */
export const rowStory = async (tx: Db, opened: Opened, record: string): Promise<LedgerRowStory> => {
  const act = await readAct(tx, record);
  const standings = act ? await standingsOf(tx, opened, act) : [];
  const here = standings.find(({ ledger }) => ledger.id === opened.ledger.id);
  const { committee } = opened.scope;
  if (!act || !here || (committee !== null && act.committee_id !== committee))
    throw new Refusal(problems.noRow);
  const { words } = opened;
  return {
    record: act.id,
    enteredAt: act.entered_at,
    enteredBy: act.author_name,
    source: act.source as LedgerRowStory['source'],
    alsoIn: standings
      .filter(({ ledger }) => ledger.id !== opened.ledger.id)
      .map(({ ledger: { id, name, department } }) => ({ id, name, department })),
    savedCells: savedCells(
      standings.map(({ cells }) => cells),
      Object.keys(act.values).length,
    ),
    corrections: await correctionsOf(
      tx,
      act,
      elementsOf(opened.ledger.definition),
      words.elements,
      words.dictionary,
    ),
  };
};
