import type { Coverage } from '#modules/records/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import { coverOf } from './coverage.ts';
import { fillingOf } from './filling.ts';
import { readOfficeWords, type WordSources } from './office-words.ts';
import { findLedgers, type StoredLedger } from './repository.ts';
import { standingIn } from './standing.ts';

/** What records ask of the ledgers: who wants to know what before an entry, and where it stands after. */
export const coverageFor = (sources: WordSources): Coverage => {
  const about = async (tx: Db, activity: string, today: string) => {
    const words = await readOfficeWords(tx, sources);
    const ledgers = await findLedgers(tx, today, { activity });
    const named = ({ id, name, departmentId }: StoredLedger) => ({
      id,
      name,
      department: words.departments.get(departmentId)?.name ?? '',
    });
    return { words, ledgers, named };
  };
  return {
    wanting: async (tx, { activity, subject, asked, today }) => {
      const { words, ledgers, named } = await about(tx, activity, today);
      const covers = await coverOf(tx, ledgers, words, subject, asked, today);
      return covers.map(({ ledger, elements }) => ({ ledger: named(ledger), elements }));
    },
    filling: async (tx, act) => {
      const today = officeDay();
      const ledgers = await findLedgers(tx, today, { activity: act.activity });
      const cells = await fillingOf(
        tx,
        ledgers.map(({ definition }) => definition),
        sources.records.elements,
        act,
        today,
      );
      return (
        cells &&
        ledgers.flatMap(({ id, name, department }, index) => {
          const number = cells[index];
          return number === null || number === undefined ? [] : [{ id, name, department, cells: number }];
        })
      );
    },
    standing: async (tx, act) => {
      const today = officeDay();
      const { words, ledgers, named } = await about(tx, act.activity, today);
      const standings = await standingIn(tx, ledgers, words, act, today);
      return standings.map(({ ledger, cells }) => ({ ...named(ledger), cells }));
    },
  };
};
