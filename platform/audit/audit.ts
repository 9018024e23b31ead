import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { type ChainBreak, findBreak, genesis, hashEntry, sealHead } from './chain.ts';

/** One thing somebody did. */
interface AuditAct {
  readonly who: Actor;
  readonly action: string;
  readonly subject: string;
  /** Codes, ids, counts; never a person's values. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The chain's committee, when the act is about one; default: the actor's. */
  readonly committee?: string | null;
}

export interface Audit {
  /**
   * Writes one entry in the caller's transaction. Call it last: it locks the chain until the commit.
   * @param facts codes, ids, counts; never a person's values
   * @param committee the chain's committee, when the act is about one; default: the actor's
   */
  readonly record: (
    tx: Db,
    who: Actor,
    action: string,
    subject: string,
    facts?: Readonly<Record<string, unknown>>,
    committee?: string | null,
  ) => Promise<void>;
  /** The same for several acts of one transaction, in their order: their chains are locked and moved once. */
  readonly recordAll: (tx: Db, subdistrict: string, acts: readonly AuditAct[]) => Promise<void>;
  /** Checks every chain of one subdistrict from its start. */
  readonly verify: (
    tx: Db,
    subdistrict: string,
  ) => Promise<{ chains: number; entries: number; breaks: NamedBreak[] }>;
}

export type NamedBreak = ChainBreak & { chain: string };

interface Head {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

const findHeads = async (tx: Db, subdistrict: string, chains: readonly string[]): Promise<Head[]> => {
  const { rows } = await sql<Head>`/* audit-heads */ select chain, seq, hash from audit_head
    where subdistrict_id = ${subdistrict}::uuid and chain = any(${[...chains]}::text[])
    order by chain for update`.execute(tx);
  return rows;
};

/**
 * Takes the chains' next places, in one order for everybody; concurrent writers of one chain wait here, those
 * of others do not.
 */
const lockHeads = async (tx: Db, subdistrict: string, chains: readonly string[]): Promise<Head[]> => {
  const found = await findHeads(tx, subdistrict, chains);
  if (found.length === chains.length) return found;
  await tx
    .insertInto('audit_head')
    .values(
      chains
        .toSorted()
        .map((chain) => ({ subdistrict_id: subdistrict, chain, seq: 0, hash: genesis, seal: '' })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return findHeads(tx, subdistrict, chains);
};

/** The entries with their places and hashes, and where each chain ends then. */
const chained = (subdistrict: string, heads: readonly Head[], acts: readonly AuditAct[], at: string) => {
  const ends = new Map(heads.map((head) => [head.chain, head]));
  const entries = acts.map(({ who, action, subject, facts = {}, committee = who.committee }) => {
    const chain = committee ?? 'office';
    const end = ends.get(chain) ?? { chain, seq: 0, hash: genesis };
    // Through JSON once, so that what is hashed is what jsonb will give back.
    const told = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
    const entry = {
      subdistrict,
      chain,
      seq: end.seq + 1,
      at,
      account: who.account,
      action,
      subject,
      facts: told,
    };
    const hash = hashEntry(entry, end.hash);
    ends.set(chain, { chain, seq: entry.seq, hash });
    return { ...entry, previous_hash: end.hash, hash };
  });
  return { entries, ends: [...ends.values()] };
};

const chainEntries = async (tx: Db, subdistrict: string, chain: string) => {
  const rows = await tx
    .selectFrom('audit')
    .selectAll()
    .where('subdistrict_id', '=', subdistrict)
    .where('chain', '=', chain)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    subdistrict: row.subdistrict_id,
    chain: row.chain,
    seq: row.seq,
    at: row.at,
    account: row.account_id,
    action: row.action,
    subject: row.subject,
    facts: row.facts,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
};

const recordAll = async (
  key: Uint8Array,
  tx: Db,
  subdistrict: string,
  acts: readonly AuditAct[],
): Promise<void> => {
  if (acts.length === 0) return;
  const chains = [...new Set(acts.map(({ who, committee = who.committee }) => committee ?? 'office'))];
  const heads = await lockHeads(tx, subdistrict, chains);
  const { entries, ends } = chained(subdistrict, heads, acts, new Date().toISOString());
  const sealed = ends.map((end) => ({
    ...end,
    seal: sealHead(key, subdistrict, end.chain, end.seq, end.hash),
  }));
  await sql`/* audit-entries */ with entries as (
      insert into audit (subdistrict_id, chain, seq, at, account_id, action, subject, facts, previous_hash, hash)
      select ${subdistrict}::uuid, e.chain, e.seq, e.at, e.account, e.action, e.subject, e.facts,
        e.previous_hash, e.hash
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(chain text, seq int, at timestamptz,
        account uuid, action text, subject text, facts jsonb, previous_hash text, hash text))
    update audit_head h set seq = n.seq, hash = n.hash, seal = n.seal
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as n(chain text, seq int, hash text, seal text)
    where h.subdistrict_id = ${subdistrict}::uuid and h.chain = n.chain`.execute(tx);
};

/** The audit chains of trust.md: every mutation, sensitive read and denial. `key` comes from outside the database. */
export const createAudit = (key: Uint8Array): Audit => ({
  record: (tx, who, action, subject, facts = {}, committee = who.committee) =>
    recordAll(key, tx, who.subdistrict, [{ who, action, subject, facts, committee }]),

  recordAll: (tx, subdistrict, acts) => recordAll(key, tx, subdistrict, acts),

  verify: async (tx, subdistrict) => {
    const heads = await tx
      .selectFrom('audit_head')
      .selectAll()
      .where('subdistrict_id', '=', subdistrict)
      .execute();
    const seen = await tx
      .selectFrom('audit')
      .select('chain')
      .distinct()
      .where('subdistrict_id', '=', subdistrict)
      .execute();
    const chains = new Set([...heads, ...seen].map(({ chain }) => chain));
    const breaks: NamedBreak[] = [];
    let entries = 0;
    for (const chain of chains) {
      const stored = await chainEntries(tx, subdistrict, chain);
      entries += stored.length;
      const head = heads.find((one) => one.chain === chain) ?? null;
      const broken = findBreak(stored, head, key);
      if (broken) breaks.push({ chain, ...broken });
    }
    return { chains: chains.size, entries, breaks };
  },
});
