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

/** The place in a sorted list up to which entries stand at or above a row. */
const countUpTo = (sorted: readonly NamedYear[], row: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.row ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A span of months over two years, named in one line: 2025年11月至2026年2月. */
interface Span {
  readonly from: NamedYear;
  readonly to: NamedYear;
}

const spansIn = (years: readonly NamedYear[]): Span[] =>
  years.flatMap((to, index) => {
    const from = years[index - 1];
    const isSpan =
      from?.row === to.row && from.year < to.year && from.month !== undefined && to.month !== undefined;
    return isSpan && from ? [{ from, to }] : [];
  });

/** The span's year in which a month lies: 1月 of the span above is in 2026. */
const yearInSpan = ({ from, to }: Span, month: number): NamedYear | undefined => {
  if (month >= (from.month ?? 13)) return from;
  return month <= (to.month ?? 0) ? to : undefined;
};

/** The year for a date written without one, by the row it stands in and its month. */
export type YearFor = (row: number, month: number | undefined) => NamedYear | undefined;

/**
 * The year named last above a row, as years govern what follows them, else the first named below; of the first of
 * these places that names any. A span of months over two years decides by the month.
 */
export const yearFinder = (places: readonly (readonly NamedYear[])[]): YearFor => {
  const [years = []] = places
    .map((place) => [...place].sort((a, b) => a.row - b.row))
    .filter((place) => place.length > 0);
  const spans = spansIn(years);
  return (row, month) => {
    const spanned = month === undefined ? [] : spans.flatMap((span) => yearInSpan(span, month) ?? []);
    if (spanned[0]) return spanned[0];
    const above = countUpTo(years, row);
    return years[above - 1] ?? years[above];
  };
};
