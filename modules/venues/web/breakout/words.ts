import type { Breakout } from '../../domain/breakout.ts';
import { sinceThen } from '../parts/clock.ts';

/** `9:32` until the groups come back, `12:05` since they began where there is no clock. */
export const clockOf = ({ since, until }: Breakout, now: number): string =>
  until === null ? sinceThen(since, now) : sinceThen(new Date(now).toISOString(), Date.parse(until));

/** The last minute: time to come to an end. */
export const isLast = ({ until }: Breakout, now: number): boolean =>
  until !== null && Date.parse(until) - now <= 60_000;
