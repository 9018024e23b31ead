import { chineseNumber } from './chinese-number.ts';
import { plain } from './text.ts';

/** A year named somewhere in a sheet, by row from 0. */
export interface NamedYear {
  readonly row: number;
  readonly year: number;
  readonly month?: number | undefined;
}

const YEAR =
  /((?:19|20)\d{2}|[二一][〇零○O九][〇零○一二三四五六七八九]{2})(?:年(?:度)?|[-./](?=\d)|$)(?:(\d{1,2}|[一二三四五六七八九十]{1,3})(?=[月\-./]|$))?/g;

const figure = (text: string): number | undefined =>
  /^\d+$/.test(text) ? Number(text) : chineseNumber(text.replaceAll('O', '〇'));

/** Years a text names, with the month beside each: 2025年11月至2026年2月. */
export const yearsIn = (text: string): Omit<NamedYear, 'row'>[] => {
  const found: Omit<NamedYear, 'row'>[] = [];
  for (const [, written = '', month] of plain(text).slice(0, 400).matchAll(YEAR)) {
    const year = figure(written);
    if (year !== undefined && year >= 1980 && year <= 2100)
      found.push({ year, month: month === undefined ? undefined : figure(month) });
  }
  return found;
};

/** Of the years named at one place the one in which this month lies: 2025年11月至2026年2月 puts 1月 into 2026. */
const fitting = (named: readonly NamedYear[], month: number | undefined): NamedYear | undefined => {
  const [first] = named;
  const last = named.at(-1);
  if (month === undefined || first?.month === undefined || first.year === last?.year) return first;
  return month >= first.month ? first : last;
};

const nearest = (sorted: readonly NamedYear[], row: number): readonly NamedYear[] => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.row ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const [above, below] = [sorted[low - 1], sorted[low]];
  const best = above && (!below || row - above.row <= below.row - row) ? above : below;
  return best ? sorted.filter((each) => each.row === best.row) : [];
};

/** The year for a date written without one, by the row it stands in and its month. */
export type YearFor = (row: number, month: number | undefined) => NamedYear | undefined;

/**
 * The nearest year named: in the column itself, else in the lines around the table, else in other columns.
 * Of two as near the one above counts.
 */
export const yearFinder = (places: readonly (readonly NamedYear[])[]): YearFor => {
  const sorted = places
    .map((place) => [...place].sort((a, b) => a.row - b.row))
    .filter((place) => place.length > 0);
  return (row, month) => {
    const [place] = sorted;
    return place ? fitting(nearest(place, row), month) : undefined;
  };
};
