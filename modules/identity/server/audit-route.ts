import { sql } from 'kysely';
import { common, Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { type BoundRoute, handle } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import type { Context } from './context.ts';

/** Where a page ended: `<instant>|<chain>|<seq>`, exact, so that no entry is shown twice or left out. */
const encode = (entry: { at: string; chain: string; seq: number }): string =>
  Buffer.from(`${entry.at}|${entry.chain}|${entry.seq}`).toString('base64url');

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const decode = (cursor: string) => {
  const [at = '', chain = '', seq = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (
    !instant.test(at) ||
    Number.isNaN(Date.parse(at)) ||
    !/^[\w-]{1,60}$/.test(chain) ||
    !/^\d{1,9}$/.test(seq)
  )
    throw new Refusal(common.invalid, {}, [{ path: 'query.before', message: '不是上一页给出的值' }]);
  return { at, chain, seq: Number(seq) };
};

type Query = { before?: string | undefined; action?: string | undefined; limit: number };

const pageOf = (tx: Db, { before, action, limit }: Query) => {
  const from = before === undefined ? null : decode(before);
  return tx
    .selectFrom('audit as a')
    .leftJoin('auth.user as u', 'u.id', 'a.account_id')
    .select([
      'a.chain',
      'a.seq',
      'a.at',
      'a.account_id as account',
      'u.name',
      'a.action',
      'a.subject',
      sql<Record<string, unknown>>`a.facts`.as('facts'),
    ])
    .$if(action !== undefined, (query) => query.where('a.action', '=', action ?? ''))
    .$if(from !== null, (query) =>
      query.where(
        sql<boolean>`(a.at, a.chain, a.seq) < (${from?.at}::timestamptz, ${from?.chain}, ${from?.seq}::int)`,
      ),
    )
    .orderBy('a.at', 'desc')
    .orderBy('a.chain', 'desc')
    .orderBy('a.seq', 'desc')
    .limit(limit)
    .execute();
};

/** The auditor's page. Reading the audit is itself written down. */
export const auditRoute = ({ platform }: Context): BoundRoute =>
  handle(contract.listAuditEntries, ({ who, query }) =>
    platform.db.transaction(who, async (tx) => {
      const entries = await pageOf(tx, query);
      const last = entries.at(-1);
      await platform.audit.record(tx, who, 'audit.read', 'audit', { entries: entries.length });
      return { entries, next: last && entries.length === query.limit ? encode(last) : null };
    }),
  );
