import { fold } from './fold.ts';
import { digitOf, type Form, formsAt } from './numeral-forms.ts';

/** What a value may be; both ends included, in the field's unit. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

export interface SplitPiece {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** One way to cut a run into as many values as there are ranges, each within its own. Lower cost, more natural. */
export interface Split {
  readonly pieces: readonly SplitPiece[];
  readonly cost: number;
}

const separator = /[\s,，、.。;；/\\|~到比和跟-]/;

/** A split into more values, or of a longer text, has no use and would only cost time. */
const limits = { ranges: 6, length: 60, ways: 24, digits: 6 } as const;

/** Beside the natural forms every prefix of a string of digits: 13585 begins with 1, 13, 135 … */
const pieceForms = (s: string, at: number): Form[] => {
  const forms = formsAt(s, at).filter((form) => form.value !== null);
  let value = 0;
  for (let end = at; end < s.length && end < at + limits.digits; end += 1) {
    const digit = digitOf(s[end]);
    if (digit === undefined || (s[at] === '零' && end > at) || (s[at] === '0' && end > at)) break;
    value = value * 10 + digit;
    if (
      /[十百千万点]/.test(s[end + 1] ?? '') ||
      forms.some((form) => form.end === end + 1 && form.value === value)
    )
      continue;
    forms.push({ end: end + 1, value, kind: 'digits', cost: 0.3 });
  }
  return forms;
};

const skip = (s: string, at: number): number => {
  let to = at;
  while (to < s.length && separator.test(s[to] ?? '')) to += 1;
  return to;
};

/**
 * The ways to cut run-on numbers (一百三十五八十五, 13585, 幺三二 八零) into one value per range, in the order of
 * the ranges, the most natural first. Nothing when the text holds anything else than numbers and separators.
 *
 * @example splitRun('13585', [{ min: 70, max: 260 }, { min: 40, max: 150 }])[0] // pieces 135 and 85
 */
export const splitRun = (text: string, ranges: readonly NumberRange[]): Split[] => {
  const s = fold(text);
  if (s.length > limits.length || ranges.length === 0 || ranges.length > limits.ranges) return [];
  const found: Split[] = [];
  const go = (from: number, pieces: readonly SplitPiece[], cost: number): void => {
    const at = skip(s, from);
    const range = ranges[pieces.length];
    if (found.length >= limits.ways * 8) return;
    if (!range) {
      if (at === s.length) found.push({ pieces, cost });
      return;
    }
    for (const { end, value, cost: more } of pieceForms(s, at)) {
      if (value === null || value < range.min || value > range.max) continue;
      go(end, [...pieces, { start: at, end, value }], cost + more);
    }
  };
  go(0, [], 0);
  return found.sort((a, b) => a.cost - b.cost).slice(0, limits.ways);
};
