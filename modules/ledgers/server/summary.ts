import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Column, LedgerDefinition } from '../domain/definition.ts';
import type { Scope } from '../domain/scope.ts';
import { type SummaryGroup, type SummaryRow, summaryRows } from '../domain/summary.ts';
import { compileCondition } from './compile.ts';
import type { Sql, View } from './views.ts';

const month = sql`to_char(r.occurred_on, 'YYYY-MM')`;

const counted = ({ shows }: Column, view: View): Sql => {
  if (!('count' in shows)) return sql`0`;
  const held = compileCondition(shows.where, view.words, view.places);
  const what = shows.count === 'records' ? sql`*` : sql`distinct r.subject_id`;
  return sql`count(${what}) filter (where ${held})`;
};

/** Counts by committee and month; committees without an act stand there with zeros. */
export const readSummary = async (
  tx: Db,
  view: View,
  definition: LedgerDefinition,
  scope: Scope,
  committees: readonly { id: string; shortName: string }[],
): Promise<SummaryRow[]> => {
  const { columns } = definition;
  const counts = columns.map((column, index) => sql`${counted(column, view)} as ${sql.id(`n${index}`)}`);
  const { rows } = await sql<
    Record<string, unknown>
  >`select c.id as committee, ${month} as month, ${sql.join(counts)}
    from ${view.from} where ${view.where} group by 1, 2`.execute(tx);
  const groups: SummaryGroup[] = rows.map((row) => ({
    committee: row.committee as string,
    month: row.month as string,
    counts: columns.map((_, index) => row[`n${index}`] as number),
  }));
  const shown = scope.committee ? committees.filter(({ id }) => id === scope.committee) : committees;
  return summaryRows(columns, groups, shown, scope.months);
};

/**
 * The rows behind one number: exactly as many as the number says. People counted once are shown by
 * their newest act of each committee's month.
 */
export const behindCount = (view: View, { shows }: Column): View => {
  if (!('count' in shows)) return view;
  const held = compileCondition(shows.where, view.words, view.places);
  const where = sql<boolean>`(${view.where} and ${held})`;
  if (shows.count === 'records') return { ...view, where };
  const newest = sql`select distinct on (r.committee_id, ${month}, r.subject_id) r.id from ${view.from} where ${where}
    order by r.committee_id, ${month}, r.subject_id, r.occurred_on desc, r.id desc`;
  return { ...view, where: sql<boolean>`r.id in (${newest})` };
};
