import type { ListColumn } from './list-values.ts';

const PERSON = /(姓名|身份证|电话|手机|住址|地址|出生|签名|签到|户主|名字)/;
const EVENT = /(日期|时间)$/;
const SUMMARY_TITLE = /(汇总|统计|报表|月报|季报|年报)/;
const LIST_TITLE = /(台账|名册|名单|登记|清单|明细|记录)/;
/** One thing a row: goods, places, prices. */
const ITEM = /(名称|品名|物品|物资|规格|型号|单价|店名|场所|地点)/;

/**
 * A summary counts: most of its columns are figures and none names a person. A list with amounts (发放登记) has
 * people or dates and stays a list, as does a list of goods.
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
  if (SUMMARY_TITLE.test(title ?? '')) return !dated || figures >= counted.length * 0.4;
  if (dated || LIST_TITLE.test(title ?? '') || columns.some(({ path }) => ITEM.test(path))) return false;
  return figures >= 2 && figures >= counted.length * (hasTotals ? 0.5 : 0.6);
};
