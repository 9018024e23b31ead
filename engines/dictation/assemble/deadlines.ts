import { dayAndMinute, isoDay } from '../read/day.ts';
import { readNumerals } from '../read/numerals.ts';
import type { Field } from '../types.ts';
import type { Item } from './item.ts';

/** 限三天, 给他一个星期: a length of time that ends on a day. */
const span =
  /(?:限(?:期|时|他|她|他们|业主|物业|你们)*|给(?:了)?(?:他|她|他们|业主|物业|人家)(?:了)?)(?:在)?([一二三四五六七八九十两半\d]{1,3})个?(天|日|工作日|星期|礼拜|周|月)(?!前|号)/g;

const days: Readonly<Record<string, number>> = { 天: 1, 日: 1, 工作日: 1, 星期: 7, 礼拜: 7, 周: 7, 月: 30 };

export const deadlinesIn = (text: string, ref: string, fields: readonly Field[]): Item[] => {
  const field = fields.find((f) => f.type === 'date' && /期限|限期|截止/.test(f.label));
  const { day } = dayAndMinute(ref);
  if (!field || !Number.isFinite(day)) return [];
  return [...text.matchAll(span)].flatMap((found) => {
    const count = found[1] === '半' ? undefined : readNumerals(found[1] ?? '')[0]?.value;
    if (!count) return [];
    const start = found.index;
    const value = isoDay(day + count * (days[found[2] ?? ''] ?? 1));
    return [{ start, end: start + found[0].length, field, value, confidence: 0.85, how: 'a length of time' }];
  });
};
