import { createHash } from 'node:crypto';
import type { RecordDraft } from '../contract.ts';

/** Keys in order, so that the same entry has one hash whatever order its fields were sent in. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, one]) => [key, canonical(one)]));
};

/** What was said under a client id. How it was said (typed, voice) and what was confirmed on asking do not count. */
export const sentHash = ({ activity, subject, occurredOn, occurredAt, values }: RecordDraft): string => {
  const at = occurredAt === null ? null : new Date(occurredAt).toISOString();
  const said = { activity, subject, occurredOn, occurredAt: at, values };
  return createHash('sha256')
    .update(JSON.stringify(canonical(said)))
    .digest('hex');
};
