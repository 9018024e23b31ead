import type { Hit } from '../match/hits.ts';
import { readAddresses } from '../read/addresses.ts';
import { type DateReading, readDates } from '../read/dates.ts';
import { readNumerals } from '../read/numerals.ts';
import type { Place } from './item.ts';
import type { Setting } from './look.ts';
import { hitBy, overlaps, type Span } from './span.ts';

/** 三号 may be a house or a day, 6.8 a day or a blood sugar: the likelier reading stays. */

/** A day with the cue of a date field right before or behind it. */
const isCued = (hits: readonly Hit[], day: DateReading): boolean =>
  hits.some((h) => {
    if (h.field.type !== 'date' && h.field.type !== 'datetime') return false;
    if (h.role === 'after') return h.start >= day.end && h.start <= day.end + 1;
    return h.role === 'before' && h.end <= day.start && h.end >= day.start - 1;
  });

/** 这个礼拜一粒药都没吃 names no Monday. */
const measured = /^一[粒片颗顿直共点只条趟]/;

/** 9号 哦不 19号: what takes an address back is an address. */
const retake =
  /^[\s，]*(?:哦|噢|喔|啊|呃|嗯)?[\s，]*(?:不|不对|不是|错了|说错了|更正|改)(?:[\s，]|是|应该是|成)*$/;

export const placesAndDays = (
  { ledger, compounds }: Setting,
  text: string,
  ref: string,
  hits: readonly Hit[],
  phones: readonly Span[],
): { places: Place[]; days: DateReading[] } => {
  const counts = ledger.ledger.fields.some((f) => f.type === 'number');
  const isNumber = (d: DateReading): boolean =>
    d.likelihood < 0.5 &&
    counts &&
    (/^\d+\.\d$/.test(text.slice(d.start, d.end)) ||
      hits.some(
        (h) => h.field.type === 'number' && h.role === 'before' && h.end <= d.start && h.end >= d.start - 2,
      ));
  const weight = (d: DateReading): number => d.likelihood + (isCued(hits, d) ? 0.3 : 0);
  const runs = readNumerals(text).map((n) => n.run);
  // 一百五一百 holds no Labour Day.
  const inRun = (d: DateReading): boolean =>
    runs.some((run) => d.start >= run.start && d.end <= run.end && d.end - d.start < run.end - run.start);
  const days = readDates(text, ref).filter(
    (d) => !hitBy(d, phones) && !isNumber(d) && !inRun(d) && !measured.test(text.slice(d.end - 1, d.end + 1)),
  );
  const found = readAddresses(text, compounds).filter(
    (a) => !hitBy(a, phones) && !(a.heard && a.likelihood < 0.3),
  );
  // 三号 和安三号404: with a whole address behind it, the bare number is the day.
  const whole = (i: number): boolean =>
    found
      .slice(i + 1)
      .some(
        (f) =>
          f.value.building !== undefined && (f.value.compound !== undefined || f.value.room !== undefined),
      );
  const places = found.filter((a, i) => {
    if (
      a.maybeDate &&
      a.likelihood <= 0.5 &&
      whole(i) &&
      !/[和跟与、]$/.test(text.slice(a.end, a.end + 1)) &&
      days.some((d) => overlaps(a, d))
    )
      return false;
    const before = found[i - 1];
    // A house spoken of before is meant again: 五号和六号都有 … 五号的弄好了.
    const again =
      a.maybeDate &&
      found.some((f, j) => j < i && f.likelihood > 0.6 && f.value.building === a.value.building);
    const corrects = again || (before && retake.test(text.slice(before.end, a.start)));
    return corrects || !days.some((d) => overlaps(a, d) && weight(d) > a.likelihood);
  });
  return { places, days: days.filter((d) => !hitBy(d, places)) };
};
