import type { RuleTerms } from '../contract.ts';
import { sayPosts } from './posts.ts';

/**
 * The office's rules from its 2019 decision: only the party-building and the self-governance office call
 * secretaries and directors, once a month each; a department has three call-ups of all 33 committees a month.
 */
export const defaultTerms = {
  reserved_posts: {
    posts: ['secretary', 'director'],
    conveners: ['party_building', 'self_governance'],
    perMonth: 1,
  },
  department_quota: { posts: [], conveners: [], perMonth: 99 },
} as const satisfies Record<RuleCode, unknown>;

export type RuleCode = 'reserved_posts' | 'department_quota';
export type RulesInForce = Readonly<Record<RuleCode, RuleTerms>>;

/** What is asked for, as far as the rules look at it. */
export interface Ask {
  readonly departmentKind: string;
  readonly posts: ReadonlySet<string>;
  readonly callUps: number;
}

/** What a department has had in one month: sittings under `reserved_posts`, call-ups under `department_quota`. */
export interface MonthUse {
  readonly month: string;
  readonly reservedSittings: number;
  readonly callUps: number;
}

export type Verdict = { readonly month: string; readonly limit: number; readonly used: number } & (
  | { readonly outcome: 'admitted'; readonly rule: RuleCode | 'no_call_up'; readonly asked: number }
  | {
      readonly outcome: 'approval_required';
      readonly rule: RuleCode;
      readonly because: 'not_convener' | 'spent';
      readonly asked: number;
    }
);

/** The month that has least left decides: a window over two months must fit both. */
const tightest = (
  uses: readonly MonthUse[],
  used: (use: MonthUse) => number,
): { month: string; used: number } =>
  uses
    .map((use) => ({ month: use.month, used: used(use) }))
    .reduce((worst, use) => (use.used > worst.used ? use : worst), { month: uses[0]?.month ?? '', used: 0 });

const underLimit = (
  rule: RuleCode,
  limit: number,
  asked: number,
  { month, used }: { month: string; used: number },
): Verdict =>
  used + asked <= limit
    ? { outcome: 'admitted', rule, month, limit, used, asked }
    : { outcome: 'approval_required', rule, because: 'spent', month, limit, used, asked };

/**
 * Which rule a request follows, and whether it needs the main leader (主要领导).
 *
 * Calling nobody is free. Naming a reserved post (书记、主任) follows `reserved_posts` only: other
 * departments need approval, the conveners too once their month is spent. Anything else counts
 * call-ups (人次) under the department's monthly quota. A limit of 0 means "never without approval".
 *
 * @param uses one for each month the window touches
 */
export const decideConvening = (rules: RulesInForce, ask: Ask, uses: readonly MonthUse[]): Verdict => {
  const { reserved_posts: reserved, department_quota: quota } = rules;
  if (ask.callUps === 0)
    return {
      outcome: 'admitted',
      rule: 'no_call_up',
      month: uses[0]?.month ?? '',
      limit: 0,
      used: 0,
      asked: 0,
    };
  if (!reserved.posts.some((post) => ask.posts.has(post)))
    return underLimit(
      'department_quota',
      quota.perMonth,
      ask.callUps,
      tightest(uses, (use) => use.callUps),
    );
  const month = tightest(uses, (use) => use.reservedSittings);
  if ((reserved.conveners as readonly string[]).includes(ask.departmentKind))
    return underLimit('reserved_posts', reserved.perMonth, 1, month);
  return {
    outcome: 'approval_required',
    rule: 'reserved_posts',
    because: 'not_convener',
    ...month,
    limit: reserved.perMonth,
    asked: 1,
  };
};

/** `YYYY-MM` of every month from one day to another. */
export const monthsTouched = (earliest: string, latest: string): string[] => {
  const [year = 0, month = 0] = earliest.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = latest.split('-').map(Number);
  const count = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const at = month - 1 + index;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
};

const monthZh = (month: string): string => `${Number(month.slice(5))} 月`;

const sayReserved = (rules: RulesInForce, verdict: Verdict): { zh: string; en: string } => {
  const posts = sayPosts(rules.reserved_posts.posts);
  if (verdict.outcome === 'admitted')
    return {
      zh: `${posts.zh}的会由本科室召集，每月 ${verdict.limit} 次，这是${monthZh(verdict.month)}第 ${verdict.used + 1} 次，无须批准`,
      en: `Your office may call ${posts.en} ${verdict.limit} time(s) a month; this is number ${verdict.used + 1} of ${verdict.month}. No approval needed.`,
    };
  if (verdict.because === 'not_convener')
    return {
      zh: `只有社区党建办、自治办可以直接召集${posts.zh}；其他科室召集须经主要领导批准`,
      en: `Only the party-building and self-governance offices call ${posts.en} directly; others need the main leader's approval.`,
    };
  return {
    zh: `${monthZh(verdict.month)}召集${posts.zh}的 ${verdict.limit} 次已用完，须经主要领导批准`,
    en: `The ${verdict.limit} sitting(s) with ${posts.en} of ${verdict.month} are spent: the main leader's approval is needed.`,
  };
};

const sayQuota = ({ outcome, month, limit, used, asked }: Verdict): { zh: string; en: string } =>
  outcome === 'admitted'
    ? {
        zh: `${monthZh(month)}限额 ${limit} 人次，已用 ${used}，这次 ${asked}，还剩 ${limit - used - asked}，无须批准`,
        en: `Quota of ${month}: ${limit} call-ups, ${used} used, ${asked} now, ${limit - used - asked} left. No approval needed.`,
      }
    : {
        zh: `${monthZh(month)}限额 ${limit} 人次，已用 ${used}，这次 ${asked} 超出，须经主要领导批准`,
        en: `Quota of ${month}: ${limit} call-ups, ${used} used; ${asked} more exceed it. The main leader's approval is needed.`,
      };

/** The verdict as a cadre reads it. */
export const sayVerdict = (rules: RulesInForce, verdict: Verdict): { zh: string; en: string } => {
  if (verdict.rule === 'reserved_posts') return sayReserved(rules, verdict);
  if (verdict.rule === 'department_quota') return sayQuota(verdict);
  return { zh: '不召集居委干部，不占限额，无须批准', en: 'Calls up no cadre: no quota, no approval.' };
};

/** A rule in words. */
export const sayRule = (code: RuleCode, terms: RuleTerms): { zh: string; en: string } => {
  const posts = sayPosts(terms.posts);
  return code === 'reserved_posts'
    ? {
        zh: `召集${posts.zh}：社区党建办、自治办每月各 ${terms.perMonth} 次；其余须经主要领导批准`,
        en: `Calling ${posts.en}: the party-building and self-governance offices ${terms.perMonth} time(s) a month each; all else by the main leader's approval.`,
      }
    : {
        zh: `召集其他居委干部：每科室每月 ${terms.perMonth} 人次；超出须经主要领导批准`,
        en: `Calling other cadres: ${terms.perMonth} call-ups a department a month; more by the main leader's approval.`,
      };
};
