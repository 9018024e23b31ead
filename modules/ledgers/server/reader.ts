import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { withCommittee } from '../domain/all-committees.ts';
import type { Filter } from '../domain/filter.ts';
import { type Scope, scopeOf, scopeOver } from '../domain/scope.ts';
import { problems } from '../problems.ts';
import { narrowedBy } from './filters.ts';
import { type OfficeWords, readOfficeWords, type WordSources } from './office-words.ts';
import { orderBy } from './order-by.ts';
import { committeeFor, ledgersFor } from './policy.ts';
import { findLedgers, type StoredLedger } from './repository.ts';
import type { RowOrder } from './rows.ts';
import { eventView, rosterView, type View } from './views.ts';

/** Which rows somebody asks for. */
export interface Asked {
  readonly committee?: string | undefined;
  readonly month?: string | undefined;
  /** Every month from `month` to this one, instead of what the form is about. */
  readonly until?: string | undefined;
  readonly sort?: string | undefined;
  readonly descending?: boolean | undefined;
  readonly filters?: readonly Filter[] | undefined;
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
  /** As somebody sorted them; null: in the ledger's own order. */
  readonly order: RowOrder | null;
}

/** @throws {Refusal} noLedger for a committee the office does not have */
export const knownCommittee = (words: OfficeWords, committee: string | null): string | null => {
  if (committee !== null && !words.committees.some(({ id }) => id === committee))
    throw new Refusal(problems.noLedger);
  return committee;
};

const viewOf = (
  { definition }: StoredLedger,
  { vocabulary }: OfficeWords,
  scope: Scope,
  today: string,
): View =>
  definition.grain === 'resident'
    ? rosterView(definition, vocabulary, scope.committee, today)
    : eventView(definition, vocabulary, scope);

/** The form for all committees says of each row whose it is. */
const formFor = (ledger: StoredLedger, committee: string | null): StoredLedger => {
  if (committee !== null) return ledger;
  const { definition } = ledger;
  const { columns, detail } = definition;
  return {
    ...ledger,
    definition: { ...definition, columns: [...withCommittee(columns)], detail: [...withCommittee(detail)] },
  };
};

/** A ledger with its rows in a scope; `months` overrides the months the scope would have. */
export const scopedView = (
  ledger: StoredLedger,
  words: OfficeWords,
  committee: string | null,
  month: string,
  today: string,
  asked: Pick<Asked, 'until'> & { months?: readonly string[] } = {},
): Opened => {
  const { grain, period } = ledger.definition;
  const scope = asked.months
    ? scopeOver(committee, asked.months)
    : scopeOf(grain, committee, month, { until: asked.until, period });
  const form = formFor(ledger, committee);
  return { ledger: form, words, scope, month, today, view: viewOf(form, words, scope, today), order: null };
};

/**
 * Narrows and sorts the rows as asked; a summary's lines are sorted where they are counted.
 * @throws {Refusal} noColumn
 */
const asAsked = (opened: Opened, { sort, descending = false, filters = [] }: Asked): Opened => {
  const { grain, columns } = opened.ledger.definition;
  if (grain === 'summary') return opened;
  const view = narrowedBy(opened.view, columns, filters, opened.words.dictionary);
  return { ...opened, view, order: orderBy(columns, view, sort, descending) };
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
  return asAsked(scopedView(ledger, words, committee, asked.month ?? officeMonth(), today, asked), asked);
};
