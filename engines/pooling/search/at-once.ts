import { atOnce } from '../clock.ts';
import { type Place, spanAt } from '../instance/places.ts';

/** Whether two sittings of such lengths are at once in these places. */
export const sharesTime = (a: Place, minutesA: number, b: Place, minutesB: number): boolean =>
  a.band && b.band ? a.time === b.time : atOnce(spanAt(a, minutesA), spanAt(b, minutesB));
