import type { Db } from '#platform/database/database.ts';
import type { SittingSummary } from '../contract.ts';
import type { SittingFacts } from './interface.ts';
import type { Office } from './office.ts';
import { type AgendaRow, countCalls, findAgendas, type SittingRow } from './sitting-repository.ts';

/** A sitting with what every view of it needs. */
export interface KnownSitting {
  readonly row: SittingRow;
  readonly facts: SittingFacts;
  readonly agenda: readonly AgendaRow[];
  readonly callUps: number;
}

const endOf = ({ starts_at, minutes }: SittingRow): string =>
  new Date(Date.parse(starts_at) + minutes * 60_000).toISOString();

/** Reads what belongs to some sittings: two queries, however many they are. */
export const knowSittings = async (tx: Db, rows: readonly SittingRow[]): Promise<KnownSitting[]> => {
  const ids = rows.map(({ id }) => id);
  const agendas = Map.groupBy(await findAgendas(tx, ids), ({ sitting_id }) => sitting_id);
  const calls = Map.groupBy(await countCalls(tx, ids), ({ sitting_id }) => sitting_id);
  return rows.map((row) => {
    const agenda = agendas.get(row.id) ?? [];
    const called = calls.get(row.id) ?? [];
    return {
      row,
      agenda,
      callUps: row.kind === 'practice' ? 0 : called.reduce((sum, { cadres }) => sum + Number(cadres), 0),
      facts: {
        id: row.id,
        title: row.title,
        startsAt: row.starts_at,
        endsAt: endOf(row),
        mode: row.mode as 'video',
        place: row.place,
        state: row.state as 'arranged',
        kind: row.kind as 'regular',
        revision: row.revision,
        departments: [...new Set(agenda.map(({ department_id }) => department_id))],
        committees: called.map(({ committee_id }) => committee_id),
      },
    };
  });
};

/** What the invitations of a reader's committee say to that reader. */
export interface Own {
  readonly needed: { from: string; until: string } | null;
  readonly unanswered: number;
}

export const summaryOf = (
  office: Pick<Office, 'departmentNamed'>,
  { facts, callUps }: KnownSitting,
  { needed, unanswered }: Own,
): SittingSummary => ({
  id: facts.id,
  title: facts.title,
  startsAt: facts.startsAt,
  endsAt: facts.endsAt,
  mode: facts.mode,
  place: facts.place,
  state: facts.state,
  kind: facts.kind,
  revision: facts.revision,
  departments: facts.departments.map((id) => office.departmentNamed(id).name),
  committees: facts.committees.length,
  callUps,
  needed,
  unanswered,
});
