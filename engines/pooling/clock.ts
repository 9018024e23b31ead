import type { Busy, Request, Sitting, Slot } from './problem.ts';

/** Minutes after midnight of 'HH:mm'. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Every minute of the day at which a sitting of this length may begin in this slot; none if it is too long. */
export const startsOf = (slot: Slot, length: number): number[] => {
  const first = minuteOf(slot.start);
  if (length > slot.minutes) return [];
  if (slot.until === undefined || slot.grid === undefined) return [first];
  const last = minuteOf(slot.until) - length;
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / slot.grid) + 1) },
    (_, k) => first + k * (slot.grid ?? 0),
  );
};

/** A stretch of a day, in minutes after midnight; the end is free again. */
export interface Span {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  /** A fixed band: two of them are at once when they begin together, as the problem files have it. */
  readonly band: boolean;
}

/** What a sitting takes: the whole band, or its agenda's length from its start. */
export const spanOf = (slot: Slot, start: string | undefined, length: number): Span => {
  const band = slot.until === undefined;
  const from = minuteOf(band ? slot.start : (start ?? slot.start));
  return { day: slot.day, from, to: from + (band ? slot.minutes : length), band };
};

/** Whether two sittings are at once. */
export const atOnce = (a: Span, b: Span): boolean =>
  a.day === b.day && (a.band && b.band ? a.from === b.from : a.from < b.to && b.from < a.to);

/** Whether a commitment stands in a sitting's way. */
export const blocks = (busy: Busy, span: Span): boolean => {
  if (busy.day !== span.day) return false;
  const from = minuteOf(busy.start);
  if (busy.minutes === undefined) return from === span.from;
  return from < span.to && span.from < from + busy.minutes;
};

/** Length of an agenda in minutes. */
export const lengthOf = (agenda: Sitting['agenda'], requests: ReadonlyMap<string, Request>): number =>
  agenda.reduce((sum, id) => sum + (requests.get(id)?.minutes ?? 0), 0);
