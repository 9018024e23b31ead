import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { RuleTerms } from '../contract.ts';
import type { RuleCode } from '../domain/convening.ts';
import { defaultRules, type StoredRule } from '../domain/rules.ts';

export const jsonb = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/** Locks the rules until the transaction ends, so that two amendments cannot overlap. */
export const lockRules = (tx: Db, subdistrict: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`rules:${subdistrict}`}, 0))`.execute(tx);

export const readRules = async (tx: Db): Promise<StoredRule[]> => {
  const rows = await tx
    .selectFrom('convening_rule')
    .select(['code', 'effective_from', 'effective_to', 'terms'])
    .orderBy('code')
    .orderBy('effective_from')
    .execute();
  return rows.map((row) => ({
    code: row.code as RuleCode,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    terms: row.terms as unknown as RuleTerms,
  }));
};

export const insertRule = (tx: Db, subdistrict: string, rule: StoredRule) =>
  tx
    .insertInto('convening_rule')
    .values({
      subdistrict_id: subdistrict,
      code: rule.code,
      effective_from: rule.effectiveFrom,
      effective_to: rule.effectiveTo,
      terms: jsonb(rule.terms),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Gives a subdistrict that has no rules yet the defaults, so that decisions can name what they followed. */
export const ensureRules = async (tx: Db, subdistrict: string): Promise<StoredRule[]> => {
  const stored = await readRules(tx);
  if (stored.length > 0) return stored;
  for (const rule of defaultRules) await insertRule(tx, subdistrict, rule);
  return readRules(tx);
};

export const endRule = (tx: Db, { code, effectiveFrom }: StoredRule, effectiveTo: string) =>
  tx
    .updateTable('convening_rule')
    .set({ effective_to: effectiveTo })
    .where('code', '=', code)
    .where('effective_from', '=', effectiveFrom)
    .execute();
