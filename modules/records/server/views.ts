import type { ResidentRef } from '#modules/registers/server';
import type {
  Element,
  FilledLedger,
  RecordBrief,
  RecordRevision,
  RecordValues,
  RecordView,
} from '../contract.ts';
import { activityOf } from '../domain/activities.ts';
import { summaryOf } from '../domain/say-values.ts';
import { elementOf } from './added-elements.ts';
import type { RecordRow, RevisionRow } from './repository.ts';

const isoOf = (at: unknown): string => new Date(at as string).toISOString();

/** The elements an activity may hold, in the order its form asks them. */
export const elementsOf = (activity: string): Element[] =>
  (activityOf(activity)?.elements ?? []).flatMap(({ element }) => elementOf(element) ?? []);

/** What a record holds beside what its activity asks: from a form, or for a ledger's own column. */
const elementsSaid = (row: RecordRow): Element[] => {
  const asked = elementsOf(row.activity);
  const codes = new Set(asked.map(({ code }) => code));
  const more = Object.keys(valuesOf(row)).filter((code) => !codes.has(code));
  return [...asked, ...more.flatMap((code) => elementOf(code) ?? [])];
};

export const valuesOf = (row: Pick<RecordRow, 'values'>): RecordValues =>
  row.values as unknown as RecordValues;

/** What an act that is about no person is about. */
export const ownCommittee = '本居委会';

/** A subject that has left the register keeps its records; it is named by nothing. */
const subjectOf = (row: RecordRow, subject: ResidentRef | undefined): RecordBrief['subject'] => ({
  kind: row.subject_kind === 'committee' ? 'committee' : 'resident',
  id: row.subject_id,
  name: row.subject_kind === 'committee' ? ownCommittee : (subject?.name ?? '—'),
  door: subject?.door ?? '',
});

export const briefOf = (row: RecordRow, subject: ResidentRef | undefined): RecordBrief => ({
  id: row.id,
  activity: row.activity,
  activityName: activityOf(row.activity)?.zh ?? row.activity,
  subject: subjectOf(row, subject),
  occurredOn: row.occurred_on,
  summary: summaryOf(valuesOf(row), elementsOf(row.activity)),
  author: row.author_name,
  enteredAt: isoOf(row.entered_at),
  revision: row.revision,
  voided: row.voided_at !== null,
});

const revisionOf = (row: RevisionRow): RecordRevision => ({
  revision: row.revision,
  occurredOn: row.occurred_on,
  values: valuesOf(row),
  changedBy: row.changed_by_name,
  changedAt: isoOf(row.changed_at),
  reason: row.reason,
});

const sourceOf = (source: string): RecordView['source'] =>
  source === 'voice' || source === 'import' || source === 'api' || source === 'derived' ? source : 'typed';

export const viewOf = (
  row: RecordRow,
  subject: ResidentRef | undefined,
  revisions: readonly RevisionRow[],
  ledgers: readonly FilledLedger[],
): RecordView => ({
  ...briefOf(row, subject),
  clientId: row.client_id,
  occurredAt: row.occurred_at === null ? null : isoOf(row.occurred_at),
  values: valuesOf(row),
  confirmed: row.confirmed as Record<string, string>,
  source: sourceOf(row.source),
  fields: elementsSaid(row),
  ledgers: [...ledgers],
  voidedReason: row.voided_reason,
  voidedBy: row.voided_by_name,
  revisions: revisions.map(revisionOf),
});

/** What stands, for somebody whose own entry or correction does not fit it. Values by element, nobody's name. */
export const standingOf = (row: RecordRow) => ({
  record: row.id,
  revision: row.revision,
  occurredOn: row.occurred_on,
  values: valuesOf(row),
  changedAt: isoOf(row.changed_at),
});
