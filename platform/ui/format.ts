import type { Language } from './pages.ts';
import { currentLanguage } from './text.ts';

const zone = 'Asia/Shanghai';
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Year, month, day of an instant (ISO) or of a day as it stands, at the office. */
const dayOf = (at: string): string =>
  day.test(at)
    ? at
    : new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }).format(new Date(at));

/** Noon in Shanghai, so that no zone moves the date. */
const noonOf = (at: string): Date => new Date(`${dayOf(at)}T12:00:00+08:00`);

/** `11-25`, for tables and rows. Takes a day (`2026-11-25`) or an instant. */
export const formatDay = (at: string): string => dayOf(at).slice(5);

/** `11月25日`, in English `25 Nov`. With `year`: `2026年11月25日`, `25 Nov 2026`. */
export const formatLongDay = (
  at: string,
  { year = false, language = currentLanguage() }: { year?: boolean; language?: Language } = {},
): string => {
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      ...(year ? { year: 'numeric' } : {}),
    }).format(noonOf(at));
  const [y, m, d] = dayOf(at).split('-').map(Number);
  return `${year ? `${y}年` : ''}${m}月${d}日`;
};

/** `星期三`, in English `Wednesday`. */
export const formatWeekday = (at: string, language: Language = currentLanguage()): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, weekday: 'long' }).format(
    noonOf(at),
  );

/** `14:10` at the office, 24 hours. Takes an instant, or a time as it stands (`14:10:00`). */
export const formatTime = (at: string): string =>
  /^\d{2}:\d{2}/.test(at)
    ? at.slice(0, 5)
    : new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      }).format(new Date(at));

/** `14:00 – 14:35`. */
export const formatSpan = (from: string, until: string): string =>
  `${formatTime(from)} – ${formatTime(until)}`;

/** `11-25 14:10`. */
export const formatMoment = (at: string): string => `${formatDay(at)} ${formatTime(at)}`;

/** `2026年11月`, in English `Nov 2026`. Takes `2026-11` or anything longer. */
export const formatMonth = (month: string, language: Language = currentLanguage()): string => {
  const first = `${month.slice(0, 7)}-01`;
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'short', year: 'numeric' }).format(
      noonOf(first),
    );
  return `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月`;
};

/** The day it is now at the office, `2026-11-25`. */
export const officeToday = (now: Date = new Date()): string => dayOf(now.toISOString());
