import { MM_PER_PT } from './geometry.ts';

/** Advance of one character in em, in the fonts the paper is set in. */
export type WidthOf = (char: string) => number;

/** A place for text, mm; sizes in points from the one tried first down to the smallest legible. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  /** Space after each character, em. */
  readonly tracking?: number;
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
  /** Not all of it is there: it ends with "…". */
  readonly clipped: boolean;
}

/** Room between two lines, em; a line itself is 1 em high. The template sets the same. */
const LEADING = 0.22;
/** On one line text shrinks this far before it is wrapped. */
const ONE_LINE = 0.75;
/** Sums of rounded widths may be off by this, mm. */
const SLACK = 0.02;

const OPENING = '（〔［｛《〈「『【“‘([{';
const CLOSING = '）〕］｝》〉」』】”’，。、；：？！％…—～·々)]},.;:?!%';
const isWide = (char: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(char);

/** Whether a line may end between two neighbours: not inside a number or a word, not before 。, not after （. */
const breaksBetween = (before: string, after: string): boolean => {
  if (before === ' ') return after !== ' ';
  if (after === ' ' || OPENING.includes(before) || CLOSING.includes(after)) return false;
  return isWide(before) || isWide(after);
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** What is never cut in two: characters with what belongs to them. Plain text needs no dictionary for it. */
const clustersOf = (text: string): string[] =>
  /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/.test(text)
    ? [...text]
    : Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Pieces of a line that stay together. */
const unitsOf = (clusters: readonly string[]): string[][] => {
  const units: string[][] = [];
  for (const [index, cluster] of clusters.entries()) {
    const before = clusters[index - 1];
    const unit = units.at(-1);
    if (before === undefined || !unit || breaksBetween(before, cluster)) units.push([cluster]);
    else unit.push(cluster);
  }
  return units;
};

const lineWidth = (clusters: readonly string[], widthOf: WidthOf): number => {
  let width = 0;
  for (const cluster of clusters) for (const char of cluster) width += widthOf(char);
  return width;
};

/** Lines of at most `most` em; undefined when a unit alone is wider. */
const wrapped = (
  units: readonly (readonly string[])[],
  most: number,
  widthOf: WidthOf,
): string[] | undefined => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units) {
    const width = lineWidth(unit, widthOf);
    // A space at the end of a line takes no room.
    const room = unit.at(-1) === ' ' ? width - widthOf(' ') : width;
    if (room > most) return undefined;
    if (used + room > most && line !== '') {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += unit.join('');
    used += width;
  }
  return [...lines, line.trimEnd()];
};

const linesThatFit = (height: number, size: number): number =>
  Math.floor((height / (size * MM_PER_PT) + LEADING + 1e-6) / (1 + LEADING));

const emsIn = (box: Box, size: number): number => (box.width - SLACK) / (size * MM_PER_PT);

/** The paragraphs of a text wrapped at a size, whole or not at all. */
const wrappedAt = (
  paragraphs: readonly (readonly (readonly string[])[])[],
  size: number,
  box: Box,
  widthOf: WidthOf,
): string[] | undefined => {
  const lines: string[] = [];
  const most = linesThatFit(box.height, size);
  for (const units of paragraphs) {
    const more = wrapped(units, emsIn(box, size), widthOf);
    if (!more || lines.length + more.length > most) return undefined;
    lines.push(...more);
  }
  return lines;
};

const onOneLine = (paragraphs: readonly string[][], box: Box, widthOf: WidthOf): number | undefined => {
  const widest = Math.max(...paragraphs.map((clusters) => lineWidth(clusters, widthOf)));
  const [largest = 9] = box.sizes;
  return box.sizes.find(
    (size) =>
      size >= largest * ONE_LINE &&
      widest <= emsIn(box, size) &&
      paragraphs.length <= Math.max(1, linesThatFit(box.height, size)),
  );
};

/** As much as there is room for at the smallest size, with "…". */
const cut = (clusters: readonly string[], box: Box, widthOf: WidthOf): Fitted => {
  const size = box.sizes.at(-1) ?? 6;
  const most = Math.max(1, linesThatFit(box.height, size));
  const ems = emsIn(box, size);
  const lines: string[] = [];
  let at = 0;
  while (at < clusters.length && lines.length < most) {
    const room = lines.length === most - 1 ? ems - widthOf('…') : ems;
    let line = '';
    let used = 0;
    for (; at < clusters.length && clusters[at] !== '\n'; at += 1) {
      used += lineWidth([clusters[at] ?? ''], widthOf);
      if (used > room && line !== '') break;
      line += clusters[at];
    }
    if (clusters[at] === '\n') at += 1;
    lines.push(line);
  }
  return { size, lines: [...lines.slice(0, -1), `${lines.at(-1) ?? ''}…`], clipped: true };
};

/**
 * Fits text into a box that never grows: on one line, shrunk a little; then wrapped, shrunk down to the smallest
 * legible size; then with numbers and words broken; then cut. What is returned is no wider and no higher than the box.
 */
export const fitText = (text: string, box: Box, advanceOf: WidthOf): Fitted => {
  const { tracking } = box;
  const widthOf: WidthOf = tracking ? (char) => advanceOf(char) + tracking : advanceOf;
  const paragraphs = text.split('\n').map(clustersOf);
  const size = onOneLine(paragraphs, box, widthOf);
  if (size !== undefined) return { size, lines: text.split('\n'), clipped: false };
  const together = paragraphs.map(unitsOf);
  const apart = paragraphs.map((clusters) => clusters.map((cluster) => [cluster]));
  for (const units of [together, apart])
    for (const each of box.sizes) {
      const lines = wrappedAt(units, each, box, widthOf);
      if (lines) return { size: each, lines, clipped: false };
    }
  return cut(clustersOf(text), box, widthOf);
};
