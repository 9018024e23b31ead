import type { Hit } from '../match/hits.ts';
import type { Numeral } from '../read/numerals.ts';
import type { Field } from '../types.ts';
import { hitBy, type Span } from './span.ts';
import { convert, unitAt, unitNamed } from './units.ts';

/** A figure said of a field that cannot hold it: 低压八百. */
export interface OutOfRange extends Span {
  readonly field: Field;
}

/** What may stand between a field's name and its figure: 低压改成八百, 心率有两千. */
const between =
  /^(?:[\s，：]|改成|改为|改到|改|换成|应该|是|为|有|到|了|的|就|要|写成|记成|量下来|测下来|大概|差不多|不对|说错){0,5}$/;

const valueIn = (text: string, field: Field, { end, value }: Numeral): number | undefined => {
  const unit = unitAt(text, end)?.unit;
  if (value === null || !unit) return value ?? undefined;
  const factor = convert(unit, unitNamed(field.unit), false);
  return factor === undefined ? undefined : value * factor;
};

/** Whether a field may hold a figure; both ends are included. */
export const inRange = ({ min, max }: Field, value: number): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

/** Figures right behind a number field's own name that no field took and this one cannot hold. */
export const outOfRange = (
  text: string,
  hits: readonly Hit[],
  numerals: readonly Numeral[],
  taken: readonly Span[],
): OutOfRange[] =>
  numerals.flatMap((numeral) => {
    if (hitBy(numeral.run, taken)) return [];
    const cue = hits.findLast(
      (hit) =>
        hit.role === 'before' &&
        hit.own &&
        hit.field.type === 'number' &&
        hit.end - hit.start > 1 &&
        hit.end <= numeral.start &&
        between.test(text.slice(hit.end, numeral.start)),
    );
    const value = cue && valueIn(text, cue.field, numeral);
    if (!cue || value === undefined || inRange(cue.field, value)) return [];
    return [{ start: numeral.start, end: numeral.end, field: cue.field }];
  });
