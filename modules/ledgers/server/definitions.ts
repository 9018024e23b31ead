import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { LedgerDefinition } from '../domain/definition.ts';
import { learnOwn } from './own-elements.ts';

/** Which version of which ledger. */
export interface VersionRef {
  readonly id: string;
  readonly version: number;
}

/** As many as a city's office would have in use; each some kilobytes. */
const most = 2_000;

/** A version is never edited, so that what was read once holds for as long as the process runs. */
const read = new Map<string, LedgerDefinition>();

const keyOf = ({ id, version }: VersionRef): string => `${id}:${version}`;

const remember = (ref: VersionRef, definition: LedgerDefinition): void => {
  if (read.size >= most) read.delete(read.keys().next().value ?? '');
  read.set(keyOf(ref), definition);
};

const fetchMissing = async (tx: Db, refs: readonly VersionRef[]): Promise<void> => {
  const rows = await tx
    .selectFrom('ledger_version')
    .select(['ledger_id', 'version', 'grain', 'activities', 'condition', 'columns', 'detail', 'layout'])
    .select(['sorting', 'period'])
    .where(
      sql<boolean>`(ledger_id, version) in (select * from unnest(
        ${refs.map(({ id }) => id)}::uuid[], ${refs.map(({ version }) => version)}::int[]))`,
    )
    .execute();
  const read = rows.map(({ ledger_id: id, version, sorting: order, ...rest }) => ({
    ref: { id, version },
    definition: LedgerDefinition.parse({ ...rest, order }),
  }));
  await learnOwn(
    tx,
    read.map(({ definition }) => definition),
  );
  for (const { ref, definition } of read) remember(ref, definition);
};

/** The definitions of versions the caller has found to be theirs, in their order. */
export const definitionsOf = async (tx: Db, refs: readonly VersionRef[]): Promise<LedgerDefinition[]> => {
  const missing = refs.filter((ref) => !read.has(keyOf(ref)));
  if (missing.length > 0) await fetchMissing(tx, missing);
  return refs.map((ref) => {
    const found = read.get(keyOf(ref));
    if (!found) throw new Error('a ledger without its version');
    return found;
  });
};
