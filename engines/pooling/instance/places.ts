import { minuteOf, type Span, startsOf, timeOf } from '../clock.ts';
import type { Problem } from '../problem.ts';

/**
 * A slot with a start: what a sitting can take. A fixed band is one place, a slot with free starts is one for each
 * start. Places stand in order of time, so the lowest index is the earliest.
 */
export interface Place {
  readonly slot: string;
  readonly start: string | undefined;
  readonly day: number;
  readonly week: number;
  /** Minutes since the first day's midnight; equal means at the same time. */
  readonly time: number;
  readonly venue: string;
  readonly band: boolean;
  /** The longest sitting that fits. */
  readonly minutes: number;
  readonly inPerson: boolean;
  /** People it seats; without end by video. */
  readonly seats: number;
  /** Sittings of different buckets are never at once: a start for bands, a day where starts are free. */
  readonly bucket: number;
}

const DAY = 24 * 60;

/** The time a sitting of so many minutes takes in a place. */
export const spanAt = (place: Place, minutes: number): Span => {
  const from = place.time - place.day * DAY;
  return { day: place.day, from, to: from + (place.band ? place.minutes : minutes), band: place.band };
};

export const placesOf = ({ slots, daysPerWeek }: Problem): Place[] => {
  const free = slots.some((slot) => slot.until !== undefined);
  const places = slots.flatMap((slot) =>
    startsOf(slot, 0).map((from): Place => {
      const band = slot.until === undefined;
      const inPerson = slot.mode === 'in-person';
      return {
        slot: slot.id,
        start: band ? undefined : timeOf(from),
        day: slot.day,
        week: Math.floor(slot.day / daysPerWeek),
        time: slot.day * DAY + from,
        venue: slot.venue,
        band,
        minutes: band ? slot.minutes : Math.min(slot.minutes, minuteOf(slot.until as string) - from),
        inPerson,
        seats: inPerson && slot.seats !== null ? slot.seats : Number.POSITIVE_INFINITY,
        bucket: free ? slot.day : slot.day * DAY + from,
      };
    }),
  );
  places.sort((a, b) => a.time - b.time);
  const buckets = new Map<number, number>();
  return places.map((place) => {
    const bucket = buckets.get(place.bucket) ?? buckets.size;
    buckets.set(place.bucket, bucket);
    return { ...place, bucket };
  });
};
