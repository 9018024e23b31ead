import type { Db } from '#platform/database/database.ts';
import type { FilledLedger } from '../contract.ts';

/** A ledger that an entry may come to stand in, and which of the asked elements it wants. */
interface Wanting {
  readonly ledger: { readonly id: string; readonly name: string; readonly department: string };
  readonly elements: readonly string[];
}

/** An entry that is about to be stored. */
export interface NewEntry {
  readonly activity: string;
  readonly subject: string;
  readonly day: string;
  readonly time: string | null;
  readonly worker: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What records ask of whoever keeps ledgers (downstream of them, so it registers itself at composition:
 * `records.onCoverage(…)`). Both run in the caller's transaction and read only.
 */
export interface Coverage {
  /** Before an entry: which ledgers may come to hold it, whatever will be entered. */
  readonly wanting: (
    tx: Db,
    about: { activity: string; subject: string; asked: readonly string[]; today: string },
  ) => Promise<readonly Wanting[]>;
  /**
   * While they are stored: which ledgers new entries fill, and how many cells of each form, in their order; no
   * two are about the same subject. Null for one of which that can only be said once it is stored (it is older
   * than what is known already).
   */
  readonly filling: (
    tx: Db,
    entries: readonly NewEntry[],
  ) => Promise<readonly (readonly FilledLedger[] | null)[]>;
  /** After it: in which ledgers the record stands now, and how many cells of each form it fills. */
  readonly standing: (
    tx: Db,
    record: { id: string; activity: string; subject: string; day: string },
  ) => Promise<readonly FilledLedger[]>;
}

/** Before ledgers have registered, and where there are none. */
export const noCoverage: Coverage = {
  wanting: async () => [],
  filling: async (_, entries) => entries.map(() => null),
  standing: async () => [],
};
