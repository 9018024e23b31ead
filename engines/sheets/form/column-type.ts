import type { RawValue } from '../cells.ts';
import { textOf } from './grid.ts';
import { dateOfNumber, readDate, readTime } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { isBlank, isDash, plain } from './text.ts';
import { isMeasure, isVagueUnit, unitOfLabel } from './units.ts';

export type ColumnType = 'text' | 'number' | 'date' | 'time';

export interface ColumnKind {
  readonly type: ColumnType;
  /** As written in the header, in the values, or above the table; null where there is none. */
  readonly unit: string | null;
}

const DATE_LABEL =
  /(日期|年月日|年月|时间|日子|期限|限期|时限)$|(出生|死亡|入党|参军|入伍|退役|结婚|建档|到期|起始|截止|终止)(年|日|时|$)|^(年月|月日|时间|日期)/;
const BIRTH = /(出生|生日|入党|参军|入伍|退役|退休|结婚|毕业|参加工作)/;
const NUMBER_LABEL =
  /(数|数量|人数|人口|户数|次数|金额|年龄|周岁|面积|总额|合计|小计|总计|余额|单价|价格|收入|支出|得分|分数|序号|收缩压|舒张压|高压|低压|血糖|心率|脉搏|体温|身高|体重|bmi|租金|押金|补贴|补助|时长|工时|[率比]|比例)$/i;
const IDENTIFIER =
  /(电话|手机|联系方式|身份证|证件|证号|号码|编号|编码|代码|账号|帐号|卡号|户号|档号|门牌|室号|房号|楼号|弄号|楼栋|楼组|房间|车牌|邮编|邮箱|微信|信用代码|批号|文号|条码|工号|学号)|(^|[^序])号$/;
const FREE_TEXT =
  /^(备注|说明|签名|签字|签收|姓名|.*(姓名|地址|住址|地点|内容|情况|状况|原因|意见|措施|建议|问题|签名|签字|签收|备注|事由|说明|结果|名称))$/;

const NEVER_FIGURES = /(备注|姓名|签名|签字|签收|说明|地址|住址|名称)$/;

/** The name nearest to the rows and the whole path, each without brackets. */
const bare = (text: string): string => plain(text).replace(/[([【][^()[\]【】]*[)\]】]/g, '');

/** The nearest unit named on the way from the rows up. */
export const unitOfNames = (names: readonly string[]): string | null => {
  for (const name of [...names].reverse()) {
    const unit = unitOfLabel(name);
    if (unit !== null) return unit;
  }
  return null;
};

/** Whether years in this column are people's own, and say nothing of when the form was filled. */
export const isBirthLike = (path: string): boolean => BIRTH.test(bare(path));

