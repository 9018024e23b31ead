import { formatDay, formatLongDay, formatSpan, formatTime, formatWeekday } from '#platform/ui/format.ts';
import { type Say, useLanguage } from '#platform/ui/text.ts';
import type { Clash, MeetingRequest, SittingSummary } from '../contract.ts';

/** `主任、社工`. */
export const sayPosts = (t: Say, posts: readonly string[]): string =>
  posts.map((post) => t(`meetings.post-${post}`)).join(t('meetings.list-and'));

/** `11月25日 星期三 14:00 – 14:35`. */
export const sayWhenHeld = ({ startsAt, endsAt }: Pick<SittingSummary, 'startsAt' | 'endsAt'>): string =>
  `${formatLongDay(startsAt)} ${formatWeekday(startsAt)} ${formatSpan(startsAt, endsAt)}`;

/** When a request may be held: `11-25 至 11-27 上午`, or a fixed day and time. */
export const sayWhen = (t: Say, when: MeetingRequest['when']): string =>
  when.kind === 'fixed'
    ? `${formatLongDay(when.startsAt)} ${formatTime(when.startsAt)}`
    : t('meetings.window', {
        from: formatDay(when.earliest),
        until: formatDay(when.latest),
        part: t(`meetings.part-${when.part}`),
      });

/** The first few names, and how many there are. */
const sayCommittees = (t: Say, names: readonly string[]): string => {
  const few = names.slice(0, 3).join(t('meetings.list-and'));
  return names.length <= 3 ? few : t('meetings.committees-more', { names: few, n: names.length });
};

export const sayClash = (t: Say, clash: Clash): string =>
  t(`meetings.clash-${clash.kind}`, {
    committees: sayCommittees(t, clash.committees),
    n: clash.cadres,
    sitting: clash.sitting ?? '',
    request: clash.request ?? '',
  });

export const toneOf = (state: string): 'good' | 'look' | 'bad' | 'plain' =>
  (
    ({
      waiting: 'look',
      approved: 'look',
      arranged: 'good',
      started: 'good',
      refused: 'bad',
      cancelled: 'bad',
    }) as const
  )[state] ?? 'plain';

/** Picks the language in use from words the server wrote in both. */
export const useBoth = (): ((words: { zh: string; en: string }) => string) => {
  const language = useLanguage();
  return (words) => words[language];
};

/** Groups in the order they come; `Map.groupBy` is too new for the office's browsers. */
export const groupsOf = <T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
};
