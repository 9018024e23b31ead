import type { Coverage } from '#modules/records/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import { elementsOf } from '../domain/definition.ts';
import { coverOf } from './coverage.ts';
import { fillingOf } from './filling.ts';
import { languageOf, type WordSources } from './office-words.ts';
import { isOwn } from './own-elements.ts';
import { findLedgers, type StoredLedger } from './repository.ts';
import { standingIn } from './standing.ts';

const named = ({ id, name, department }: StoredLedger) => ({ id, name, department });

/** What records ask of the ledgers: who wants to know what before an entry, and where it stands after. */
export const coverageFor = ({ records }: Pick<WordSources, 'records'>): Coverage => {
  const { vocabulary } = languageOf(records.elements);
  return {
    wanting: async (tx, { activity, subject, asked, today }) => {
      const ledgers = await findLedgers(tx, today, { activities: [activity] });
      // A ledger's own columns may be filled by any work it is about.
      const own = ledgers.flatMap(({ definition }) => elementsOf(definition)).filter(isOwn);
      const covers = await coverOf(tx, ledgers, vocabulary, subject, [...asked, ...own], today);
      return covers.map(({ ledger, elements }) => ({ ledger: named(ledger), elements }));
    },
    filling: async (tx, acts) => {
      const today = officeDay();
      const ledgers = await findLedgers(tx, today, { activities: acts.map((act) => act.activity) });
      const filled = await fillingOf(
        tx,
        ledgers.map(({ definition }) => definition),
        vocabulary,
        acts,
        today,
      );
      return filled.map(
        (cells) =>
          cells &&
          ledgers.flatMap((ledger, index) => {
            const number = cells[index];
            return number === null || number === undefined ? [] : [{ ...named(ledger), cells: number }];
          }),
      );
    },
    standing: async (tx, act) => {
      const today = officeDay();
      const ledgers = await findLedgers(tx, today, { activities: [act.activity] });
      const standings = await standingIn(tx, ledgers, vocabulary, act, today);
      return standings.map(({ ledger, cells }) => ({ ...named(ledger), cells }));
    },
  };
};
