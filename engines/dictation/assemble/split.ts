import { type Correction, correctedBetween } from './corrections.ts';
import type { Item } from './item.ts';

/**
 * 流感打了 肺炎的不想打: one person, two acts. A choice that is named twice in different words, each time with a
 * value of its own beside it, parts the items in two.
 */

const differ = (a: Item, b: Item): boolean => JSON.stringify(a.value) !== JSON.stringify(b.value);

/** Two values of one field, neither correcting the other. */
const doubled = (
  items: readonly Item[],
  corrections: readonly Correction[],
  field: Item['field'],
): readonly Item[] => {
  const own = items.filter((item) => item.field === field && !item.denied);
  const [first, second, third] = own;
  if (!first || !second || third || !differ(first, second)) return [];
  return correctedBetween(corrections, first.end, second.start) ? [] : [first, second];
};

export const splitActs = (
  items: readonly Item[],
  corrections: readonly Correction[],
): (readonly Item[])[] => {
  const fields = [...new Set(items.filter((item) => item.field.type === 'choice').map((item) => item.field))];
  const sorted = [...items].sort((a, b) => a.start - b.start);
  for (const field of fields) {
    const [first, second] = doubled(sorted, corrections, field);
    if (!first || !second || first.how === 'by sound' || second.how === 'by sound') continue;
    const partner = [...new Set(sorted.map((item) => item.field))].find((other) => {
      if (other === field || other.type === 'text') return false;
      const [a, b] = doubled(sorted, corrections, other);
      return a !== undefined && b !== undefined && a.start < second.start + 1 && b.start >= second.start;
    });
    if (!partner) continue;
    const before = sorted.filter((item) => item.start < second.start);
    const behind = sorted.filter((item) => item.start >= second.start);
    const shared = before.filter(
      (item) => item.end <= first.start && !behind.some((b) => b.field === item.field),
    );
    return [before, [...shared, ...behind]];
  }
  return [items];
};
