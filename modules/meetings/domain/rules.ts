import type { RuleTerms } from '../contract.ts';
import { defaultTerms, type RuleCode, type RulesInForce } from './convening.ts';

/** A rule as stored: its terms hold from one day to another (inclusive), or on. */
export interface StoredRule {
  readonly code: RuleCode;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly terms: RuleTerms;
}

/** The day of the decision the defaults follow; earlier days know no rule. */
export const defaultsFrom = '2019-05-01';

export const defaultRules: readonly StoredRule[] = (['reserved_posts', 'department_quota'] as const).map(
  (code) => ({
    code,
    effectiveFrom: defaultsFrom,
    effectiveTo: null,
    terms: {
      ...defaultTerms[code],
      posts: [...defaultTerms[code].posts],
      conveners: [...defaultTerms[code].conveners],
    },
  }),
);

/** The rule of a code that holds on a day; before any was made, the default. */
export const ruleOn = (stored: readonly StoredRule[], code: RuleCode, day: string): StoredRule => {
  const found = stored.find(
    (rule) =>
      rule.code === code &&
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === null || day <= rule.effectiveTo),
  );
  const fallback = defaultRules.find((rule) => rule.code === code);
  if (!found && !fallback) throw new Error(`no rule ${code}`);
  return (found ?? fallback) as StoredRule;
};

export const rulesOn = (stored: readonly StoredRule[], day: string): RulesInForce => ({
  reserved_posts: ruleOn(stored, 'reserved_posts', day).terms,
  department_quota: ruleOn(stored, 'department_quota', day).terms,
});
