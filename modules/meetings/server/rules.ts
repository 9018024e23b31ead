import { addDays, officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { ConveningRule, RuleTerms } from '../contract.ts';
import { type MonthUse, type RuleCode, sayRule } from '../domain/convening.ts';
import { defaultRules, type StoredRule } from '../domain/rules.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import { departmentOf, readOffice } from './office.ts';
import { monthUse } from './request-repository.ts';
import { endRule, ensureRules, insertRule, lockRules, readRules } from './rule-repository.ts';

const usedOf = (rule: StoredRule, use: MonthUse | null): number => {
  if (!use) return 0;
  return rule.code === 'reserved_posts' ? use.reservedSittings : use.callUps;
};

const inForceFrom = (day: string) => (rule: StoredRule) =>
  rule.effectiveTo === null || rule.effectiveTo >= day;

/** The convening rules: what holds now and what will, and changing them from a day on. */
export const createRules = ({ platform: { db, audit }, organisation }: Dependencies) => {
  const list = async (tx: Db, who: Actor): Promise<ConveningRule[]> => {
    const stored = await readRules(tx);
    const department = departmentOf(who, await readOffice(tx, organisation));
    const use = department && (await monthUse(tx, department.id, officeMonth()));
    return (stored.length > 0 ? stored : [...defaultRules])
      .filter(inForceFrom(officeDay()))
      .map((rule) => ({ ...rule, words: sayRule(rule.code, rule.terms), used: usedOf(rule, use) }));
  };

  return {
    list: (who: Actor): Promise<ConveningRule[]> => db.read(who, (tx) => list(tx, who)),

    /** New terms from a day on; the former ones end the day before and are kept. */
    amend: (
      who: Actor,
      { code, effectiveFrom, terms }: { code: RuleCode; effectiveFrom: string; terms: RuleTerms },
    ): Promise<ConveningRule[]> =>
      db.transaction(who, async (tx) => {
        await lockRules(tx, who.subdistrict);
        if (effectiveFrom < officeDay()) throw new Refusal(problems.windowPast);
        const current = (await ensureRules(tx, who.subdistrict)).filter((rule) => rule.code === code).at(-1);
        if (current && current.effectiveFrom >= effectiveFrom) throw new Refusal(problems.ruleOverlaps);
        if (current) await endRule(tx, current, addDays(effectiveFrom, -1));
        await insertRule(tx, who.subdistrict, { code, effectiveFrom, effectiveTo: null, terms });
        const rules = await list(tx, who);
        await audit.record(tx, who, 'meeting.rule-amended', code, { effectiveFrom, terms });
        return rules;
      }),
  };
};
