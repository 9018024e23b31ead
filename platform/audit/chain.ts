import { createHash, createHmac } from 'node:crypto';

/** One entry of an audit chain, as it is hashed. `facts` never hold personal values: codes, ids and counts. */
export interface AuditEntry {
  readonly subdistrict: string;
  readonly chain: string;
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly account: string;
  readonly action: string;
  readonly subject: string;
  readonly facts: unknown;
}

/** The hash before the first entry. */
export const genesis = '0'.repeat(64);

/** JSON with sorted keys: jsonb does not keep their order, and the hash must survive the database. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
};

/** Hash of an entry over everything in it and the hash of the entry before. */
export const hashEntry = (entry: AuditEntry, previous: string): string =>
  createHash('sha256').update(previous).update(canonical(entry)).digest('hex');

/** Seal of a chain's head: whoever has only the database cannot make a shorter or other chain look whole. */
export const sealHead = (
  key: Uint8Array,
  subdistrict: string,
  chain: string,
  seq: number,
  hash: string,
): string => createHmac('sha256', key).update(`${subdistrict}|${chain}|${seq}|${hash}`).digest('hex');

export type ChainBreak = { seq: number; reason: 'missing' | 'changed' | 'order' | 'tail' | 'seal' };

interface Stored extends AuditEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Walks one chain from its start. Finds an edited, deleted, reordered or inserted entry, and a cut tail.
 * @returns the first break, or null when the chain is whole
 */
export const findBreak = (
  entries: readonly Stored[],
  head: { seq: number; hash: string; seal: string } | null,
  key: Uint8Array,
): ChainBreak | null => {
  let previous = genesis;
  for (const [index, { previousHash, hash, ...entry }] of entries.entries()) {
    const expected = index + 1;
    if (entry.seq !== expected) return { seq: expected, reason: 'missing' };
    if (previousHash !== previous) return { seq: entry.seq, reason: 'order' };
    if (hashEntry(entry, previous) !== hash) return { seq: entry.seq, reason: 'changed' };
    previous = hash;
  }
  const last = entries.at(-1);
  if (!head) return last ? { seq: last.seq, reason: 'tail' } : null;
  if (head.seq !== (last?.seq ?? 0) || head.hash !== previous) return { seq: head.seq, reason: 'tail' };
  const { subdistrict, chain } = last ?? { subdistrict: '', chain: '' };
  return sealHead(key, subdistrict, chain, head.seq, head.hash) === head.seal
    ? null
    : { seq: head.seq, reason: 'seal' };
};
