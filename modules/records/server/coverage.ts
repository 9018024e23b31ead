import type { Db } from '#platform/database/database.ts';
import type { FilledLedger } from '../contract.ts';

/** A ledger that an entry may come to stand in, and which of the asked elements it wants. */
interface Wanting {
  readonly ledger: { readonly id: string; readonly name: string; readonly department: string };
  readonly elements: readonly string[];
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
   * While it is stored: which ledgers a new entry fills, and how many cells of each form. Null when that can
   * only be said once it is stored (it is older than what is known already).
   */
  readonly filling: (
    tx: Db,
    entry: {
      activity: string;
      subject: string;
      day: string;
      time: string | null;
      worker: string;
      values: Readonly<Record<string, unknown>>;
    },
  ) => Promise<readonly FilledLedger[] | null>;
  /** After it: in which ledgers the record stands now, and how many cells of each form it fills. */
  readonly standing: (
    tx: Db,
    record: { id: string; activity: string; subject: string; day: string },
  ) => Promise<readonly FilledLedger[]>;
}

/** Before ledgers have registered, and where there are none. */
export const noCoverage: Coverage = {
  wanting: async () => [],
  filling: async () => null,
  standing: async () => [],
};
