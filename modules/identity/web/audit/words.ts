import { formatMoment } from '#platform/ui/format.ts';
import type { Language } from '#platform/ui/pages.ts';
import type { Say } from '#platform/ui/text.ts';
import type { AuditEntry } from '../../contract.ts';
import { acts } from './acts.ts';
import { facts, values } from './facts.ts';

/** By code: Chinese, English. They come with the audit's page, nobody else waits for them. */
export type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

export interface Speaker {
  language: Language;
  t: Say;
  /** A committee's name by its id; null when there is none of it. */
  committee: (id: string) => string | null;
}

const wordOf = (words: Words, language: Language, code: string): string | null =>
  words[code]?.[language === 'zh' ? 0 : 1] ?? null;

/** What was done; an act that has no word yet stands as its code rather than not at all. */
export const sayAct = (language: Language, action: string): string =>
  wordOf(acts, language, action) ?? action;

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:/;
const rolesIn = new Set(['roles', 'from', 'to']);

const sayText = ({ language, committee }: Speaker, value: string): string | null => {
  if (uuid.test(value)) return committee(value);
  if (moment.test(value)) return formatMoment(value);
  return wordOf(values, language, value) ?? value;
};

/** A value in words; null when it says nothing (an id, nothing at all). Lists of posts are named, others counted. */
const sayValue = (speaker: Speaker, fact: string, value: unknown): string | null => {
  if (value === null || value === '') return null;
  if (Array.isArray(value))
    return rolesIn.has(fact)
      ? value.map((role) => speaker.t(`identity.role.${role}`)).join(speaker.language === 'zh' ? '、' : ', ')
      : String(value.length);
  if (typeof value === 'object') return sayCounts(speaker, value);
  return sayText(speaker, String(value));
};

/** Named facts in the order of their table: stored ones come back in no order that means something. */
const named = (given: object): [code: string, value: unknown][] => {
  const stored = new Map<string, unknown>(Object.entries(given));
  return Object.keys(facts).flatMap((code) => (stored.has(code) ? [[code, stored.get(code)]] : []));
};

/** `新增 3 更新 1`, of counts within a fact. */
const sayCounts = ({ language }: Speaker, counts: object): string | null =>
  named(counts)
    .filter(([, count]) => typeof count === 'number' && count > 0)
    .map(([code, count]) => `${wordOf(facts, language, code)} ${count}`)
    .join(' ') || null;

/** The facts of an act that mean something to an auditor, in words: `用途：上报 · 行数：31`. */
export const sayFacts = (speaker: Speaker, given: AuditEntry['facts']): string =>
  named(given)
    .flatMap(([code, value]) => {
      const said = sayValue(speaker, code, value);
      const colon = speaker.language === 'zh' ? '：' : ': ';
      return said === null ? [] : [`${wordOf(facts, speaker.language, code)}${colon}${said}`];
    })
    .join(' · ');

/** Of what: an id by its end, so that acts on one thing are seen to belong together; nothing where it is one's own account. */
export const saySubject = (speaker: Speaker, { subject, account }: AuditEntry): string => {
  if (subject === account) return '';
  if (uuid.test(subject)) return speaker.committee(subject) ?? `…${subject.slice(-8)}`;
  return /^\d{4}$/.test(subject) ? subject : (wordOf(values, speaker.language, subject) ?? '');
};
