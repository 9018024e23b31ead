import type { Amended } from './amend.ts';
import { needsCue } from './assemble/anchors.ts';
import type { OutOfRange } from './assemble/out-of-range.ts';
import type { Ledger, Question } from './types.ts';

/** Below this sureness of the reader a value is asked back. */
const unsure = 0.72;

/** 低压八百: asked back beside the record it was said of, unless a figure that fits follows. */
export const questionsBeyond = (
  utterance: string,
  records: readonly Amended[],
  beyond: readonly OutOfRange[],
): Question[] =>
  beyond.flatMap(({ start, end, field }): Question[] => {
    const begins = ({ items }: Amended): number => Math.min(...[...items.values()].map((item) => item.start));
    const spoken = records.findLastIndex((record) => begins(record) <= start);
    const holding = records.findLastIndex(({ values }) => values[field.key] !== undefined);
    const record = spoken >= 0 ? spoken : holding >= 0 ? holding : records.length - 1;
    const later = records[record]?.items.get(field.key);
    if (record < 0 || (later && later.start > start)) return [];
    return [{ kind: 'out-of-range', record, field: field.key, heard: utterance.slice(start, end) }];
  });

/** What the engine will not decide alone, record by record, in the order of the fields. */
export const questionsOf = (ledger: Ledger, records: readonly Amended[]): Question[] =>
  records.flatMap(({ values, items }, record) =>
    ledger.fields.flatMap((field): Question[] => {
      const value = values[field.key];
      const item = items.get(field.key);
      const at = { record, field: field.key };
      if (value === undefined) return field.required && !needsCue(field) ? [{ kind: 'missing', ...at }] : [];
      if (typeof value === 'object' && 'ambiguous' in value)
        return [{ kind: 'which-person', ...at, candidates: value.ambiguous }];
      if (typeof value === 'object' && 'unknown' in value)
        return [{ kind: 'add-person', ...at, heard: value.unknown, candidates: item?.resolved?.offer ?? [] }];
      // A relative of the one named: whoever it seems to be, and the one named, are offered.
      if (item?.resolved && item.resolved.offer.length > 0)
        return [{ kind: 'which-person', ...at, candidates: item.resolved.offer }];
      return item && item.confidence < unsure ? [{ kind: 'sure', ...at }] : [];
    }),
  );
