import { plain } from './text.ts';

/** Measure words and units after a number in offices' forms; longest first in the pattern. */
const WORDS =
  '人次 户次 件次 人 户 个 次 名 元 万元 具 岁 周岁 只 台 间 处 件 份 条 张 辆 天 小时 分钟 分 秒 米 平方米 平米 公里 千米 公斤 千克 斤 ' +
  '厘米 毫米 度 块 场 期 位 例 起 家 套 把 瓶 箱 袋 桶 盒 本 批 支 项 对 棵 盏 根 顶 床 餐 节 篇 幅 座 所 部 宗 步 克 吨 升 毫升 课时 学时 ' +
  '人/次 次/分 次/分钟 元/月 元/年 元/人 元/户 口 万 亿 年 个月 月 周 日 层 栋 幢 角 头 匹 组 队 支队 片 粒 ' +
  'mmHg mmol/L g/L μmol/L umol/L kPa kg/m2 kg km cm mm m2 m3 m g t L ml mL h min % ‰ °C kWh bpm';
const UNITS = new Set(WORDS.split(' '));

/** Words that count things as well as name places or times: only a column that says so is a number with them. */
const VAGUE = new Set([
  '年',
  '月',
  '周',
  '日',
  '层',
  '栋',
  '幢',
  '期',
  '组',
  '队',
  '节',
  '个月',
  '座',
  '位',
  '度',
]);

const escaped = (unit: string): string => unit.replace(/[/.%°]/g, '\\$&');

/** For use inside a pattern: any unit, longest first. */
export const UNIT_PATTERN = [...UNITS]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');

export const isUnit = (text: string): boolean => UNITS.has(plain(text));
export const isVagueUnit = (unit: string): boolean => VAGUE.has(unit);

const IN_BRACKETS = /[(（[【〔]([^()（）[\]【】〔〕]{1,10})[)）\]】〕]/g;
const AT_END = /(?:[/／、，,]|单位[：:]?)?(mmHg|mmol\/L|kg\/m2|kg|cm|kPa|m2|%|℃|°C|万元)$/;

/** The unit in one header cell: 血压(mmHg), 金额（元）, 年龄/岁, 面积㎡. */
export const unitOfLabel = (label: string): string | null => {
  for (const [, inside = ''] of label.matchAll(IN_BRACKETS)) {
    const bare = plain(inside).replace(/^单位[:：]?/, '');
    if (isUnit(bare)) return bare === plain(inside) ? inside.trim() : bare;
  }
  const slash = /[/／]([^/／]{1,4})$/.exec(label)?.[1];
  if (slash !== undefined && isUnit(slash)) return slash;
  return AT_END.exec(plain(label))?.[1] ?? null;
};

/** The unit that a line above the table gives for all of it: 单位：元. An office's name there is none. */
export const unitOfLine = (text: string): string | null => {
  const found = /(?:计量)?单位[：:]\s*([^\s，,；;)）]{1,6})/.exec(text)?.[1];
  return found !== undefined && isUnit(found) ? found : null;
};

/** What one of a unit is of its kind's first: figures of the same kind can be brought to one unit. */
const MEASURES: Record<string, readonly [kind: string, size: number]> = {
  分钟: ['time', 1],
  分: ['time', 1],
  min: ['time', 1],
  小时: ['time', 60],
  h: ['time', 60],
  天: ['days', 1],
  周: ['days', 7],
  元: ['money', 1],
  万元: ['money', 10_000],
  斤: ['weight', 0.5],
  公斤: ['weight', 1],
  千克: ['weight', 1],
  kg: ['weight', 1],
  g: ['weight', 0.001],
  克: ['weight', 0.001],
  吨: ['weight', 1000],
  t: ['weight', 1000],
  cm: ['length', 0.01],
  厘米: ['length', 0.01],
  m: ['length', 1],
  米: ['length', 1],
  km: ['length', 1000],
  公里: ['length', 1000],
  平方米: ['area', 1],
  平米: ['area', 1],
  m2: ['area', 1],
  '%': ['share', 1],
  '‰': ['share', 0.1],
};

/** Whether a unit measures (小时, 公斤) and does not only count (只, 个). */
export const isMeasure = (unit: string): boolean => plain(unit) in MEASURES;

/** How many of `to` one of `from` is; undefined when they do not measure the same. */
export const conversion = (from: string, to: string): number | undefined => {
  const [a, b] = [MEASURES[plain(from)], MEASURES[plain(to)]];
  return a && b && a[0] === b[0] ? a[1] / b[1] : undefined;
};
