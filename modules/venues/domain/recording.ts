import type { LogLine } from './outline.ts';
import { outlineOf } from './outline.ts';

/** A part of a recording and the stretch of time it holds. Times ISO 8601. */
export interface RecordedPart {
  readonly part: number;
  readonly firstAt: string;
  readonly milliseconds: number;
}

/** A stretch of the sitting that one may jump to, as it lies in a part; seconds from the part's beginning. */
export interface Mark {
  readonly kind: 'item' | 'speech';
  readonly item: string | null;
  readonly venue: string | null;
  readonly part: number;
  readonly from: number;
  readonly until: number;
}

interface Stretch {
  readonly kind: Mark['kind'];
  readonly item: string | null;
  readonly venue: string | null;
  readonly at: string;
  readonly until: string;
}

/** Items and speeches in the order they began; an item before who spoke in it. */
const stretchesOf = (log: readonly LogLine[], now: string): Stretch[] =>
  outlineOf(log, now).parts.flatMap(({ item, from, until, lines }) => [
    ...(item === null ? [] : [{ kind: 'item' as const, item, venue: null, at: from, until }]),
    ...lines.flatMap((line) =>
      line.kind === 'speech'
        ? [{ kind: 'speech' as const, item, venue: line.venue, at: line.at, until: line.until }]
        : [],
    ),
  ]);

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

const inPart = (
  { at, until, ...stretch }: Stretch,
  { part, firstAt, milliseconds }: RecordedPart,
): Mark[] => {
  const from = Math.max(0, Date.parse(at) - Date.parse(firstAt));
  const to = Math.min(milliseconds, Date.parse(until) - Date.parse(firstAt));
  return to > from ? [{ ...stretch, part, from: seconds(from), until: seconds(to) }] : [];
};

/**
 * Where the items of the agenda and the speeches lie in a recording. What ran over the recorder's death stands
 * in each part it ran in; what was not recorded stands nowhere.
 * @param log the sitting's switching log
 * @param now the end of what still goes on
 */
export const marksOf = (parts: readonly RecordedPart[], log: readonly LogLine[], now: string): Mark[] => {
  const stretches = stretchesOf(log, now);
  return parts.flatMap((part) => stretches.flatMap((stretch) => inPart(stretch, part)));
};
