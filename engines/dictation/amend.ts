import { findCorrections, findDenied } from './assemble/corrections.ts';
import type { FieldValue } from './assemble/persons.ts';
import type { RawRecord } from './read-utterance.ts';
import { normalise } from './text/normalise.ts';
import { mandarin } from './text/wu.ts';
import type { Field, Ledger, ResidentValue, Value } from './types.ts';

/** A second utterance on records that were read before: it corrects, completes or adds. */

export type Draft = Readonly<Record<string, Value>>;

export interface Amended {
  readonly values: Record<string, Value>;
  /** What this utterance said; the other values stand as they were. */
  readonly items: ReadonlyMap<string, FieldValue>;
}

const subjectOf = (ledger: Ledger): readonly Field[] =>
  ledger.fields.filter((field) => field.type === 'resident' || field.type === 'address').slice(0, 2);

const idsOf = (value: Value | undefined): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const who = value as Partial<Record<'id' | 'unknown', string>> & { ambiguous?: readonly string[] };
  return [who.id, who.unknown, ...(who.ambiguous ?? [])].filter((id) => id !== undefined);
};

/** Whether two values can mean the same person or place. */
const meets = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  const [left, right] = [idsOf(a), idsOf(b)];
  if (left.length > 0) return left.some((id) => right.includes(id));
  return JSON.stringify(a) === JSON.stringify(b);
};

const remove = /(?:删掉|去掉|删除|不要|取消|划掉|拿掉|清空)/;

/** 血糖不要了, 删掉低压: fields that are taken out. */
const removed = (text: string, ledger: Ledger): Field[] =>
  remove.test(text)
    ? ledger.fields.filter((field) => {
        const names = [field.label, ...(field.synonyms ?? [])].filter((name) => name.length > 1).join('|');
        return new RegExp(
          `${remove.source}(?:了|那个|这个)?(?:${names})|(?:${names})(?:那个|这个|先)?${remove.source}`,
        ).test(text);
      })
    : [];

/** The draft's record a reading speaks of; undefined when it is a new one. */
const targetOf = (
  ledger: Ledger,
  drafts: readonly Draft[],
  record: RawRecord,
  corrects: boolean,
): number | undefined => {
  const named = subjectOf(ledger).flatMap((field) => {
    const item = record.items.get(field.key);
    return item ? [{ field, value: item.value }] : [];
  });
  if (named.length === 0) {
    const keys = [...record.items.keys()];
    const holding = drafts.findLastIndex((draft) => keys.some((key) => draft[key] !== undefined));
    return holding >= 0 ? holding : drafts.length - 1;
  }
  const same = drafts.findLastIndex((draft) =>
    named.some(({ field, value }) => meets(draft[field.key], value)),
  );
  if (same >= 0) return same;
  const unset = drafts.findLastIndex((draft) => named.every(({ field }) => draft[field.key] === undefined));
  if (unset >= 0 && drafts.length === 1) return unset;
  return corrects ? drafts.length - 1 : undefined;
};

/** An address that is corrected keeps the parts that were not said again. */
const combine = (field: Field | undefined, before: Value | undefined, now: Value): Value =>
  field?.type === 'address' && typeof before === 'object' && typeof now === 'object'
    ? ({ ...before, ...now } as ResidentValue)
    : now;

export const amend = (
  ledger: Ledger,
  drafts: readonly Draft[],
  records: readonly RawRecord[],
  utterance: string,
): Amended[] => {
  const text = mandarin(normalise(utterance));
  const fields = new Map(ledger.fields.map((field) => [field.key, field]));
  const corrections = findCorrections(text);
  const corrects =
    corrections.length > 0 || findDenied(text).length > 0 || /^[\s，]*(?:是|应该是|人是|换成)/.test(text);
  const out: { values: Record<string, Value>; items: Map<string, FieldValue> }[] = drafts.map((draft) => ({
    values: { ...draft },
    items: new Map(),
  }));
  for (const record of records) {
    const at = targetOf(ledger, drafts, record, corrects);
    const target = at === undefined ? undefined : out[at];
    const there = target ?? { values: {}, items: new Map<string, FieldValue>() };
    if (!target) out.push(there);
    for (const [key, item] of record.items) {
      there.values[key] = combine(fields.get(key), there.values[key], item.value);
      there.items.set(key, item);
    }
  }
  const last = out[out.length - 1];
  for (const field of removed(text, ledger)) if (last) delete last.values[field.key];
  return out;
};
