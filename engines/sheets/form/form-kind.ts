import type { ListColumn } from './read-list.ts';

const PERSON = /(姓名|身份证|电话|手机|住址|地址|出生|签名|签到|户主|名字)/;
const EVENT = /(日期|时间)$/;
const SUMMARY_TITLE = /(汇总|统计|报表|月报|季报|年报)/;

/**
 * A summary counts: most of its columns are figures and none names a person. A list with amounts (发放登记) has
 * people or dates and stays a list.
 */
export const isSummary = (
  columns: readonly ListColumn[],
  title: string | null,
  hasTotals: boolean,
): boolean => {
  const counted = columns.filter(({ names }) => !/^(序号|备注)$/.test(names.at(-1) ?? ''));
  const figures = counted.filter(({ kind }) => kind.type === 'number').length;
  if (figures === 0 || columns.some(({ path }) => PERSON.test(path))) return false;
  const dated = columns.some(({ kind, names }) => kind.type === 'date' || EVENT.test(names.at(-1) ?? ''));
  const named = SUMMARY_TITLE.test(title ?? '');
  if (named && !dated) return true;
  if (named) return figures >= counted.length * 0.4;
  return !dated && figures >= 2 && figures >= counted.length * (hasTotals ? 0.5 : 0.6);
};
