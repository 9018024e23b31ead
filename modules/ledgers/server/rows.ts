import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Column } from '../domain/definition.ts';
import type { Value } from '../domain/evaluate.ts';
import { compile, compileCondition } from './compile.ts';
import { type Sql, sortedBy, type View } from './views.ts';

/** A row as read: the values of its columns in order; `null` where nothing is known or nothing is stored. */
export interface Row {
  readonly key: string;
  readonly record: string | null;
  readonly committee: string;
  readonly source: string | null;
  readonly revision: number | null;
  readonly values: readonly (Value | Uint8Array)[];
  readonly flags: readonly boolean[];
}

export interface RowOrder {
  readonly column: Column;
  readonly descending: boolean;
}

const nothing = sql`null::text`;

export const cellOf = ({ shows }: Column, view: View): Sql =>
  'expression' in shows ? compile(shows.expression, view.words, view.places) : nothing;

const flagOf = ({ flag }: Column, view: View): Sql =>
  flag ? compileCondition(flag.when, view.words, view.places) : sql`false`;

const listOf = (prefix: string, parts: readonly Sql[]): Sql =>
  sql.join(parts.map((part, index) => sql`${part} as ${sql.id(`${prefix}${index}`)}`));

const selected = (columns: readonly Column[], view: View): Sql => sql`${view.key} as key, r.id as record,
  c.id as committee, r.source as source, r.revision as revision,
  ${listOf(
    'v',
    columns.map((column) => cellOf(column, view)),
  )},
  ${listOf(
    'f',
    columns.map((column) => flagOf(column, view)),
  )}`;

type Raw = Record<string, unknown>;

const rowOf = (raw: Raw, columns: readonly Column[]): Row => ({
  key: raw.key as string,
  record: raw.record as string | null,
  committee: raw.committee as string,
  source: raw.source as string | null,
  revision: raw.revision as number | null,
  values: columns.map((_, index) => raw[`v${index}`] as Value | Uint8Array),
  flags: columns.map((_, index) => raw[`f${index}`] === true),
});

/** The day of an act is never unknown, and as a day an index has it. */
const isDay = ({ shows }: Column): boolean =>
  'expression' in shows && 'act' in shows.expression && shows.expression.act === 'date';

const tiesOf = ({ ties, order }: View, { descending }: RowOrder): Sql => ties?.(descending) ?? order;

export const orderOf = (view: View, order: RowOrder | null): Sql => {
  if (!order) return view.order;
  const { column, descending } = order;
  if (view.ties && isDay(column)) return view.ties(descending);
  return sql`${sortedBy(cellOf(column, view), descending)}, ${tiesOf(view, order)}`;
};

/** How many rows a view has. */
export const countRows = async (tx: Db, view: View): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${view.from} where ${view.where}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/**
 * Rows `offset` to before `offset + limit`, in the ledger's own order or as somebody sorted them, and how many
 * there are in all: both from one walk over them.
 */
export const readPage = async (
  tx: Db,
  view: View,
  columns: readonly Column[],
  order: RowOrder | null,
  limit: number,
  offset: number,
): Promise<{ rows: Row[]; total: number }> => {
  const { rows } = await sql<Raw>`select ${selected(columns, view)}, count(*) over () as total
    from ${view.from} where ${view.where}
    order by ${orderOf(view, order)} limit ${limit} offset ${offset}`.execute(tx);
  // Behind the last page no row says how many there are.
  const total = rows[0]?.total ?? (offset === 0 ? 0 : await countRows(tx, view));
  return { rows: rows.map((raw) => rowOf(raw, columns)), total: Number(total) };
};

/** Acts that are gone through for a number beside the page; of more, the number is asked for by itself. */
const countedAtOnce = 1_000;

/** Whether a view has so many acts to look at that counting its rows would take longer than showing a page. */
export const isLong = async (tx: Db, { acts }: View): Promise<boolean> => {
  if (!acts) return false;
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from record r where ${acts} limit ${countedAtOnce + 1}) looked`.execute(tx);
  return (rows[0]?.n ?? 0) > countedAtOnce;
};

const readOrdered = async (
  tx: Db,
  view: View,
  columns: readonly Column[],
  where: Sql,
  order: Sql,
  limit: number,
  offset: number,
): Promise<Row[]> => {
  const { rows } = await sql<Raw>`select ${selected(columns, view)} from ${view.from} where ${where}
    order by ${order} limit ${limit} offset ${offset}`.execute(tx);
  return rows.map((raw) => rowOf(raw, columns));
};

/**
 * The same rows as `readPage` gives, without going through all of them: where an index has them in their order
 * it is walked until there are enough. Those with nothing in the column somebody sorts by come last, and are
 * asked for when the others have ended.
 */
export const readRows = async (
  tx: Db,
  view: View,
  columns: readonly Column[],
  order: RowOrder | null,
  limit: number,
  offset: number,
): Promise<Row[]> => {
  const whole = () => readOrdered(tx, view, columns, view.where, orderOf(view, order), limit, offset);
  if (!order || !view.ties || isDay(order.column)) return whole();
  const value = cellOf(order.column, view);
  const ties = view.ties(order.descending);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const known = sql`${view.where} and ${value} is not null`;
  const rows = await readOrdered(
    tx,
    view,
    columns,
    known,
    sql`${value} ${direction}, ${ties}`,
    limit,
    offset,
  );
  if (rows.length === limit) return rows;
  if (rows.length === 0 && offset > 0) return whole();
  const unknown = sql`${view.where} and ${value} is null`;
  return [...rows, ...(await readOrdered(tx, view, columns, unknown, ties, limit - rows.length, 0))];
};
