/** A stretch of the utterance; `end` is behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const inside = (a: Span, spans: readonly Span[]): boolean =>
  spans.some((b) => a.start >= b.start && a.end <= b.end);
export const hitBy = (a: Span, spans: readonly Span[]): boolean => spans.some((b) => overlaps(a, b));

/** A mark for every character inside one of the spans. */
export const mark = (length: number, spans: readonly Span[]): Uint8Array => {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return marks;
};
