import type { Db } from '#platform/database/database.ts';
import type { Opened } from './reader.ts';
import { countRows } from './rows.ts';

/** How many rows a ledger has in a scope; a summary has a line for each committee and month. */
export const rowCount = (tx: Db, { ledger, view, scope, words }: Opened): Promise<number> =>
  ledger.definition.grain === 'summary'
    ? Promise.resolve(scope.months.length * (scope.committee ? 1 : words.committees.length))
    : countRows(tx, view);
