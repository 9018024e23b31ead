import type { ImportedAct } from '#modules/records/server';
import { instantAt } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { PlannedRow } from '../../domain/forms/plan.ts';
import { clientIdOf } from './client-id.ts';
import { type FormPlan, newPerson, type PlanSources } from './planning.ts';
import type { WrittenRow } from './repository.ts';

/** One form's writing: who brings it, and whom it has added to the register on the way. */
export interface Writing {
  readonly who: Actor;
  readonly form: string;
  readonly plan: FormPlan;
  readonly today: string;
  readonly activity: string;
  /** Ids of people a form names more than once but the register did not know, by what tells them apart. */
  readonly added: Map<string, string>;
}

const correction = '按部门的表更正';

/** Adds somebody a row names, once however many rows do. */
const addPerson = async (
  tx: Db,
  sources: PlanSources,
  { who, plan, today, added }: Writing,
  row: PlannedRow,
): Promise<string | null> => {
  const read = plan.known[row.index]?.read;
  const draft = read && newPerson(read, sources.registers, today);
  if (!draft || !row.committee) return null;
  const { name, idNo, birth, building, room, address } = draft;
  const key = idNo ?? JSON.stringify([row.committee, name, birth, building, room, address]);
  const before = added.get(key);
  if (before) return before;
  const [id] = await sources.registers.plant(tx, who, row.committee, [draft]);
  if (id) added.set(key, id);
  return id ?? null;
};

const reasonsOf = (row: PlannedRow): Record<string, string> =>
  Object.fromEntries(
    row.remarks.flatMap(({ level, element }) =>
      level === 'unusual' && element && row.reason ? [[element, row.reason] as const] : [],
    ),
  );

const actOf = (writing: Writing, row: PlannedRow, subject: string): ImportedAct => {
  const read = writing.plan.known[row.index]?.read;
  const day = row.day ?? writing.today;
  return {
    clientId: clientIdOf(writing.form, row.index),
    committee: row.committee ?? '',
    activity: writing.activity,
    subject,
    occurredOn: day,
    occurredAt: read?.time ? instantAt(day, read.time) : null,
    values: row.values,
    reasons: reasonsOf(row),
    worker: read?.worker ?? null,
  };
};

/**
 * Writes rows that are decided, in the caller's transaction: people who are to be added first, then their acts, then
 * what is put right. A row that stands already, or stands otherwise than it was shown, is passed over.
 */
export const writeRows = async (
  tx: Db,
  sources: PlanSources,
  writing: Writing,
  rows: readonly PlannedRow[],
): Promise<WrittenRow[]> => {
  const written: WrittenRow[] = [];
  const creating: { row: PlannedRow; act: ImportedAct }[] = [];
  for (const row of rows.filter(({ write }) => write === 'create')) {
    const subject = row.subject === 'add' ? await addPerson(tx, sources, writing, row) : row.subject;
    if (subject) creating.push({ row, act: actOf(writing, row, subject) });
  }
  const ids = await sources.records.enterImported(
    tx,
    writing.who,
    creating.map(({ act }) => act),
  );
  for (const [at, { row }] of creating.entries()) {
    const record = ids[at];
    if (record) written.push({ number: row.index, record, revision: 1, made: true });
  }
  for (const row of rows.filter(({ write }) => write === 'correct')) {
    if (!row.record) continue;
    const revision = await sources.records.correctImported(tx, writing.who, {
      record: row.record.id,
      revision: row.record.revision,
      values: row.values,
      reasons: reasonsOf(row),
      reason: correction,
    });
    if (revision) written.push({ number: row.index, record: row.record.id, revision, made: false });
  }
  return written;
};
