import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RecordValues } from '../contract.ts';
import { activityOf } from '../domain/activities.ts';
import { problems } from '../problems.ts';
import { addedAmong, elementOf } from './added-elements.ts';
import { admitValues } from './checks.ts';
import { findAnew } from './current-values.ts';
import * as repository from './repository.ts';
import { valuesOf } from './views.ts';

/** An act of work as a row of a department's form says it. */
export interface ImportedAct {
  /** The same row sent twice has one, so that it is stored once. */
  readonly clientId: string;
  readonly committee: string;
  readonly activity: string;
  readonly subject: string;
  readonly occurredOn: string;
  readonly occurredAt: string | null;
  readonly values: RecordValues;
  /** Why a value is unusual but true, by element. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Who did it, as the form says; else who brings the form. */
  readonly worker: string | null;
}

export interface ImportedChange {
  readonly record: string;
  /** What stood when the difference was shown: if another stands, nothing is changed. */
  readonly revision: number;
  readonly values: RecordValues;
  readonly reasons: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** What a form leaves empty was not asked for: it holds what it holds, of any element. */
const admitted = async (
  tx: Db,
  activity: string,
  values: RecordValues,
  reasons: Readonly<Record<string, string>>,
): Promise<Record<string, string>> => {
  const kind = activityOf(activity);
  if (!kind) throw new Refusal(problems.noActivity);
  const codes = Object.keys(values);
  const own = await addedAmong(tx, codes);
  const also = [
    ...codes.filter((code) => !code.startsWith('own.')).flatMap((code) => elementOf(code) ?? []),
    ...own,
  ];
  const lacks = kind.elements.map(({ element }) => element);
  return admitValues(kind, values, reasons, officeDay(), { also, lacks });
};

/** Takes new records' values into what is known, as `takeIn` does one by one. */
const takeInAll = (tx: Db, records: readonly string[]): Promise<unknown> =>
  sql`insert into current_value (subdistrict_id, subject_id, element, value, record_id, as_of)
    select distinct on (r.subject_id, v.key) r.subdistrict_id, r.subject_id, v.key, v.value, r.id, r.occurred_on
    from record r, jsonb_each(r.values) v
    where r.id = any(${[...records]}::uuid[]) and r.subject_kind = 'resident'
    order by r.subject_id, v.key, r.occurred_on desc, r.id desc
    on conflict (subdistrict_id, subject_id, element) do update
      set value = excluded.value, record_id = excluded.record_id, as_of = excluded.as_of
      where current_value.as_of <= excluded.as_of`.execute(tx);

/**
 * Puts acts of a form in, each once. Values are checked as those of an entry are, but for what must be asked.
 * @returns the records' ids in the order given; null for a row that is stored already
 */
export const enterImported = async (
  tx: Db,
  who: Actor,
  acts: readonly ImportedAct[],
): Promise<(string | null)[]> => {
  const ids: (string | null)[] = [];
  for (const act of acts) {
    const confirmed = await admitted(tx, act.activity, act.values, act.reasons);
    const id = newId();
    const row = await repository.insertRecord(tx, {
      subdistrict: who.subdistrict,
      id,
      clientId: act.clientId,
      sentHash: createHash('sha256').update(act.clientId).digest('hex'),
      committee: act.committee,
      activity: act.activity,
      subjectKind: activityOf(act.activity)?.subjectKind ?? 'resident',
      subject: act.subject,
      occurredOn: act.occurredOn,
      occurredAt: act.occurredAt,
      values: act.values,
      confirmed,
      source: 'import',
      author: who.account,
      authorName: act.worker ?? who.name,
      filled: [],
      cellsSaved: 0,
    });
    ids.push(row ? id : null);
  }
  await takeInAll(
    tx,
    ids.flatMap((id) => id ?? []),
  );
  return ids;
};

/**
 * Puts a record right by what a later form says of it; what it said before is kept.
 * @returns the new revision; null when something else stands there now
 */
export const correctImported = async (tx: Db, who: Actor, change: ImportedChange): Promise<number | null> => {
  const row = await repository.lockRecord(tx, change.record);
  if (!row || row.voided_at !== null || row.revision !== change.revision) return null;
  const kept = Object.fromEntries(
    Object.entries(row.confirmed as Record<string, string>).filter(
      ([code]) => valuesOf(row)[code] === change.values[code],
    ),
  );
  const confirmed = await admitted(tx, row.activity, change.values, { ...kept, ...change.reasons });
  const revision = row.revision + 1;
  await repository.keepVersion(tx, row, { account: who.account, name: who.name, reason: change.reason });
  await repository.replaceValues(tx, row.id, {
    revision,
    occurredOn: row.occurred_on,
    occurredAt: row.occurred_at,
    values: change.values,
    confirmed,
  });
  const touched = new Set([...Object.keys(valuesOf(row)), ...Object.keys(change.values)]);
  await findAnew(tx, row.subject_id, [...touched]);
  return revision;
};

/**
 * Takes back what a form wrote: a record it made is void, one it corrected says again what it said before.
 * @returns false when the record was changed or voided since, and stays as it is
 */
export const takeBackImported = async (
  tx: Db,
  who: Actor,
  written: { readonly record: string; readonly revision: number; readonly made: boolean },
  reason: string,
): Promise<boolean> => {
  const row = await repository.lockRecord(tx, written.record);
  if (!row || row.voided_at !== null || row.revision !== written.revision) return false;
  if (written.made) {
    await repository.markVoid(tx, row.id, { name: who.name, reason });
    await findAnew(tx, row.subject_id, Object.keys(valuesOf(row)));
    return true;
  }
  const before = (await repository.findRevisions(tx, row.id)).find(
    ({ revision }) => revision === written.revision - 1,
  );
  if (!before) return false;
  await repository.keepVersion(tx, row, { account: who.account, name: who.name, reason });
  await repository.replaceValues(tx, row.id, {
    revision: row.revision + 1,
    occurredOn: before.occurred_on,
    occurredAt: before.occurred_at,
    values: valuesOf(before),
    confirmed: before.confirmed as Record<string, string>,
  });
  await findAnew(tx, row.subject_id, [
    ...new Set([...Object.keys(valuesOf(row)), ...Object.keys(valuesOf(before))]),
  ]);
  return true;
};
