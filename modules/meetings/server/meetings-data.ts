import { addDays, instantAt, isWorkingDay, officeDay } from '#platform/calendar/calendar.ts';
import type { Audience, RequestDraft } from '../contract.ts';

/** Drafts for tests. */
export const workers: Audience = { posts: ['social_worker'], committees: 'all' };
export const directors: Audience = { posts: ['director'], committees: 'all' };

/** The first working day at least two days from now and early enough in its month that two weeks fit. */
export const meetingDay = (() => {
  let day = addDays(officeDay(), 2);
  while (!isWorkingDay(day) || addDays(day, 14).slice(0, 7) !== day.slice(0, 7)) day = addDays(day, 1);
  return day;
})();

export const at = (clock: string, day = meetingDay): string => instantAt(day, clock);

/** Two items of 10 and 20 minutes, within a week of `meetingDay`. */
export const draftOf = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  purpose: '冬季防火',
  items: [
    { title: '隐患排查要求', minutes: 10, kind: 'discuss', presenter: '科员', audience: null },
    { title: '消防演练', minutes: 20, kind: 'train', presenter: '科员', audience: null },
  ],
  audience: workers,
  when: { kind: 'window', earliest: meetingDay, latest: addDays(meetingDay, 10), part: 'any' },
  mode: 'video',
  place: '',
  ...change,
});
