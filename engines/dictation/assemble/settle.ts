import { clauseStart } from '../text/clauses.ts';
import type { Correction } from './corrections.ts';
import { correctedBetween } from './corrections.ts';
import type { Item } from './item.ts';

/** Which of several values for one field stands. */

const former =
  /(?:以前|原来|原先|本来|早先|从前|过去|上次(?:讲|说|是)?|去年|曾经|起先|开始(?:说|讲|是))[^，。；？！\n]{0,8}$/;
const now = /(?:现在|目前|如今|后来|最后|这次|今年)[^，。；？！\n]{0,6}$/;

const isFormer = (text: string, item: Item): boolean =>
  former.test(text.slice(clauseStart(text, item.start, 1), item.start)) ||
  /^(?:以前|原来|本来|早先|上次)/.test(text.slice(item.start, item.end)) ||
  /^(?:是|为)?(?:上次|上回|上趟|以前|去年|昨天|早上)的/.test(text.slice(item.end, item.end + 6));
const isNow = (text: string, item: Item): boolean =>
  now.test(text.slice(clauseStart(text, item.start, 1), item.start));

const weight = (item: Item): number =>
  item.confidence +
  (item.how === 'the ledger’s word' ? 0.04 : 0) +
  Math.min(item.end - item.start, 6) * 0.012;

const better = (text: string, corrections: readonly Correction[], a: Item, b: Item): Item => {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (correctedBetween(corrections, first.end, second.start)) return second;
  if (isFormer(text, first) !== isFormer(text, second)) return isFormer(text, first) ? second : first;
  if (isNow(text, second)) return second;
  return weight(second) >
    weight(first) - (typeof second.value === 'number' ? 1 : /date/.test(second.field.type) ? 0.06 : 0.04)
    ? second
    : first;
};

/** One value a field; what was denied is taken out. */
export const settle = <T extends Item>(
  text: string,
  items: readonly T[],
  corrections: readonly Correction[],
): Map<string, T> => {
  const denied = items.filter((item) => item.denied);
  const out = new Map<string, T>();
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    if (item.field.type === 'text' && isFormer(text, item)) continue;
    if (
      item.denied ||
      denied.some((d) => d.field === item.field && d.value === item.value && d.start >= item.start)
    )
      continue;
    const { key } = item.field;
    const there = out.get(key);
    if (!there) out.set(key, item);
    else if (JSON.stringify(there.value) !== JSON.stringify(item.value))
      out.set(key, better(text, corrections, there, item) as T);
    else if (item.confidence > there.confidence) out.set(key, item);
  }
  return out;
};
