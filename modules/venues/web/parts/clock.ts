import { useEffect, useState } from 'react';
import { formatDay, formatMoment, formatTime } from '#platform/ui/format.ts';

/** The server's time, each second. `ahead`: what to add to this device's clock. */
export const useNow = (ahead: number): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
};

/** `0:42`, `12:05`, from an instant until now. */
export const sinceThen = (from: string | null, now: number): string => {
  if (from === null) return '';
  const seconds = Math.max(0, Math.floor((now - Date.parse(from)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** When it starts: `14:00` today, `11-26 14:00` on another day. `now` in milliseconds. */
export const startWords = (startsAt: string, now: number): string =>
  formatDay(startsAt) === formatDay(new Date(now).toISOString())
    ? formatTime(startsAt)
    : formatMoment(startsAt);