/** Written so that it can be nothing else: with a year and separators, or 3月12日. */
const DATE_FOR_SURE = /\d{2,4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d|月.{1,3}[日号]/;

interface Evidence {
  readonly filled: number;
  readonly figures: number;
  /** Figures with a measure word that can only be a count: 3具, 一具. */
  readonly counted: number;
  readonly dates: number;
  /** With a year, a month and a day, or date cells: dates whatever the column is called. */
  readonly fullDates: number;
  readonly times: number;
  /** Written in every value that has a unit. */
  readonly unit: string | null;
  /** Measures of more than one kind of unit, such as 1.5小时 and 30分钟: figures that must not stand beside each other bare. */
  readonly mixed: boolean;
}

const PLAIN_FIGURES = /^[¥$]?[+-]?[\d,]+(\.\d+)?%?$/;

const isPlainFigure = (raw: RawValue, text: string): boolean =>
  typeof raw === 'number' ||
  (raw !== null && typeof raw === 'object' && 'shown' in raw) ||
  PLAIN_FIGURES.test(plain(text));

const readAnyDate = (raw: RawValue, text: string) =>
  typeof raw === 'number' ? dateOfNumber(raw, text) : readDate(text);

const weigh = (values: readonly RawValue[]): Evidence => {
  const units = new Set<string>();
  let [filled, figures, counted, dates, fullDates, times] = [0, 0, 0, 0, 0, 0];
  for (const raw of values) {
    const text = textOf(raw);
    if (isBlank(text) || isDash(text)) continue;
    filled += 1;
    const isDate = raw !== null && typeof raw === 'object' && 'date' in raw;
    const number = isDate ? undefined : readNumber(text);
    if (number && isPlainFigure(raw, text)) figures += 1;
    else if (number) counted += number.unit !== null && isVagueUnit(number.unit) ? 0 : 1;
    if (number?.unit) units.add(number.unit);
    const date = isDate ? undefined : readAnyDate(raw, text);
    if (isDate || date) dates += 1;
    if (isDate || (typeof raw === 'string' && date?.day !== undefined && DATE_FOR_SURE.test(text)))
      fullDates += 1;
    if (readTime(text) !== undefined) times += 1;
  }
  const [unit = null, ...others] = units.keys();
  const mixed = others.length > 0 && [...units.keys()].some(isMeasure);
  return { filled, figures, counted, dates, fullDates, times, unit: others.length > 0 ? null : unit, mixed };
};

/** What a blank form's column is for, by its name alone. */
const typeOfName = (path: string, name: string, unit: string | null): ColumnType => {
  if (IDENTIFIER.test(name) && !NUMBER_LABEL.test(name)) return 'text';
  if (DATE_LABEL.test(name)) return 'date';
  if (NUMBER_LABEL.test(name) || (unit !== null && !FREE_TEXT.test(name)) || /^\d+月份?$/.test(bare(path)))
    return 'number';
  return 'text';
};

const typeOf = (path: string, name: string, unit: string | null, seen: Evidence): ColumnType => {
  const expected = typeOfName(path, name, unit);
  const { filled, figures, counted, dates, fullDates, times } = seen;
  if (filled === 0) return expected;
  if (seen.mixed && unit === null) return dates > 0 && expected === 'date' ? 'date' : 'text';
  if (expected === 'text' && IDENTIFIER.test(name)) return 'text';
  if (expected === 'date') {
    if (times > filled / 2 && times > dates) return 'time';
    if (dates >= filled * 0.3) return 'date';
  }
  if (expected === 'number' && figures + counted >= filled * 0.3) return 'number';
  if (fullDates >= filled * 0.8) return 'date';
  if (FREE_TEXT.test(name) && unit === null) {
    const allFigures = figures + counted === filled && filled > 2 && figures > 0;
    return allFigures && !NEVER_FIGURES.test(name) ? 'number' : 'text';
  }
  return figures + counted >= filled * 0.8 ? 'number' : 'text';
};

const isMoney = (unit: string | null): boolean => unit === '元' || unit === '万元';
const COUNTS = /(序号|[率比]|比例|年龄|人数|户数|次数|数量|单位数|个数)$/;

/** The unit written in the values or above the table; 单位：万元 is for amounts and not for heads. */
const unitBeside = (written: string | null, name: string, lineUnit: string | null): string | null => {
  const given = (isMoney(lineUnit) && COUNTS.test(name)) || /序号|[率比]$|比例$/.test(name) ? null : lineUnit;
  if (written === null) return given;
  return isMoney(written) && isMoney(given) ? given : written;
};

/**
 * What a column holds, by its names and by what stands in it.
 * @param lineUnit the unit a line above the table gives for all of it
 */
export const columnKind = (
  names: readonly string[],
  values: readonly RawValue[],
  lineUnit: string | null,
): ColumnKind => {
  const path = names.join('/');
  const name = bare([...names].reverse().find((each) => bare(each) !== '') ?? '');
  const named = unitOfNames(names);
  const seen = weigh(values);
  const type = typeOf(path, name, named, seen);
  if (type !== 'number') return { type, unit: null };
  return { type, unit: named ?? unitBeside(seen.unit === '%' ? null : seen.unit, name, lineUnit) };
};
