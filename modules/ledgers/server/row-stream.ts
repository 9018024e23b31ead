import { sql } from 'kysely';
import type { Database, Db, Tenant } from '#platform/database/database.ts';
import type { Column } from '../domain/definition.ts';
import type { Value } from '../domain/evaluate.ts';
import { cellOf, orderOf, type RowOrder } from './rows.ts';
import type { Sql, View } from './views.ts';

/**
 * What is read in one read-only transaction, handed on as it comes: the reader sets the pace, and going
 * away ends the transaction.
 */
export const streamFrom = <T>(
  db: Database,
  who: Tenant,
  rows: (tx: Db) => AsyncIterable<T>,
): ReadableStream<T> => {
  const { readable, writable } = new TransformStream<T, T>();
  const writer = writable.getWriter();
  const send = async (tx: Db): Promise<void> => {
    for await (const one of rows(tx)) {
      await writer.ready;
      await writer.write(one);
    }
  };
  db.read(who, send).then(
    () => writer.close().catch(() => undefined),
    (error: unknown) => writer.abort(error).catch(() => undefined),
  );
  return readable;
};

/** A row's values by column as the database gives them; sealed ones still sealed. */
export type RawValues = (Value | Uint8Array)[];

/** A row that can be told from others and traced to its act. */
export interface TracedRow {
  readonly key: string;
  readonly record: string | null;
  readonly revision: number | null;
  readonly values: RawValues;
}

/** Rows fetched at once: enough to be quick, little enough that other requests get their turn between. */
const chunk = 2_000;

/** Columns that hold something: a running number and a place to sign are not asked of the database. */
const readColumns = (columns: readonly Column[]): number[] =>
  columns.flatMap(({ shows }, index) => ('expression' in shows ? [index] : []));

type Raw = Record<string, unknown>;

const valuesOf = (raw: Raw, read: readonly number[], names: readonly string[], count: number): RawValues => {
  const values: RawValues = new Array(count).fill(null);
  for (const [at, index] of read.entries())
    values[index] = (raw[names[at] ?? ''] ?? null) as Value | Uint8Array;
  return values;
};

async function* fetched(
  tx: Db,
  view: View,
  columns: readonly Column[],
  order: RowOrder | null,
  more: readonly Sql[],
): AsyncGenerator<Raw[]> {
  const cells = readColumns(columns).map((index) => {
    const column = columns[index] as Column;
    return sql`${cellOf(column, view)} as ${sql.id(`v${index}`)}`;
  });
  const selected = [...more, ...cells];
  await sql`declare ledger_rows no scroll cursor for
    select ${selected.length > 0 ? sql.join(selected) : sql`1 as one`}
    from ${view.from} where ${view.where}
    order by ${orderOf(view, order)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Raw>`fetch ${sql.lit(chunk)} from ledger_rows`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < chunk) return;
  }
}

/**
 * The values of every row in its order, some thousand at a time from one snapshot: what is corrected while
 * a long ledger goes out neither doubles nor loses a row. Ends with the transaction.
 */
export async function* streamValues(
  tx: Db,
  view: View,
  columns: readonly Column[],
  order: RowOrder | null = null,
): AsyncGenerator<RawValues[]> {
  const read = readColumns(columns);
  const names = read.map((index) => `v${index}`);
  for await (const rows of fetched(tx, view, columns, order, []))
    yield rows.map((raw) => valuesOf(raw, read, names, columns.length));
}

/** As `streamValues`, each row with the act it comes from. */
export async function* streamTraced(
  tx: Db,
  view: View,
  columns: readonly Column[],
  order: RowOrder | null = null,
): AsyncGenerator<TracedRow[]> {
  const read = readColumns(columns);
  const names = read.map((index) => `v${index}`);
  const traced = [sql`${view.key} as key`, sql`r.id as record`, sql`r.revision as revision`];
  for await (const rows of fetched(tx, view, columns, order, traced))
    yield rows.map((raw) => ({
      key: raw.key as string,
      record: raw.record as string | null,
      revision: raw.revision as number | null,
      values: valuesOf(raw, read, names, columns.length),
    }));
}
