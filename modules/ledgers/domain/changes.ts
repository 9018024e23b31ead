import type { Column } from './definition.ts';
import type { Value } from './evaluate.ts';
import { cellText, type Dictionary } from './format.ts';

/** What an act said at one time. */
export interface Version {
  readonly day: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** One value that was corrected; `element` null: the day itself. Empty text: nothing was there. */
export interface Change {
  readonly element: string | null;
  readonly from: string;
  readonly to: string;
}

const textOf = (code: string, value: unknown, dictionary: Dictionary): string => {
  const column = { shows: { expression: { element: code } } } as Column;
  return cellText(column, (value ?? null) as Value, dictionary, 'paper');
};

/** What a correction changed among these elements, in their order; the day first. */
export const changesBetween = (
  before: Version,
  after: Version,
  codes: readonly string[],
  dictionary: Dictionary,
): Change[] => {
  const values = codes
    .filter(
      (code) => JSON.stringify(before.values[code] ?? null) !== JSON.stringify(after.values[code] ?? null),
    )
    .map((code) => ({
      element: code,
      from: textOf(code, before.values[code], dictionary),
      to: textOf(code, after.values[code], dictionary),
    }));
  return before.day === after.day ? values : [{ element: null, from: before.day, to: after.day }, ...values];
};
