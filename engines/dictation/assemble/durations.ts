import type { Numeral } from '../read/numerals.ts';

/** 一小时二十分钟, 两小时三十分, 一个小时零十分: said in two parts, they are one length of time, in minutes. */
const hours = /^个?(?:小时|钟头)(?:零|又|多)?\s?/;
const minutes = /^(?:分钟?|刻钟?)/;

export interface Duration {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
}

/** Lengths of time in hours and minutes; those in one unit alone are left to the numbers. */
export const findDurations = (text: string, numerals: readonly Numeral[]): Duration[] =>
  numerals.flatMap((first, i): Duration[] => {
    const joint = hours.exec(text.slice(first.end, first.end + 8))?.[0];
    const second = numerals[i + 1];
    if (!joint || !second || first.value === null || second.value === null) return [];
    if (Math.abs(first.end + joint.length - second.start) > 1) return [];
    const unit = minutes.exec(text.slice(second.end, second.end + 3))?.[0];
    if (!unit) return [];
    const part = unit.startsWith('刻') ? second.value * 15 : second.value;
    return [{ start: first.start, end: second.end + unit.length, minutes: first.value * 60 + part }];
  });
