import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { type Scope, scopeOf, scopeOver } from '../domain/scope.ts';
import { vocabularyOf } from '../domain/typing.ts';
import { problems } from '../problems.ts';
import { type OfficeWords, readOfficeWords, type WordSources } from './office-words.ts';
import { committeeFor, ledgersFor } from './policy.ts';
import { findLedgers, type StoredLedger } from './repository.ts';
import { eventView, rosterView, type View } from './views.ts';

/** Which rows somebody asks for. */
export interface Asked {
  readonly committee?: string | undefined;
  readonly month?: string | undefined;
}

/** A ledger opened by somebody who may: its words, its scope, and its rows as the database reads them. */
export interface Opened {
  readonly ledger: StoredLedger;
  readonly words: OfficeWords;
  readonly scope: Scope;
  readonly month: string;
  readonly today: string;
  /** For a summary: the acts it counts. */
  readonly view: View;
}

const knownCommittee = (words: OfficeWords, committee: string | null): string | null => {
  if (committee !== null && !words.committees.some(({ id }) => id === committee))
    throw new Refusal(problems.noLedger);
  return committee;
};

const viewOf = (ledger: StoredLedger, words: OfficeWords, scope: Scope, today: string): View => {
  const { definition } = ledger;
  const vocabulary = vocabularyOf(words.elements, definition.grain !== 'resident');
  return definition.grain === 'resident'
    ? rosterView(definition, vocabulary, scope.committee, today)
    : eventView(definition, vocabulary, scope);
};

/** A ledger with its rows in a scope; `months` overrides the months the scope would have. */
export const scopedView = (
  ledger: StoredLedger,
  words: OfficeWords,
  committee: string | null,
  month: string,
  today: string,
  months?: readonly string[],
): Opened => {
  const scope = months ? scopeOver(committee, months) : scopeOf(ledger.definition.grain, committee, month);
  return { ledger, words, scope, month, today, view: viewOf(ledger, words, scope, today) };
};

/**
 * Opens a ledger for somebody.
 * @throws {Refusal} noLedger, when it is not there or not theirs
 */
export const openLedger = async (
  tx: Db,
  sources: WordSources,
  who: Actor,
  id: string,
  asked: Asked,
): Promise<Opened> => {
  const filter = ledgersFor(who);
  const today = officeDay();
  const [ledger] = filter ? await findLedgers(tx, today, { ...filter, id }) : [];
  if (!ledger) throw new Refusal(problems.noLedger);
  const words = await readOfficeWords(tx, sources);
  const committee = knownCommittee(words, committeeFor(who, asked.committee));
  return scopedView(ledger, words, committee, asked.month ?? officeMonth(), today);
};
