import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { type ChainBreak, findBreak, genesis, hashEntry, sealHead } from './chain.ts';

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
  /** Checks every chain of one subdistrict from its start. */
  readonly verify: (
    tx: Db,
    subdistrict: string,
  ) => Promise<{ chains: number; entries: number; breaks: NamedBreak[] }>;
}

export type NamedBreak = ChainBreak & { chain: string };

type Head = { seq: number; hash: string };

/** Takes the chain's next place; concurrent writers of one chain wait here, those of others do not. */
const lockHead = async (tx: Db, subdistrict: string, chain: string): Promise<Head> => {
  await tx
    .insertInto('audit_head')
    .values({ subdistrict_id: subdistrict, chain, seq: 0, hash: genesis, seal: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('subdistrict_id', '=', subdistrict)
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
};

const moveHead = (tx: Db, key: Uint8Array, subdistrict: string, chain: string, { seq, hash }: Head) =>
  tx
    .updateTable('audit_head')
    .set({ seq, hash, seal: sealHead(key, subdistrict, chain, seq, hash) })
    .where('subdistrict_id', '=', subdistrict)
    .where('chain', '=', chain)
    .execute();

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

/** The audit chains of trust.md: every mutation, sensitive read and denial. `key` comes from outside the database. */
export const createAudit = (key: Uint8Array): Audit => ({
  record: async (tx, who, action, subject, facts = {}, committee = who.committee) => {
    const subdistrict = who.subdistrict;
    const chain = committee ?? 'office';
    const head = await lockHead(tx, subdistrict, chain);
    const entry = {
      subdistrict,
      chain,
      seq: head.seq + 1,
      at: new Date().toISOString(),
      account: who.account,
      action,
      subject,
      // Through JSON once, so that what is hashed is what jsonb will give back.
      facts: JSON.parse(JSON.stringify(facts)) as Record<string, unknown>,
    };
    const hash = hashEntry(entry, head.hash);
    await tx
      .insertInto('audit')
      .values({
        subdistrict_id: subdistrict,
        chain,
        seq: entry.seq,
        at: entry.at,
        account_id: who.account,
        action,
        subject,
        facts: sql`${JSON.stringify(entry.facts)}::jsonb`,
        previous_hash: head.hash,
        hash,
      })
      .execute();
    await moveHead(tx, key, subdistrict, chain, { seq: entry.seq, hash });
  },

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
