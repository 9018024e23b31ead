import { addMonths, type Day, dayOf, monthDays, partsOf, weekdayOf } from './day.ts';
import { festivalAt } from './festivals.ts';
import { dateShare } from './number-hao.ts';
import { wholeValue } from './numeral-forms.ts';

/** What was left unsaid, so that a plan and a report of the same words mean different days. */
export type Open = 'weekday' | 'date' | 'month' | 'festival';

/** A day that was named. `planned` and `past` are what it means when it must lie ahead or behind. */
export interface DayPhrase {
  readonly start: number;
  readonly end: number;
  /** Undefined when time was spoken of but no one day was named (下周, 月初, 这两天). */
  readonly day: Day | undefined;
  readonly planned?: Day;
  readonly past?: Day;
  readonly open?: Open;
  /** 今早, 昨晚: the part of day in the same word. */
  readonly part?: 'AM' | 'EVE';
  /** 0 to 1: lower when the same words often mean something else (3.12, 三号). */
  readonly likelihood: number;
  /** 三天内: the day is the last of a span. */
  readonly within?: true;
}

type Meaning = Omit<DayPhrase, 'start' | 'end'> | undefined;
type Rule = readonly [RegExp, (found: RegExpExecArray, ref: Day, s: string) => Meaning];

const numberOf = (said = ''): number => wholeValue(said) ?? Number.NaN;

const exactly = (day: Day | undefined, likelihood = 1): Meaning =>
  day === undefined ? undefined : { day, likelihood };

const vague = (): Meaning => ({ day: undefined, likelihood: 1 });

const n = '(?:[一二三四五六七八九十廿卅两]{1,3}|\\d{1,2})';
const yearName = '(?:20\\d\\d|二零[零一二三四五六七八九]{2}|\\d\\d|[今明去前后]|大前)';

const yearOf = (said: string | undefined, ref: Day): number | undefined => {
  if (said === undefined) return undefined;
  const shift = ({ 今: 0, 明: 1, 去: -1, 前: -2, 后: 2, 大前: -3 } as Record<string, number>)[said];
  if (shift !== undefined) return partsOf(ref).year + shift;
  const digits = [...said].map((c) => '零一二三四五六七八九'.indexOf(c)).join('');
  const year = Number(/^\d+$/.test(said) ? said : digits);
  return year < 100 ? 2000 + year : year;
};

/** A month and date without a year: the one of this year, but around New Year the nearer one. */
const inYears = (
  ref: Day,
  open: Open,
  likelihood: number,
  dayIn: (year: number) => Day | undefined,
): Meaning => {
  const { year, month } = partsOf(ref);
  const [last, same, next] = [dayIn(year - 1), dayIn(year), dayIn(year + 1)];
  const any = same ?? next ?? last;
  if (any === undefined) return undefined;
  const gap = partsOf(any).month - month;
  const day = (gap >= 9 ? last : gap <= -9 ? next : same) ?? any;
  const planned = [last, same, next].find((one) => one !== undefined && one >= ref);
  const past = [next, same, last].find((one) => one !== undefined && one <= ref);
  return {
    day,
    open,
    likelihood,
    ...(planned === undefined ? {} : { planned }),
    ...(past === undefined ? {} : { past }),
  };
};

const monthDate = (
  ref: Day,
  year: string | undefined,
  month: number,
  date: number,
  likelihood = 1,
): Meaning => {
  const named = yearOf(year, ref);
  if (named !== undefined) return exactly(dayOf(named, month, date), likelihood);
  return inYears(ref, 'month', likelihood, (y) => dayOf(y, month, date));
};

const shiftMonth = (said: string | undefined): number | undefined => {
  if (said === undefined) return undefined;
  return said.startsWith('上') ? -1 : said.startsWith('下') ? 1 : 0;
};

/** A date of this month, the last one that had it, and the next one that will. */
const dateOnly = (ref: Day, date: number, likelihood: number): Meaning => {
  const { year, month } = partsOf(ref);
  const dates = [-2, -1, 0, 1, 2].map((shift) => {
    const at = partsOf(addMonths(dayOf(year, month, 1) ?? ref, shift));
    return dayOf(at.year, at.month, date);
  });
  const planned = dates.find((day) => day !== undefined && day >= ref);
  const past = dates.findLast((day) => day !== undefined && day <= ref);
  const day = dates[2] ?? planned;
  if (day === undefined) return undefined;
  return {
    day,
    open: 'date',
    likelihood,
    ...(planned === undefined ? {} : { planned }),
    ...(past === undefined ? {} : { past }),
  };
};

const monthEnd = (year: number, month: number): Day | undefined => dayOf(year, month, monthDays(year, month));

const endOfMonth = (ref: Day, shift: number): Day | undefined => {
  const { year, month } = partsOf(addMonths(ref - partsOf(ref).date + 1, shift));
  return monthEnd(year, month);
};

const units: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 礼拜: 7, 星期: 7 };

/** Some time before or after a day; half a month is fifteen days, half a year six months. */
const offset = (ref: Day, count: string, unit: string, sign: 1 | -1): Day | undefined => {
  const half = count.startsWith('半');
  const amount = half ? 0.5 : numberOf(count.replace(/个?半$/, '')) + (/半$/.test(count) ? 0.5 : 0);
  if (!(amount <= 400)) return undefined;
  const name = unit.replace(/^个/, '');
  if (name === '月') return addMonths(ref, sign * Math.trunc(amount)) + sign * Math.round((amount % 1) * 30);
  if (name === '年') return addMonths(ref, sign * Math.round(amount * 12));
  return ref + sign * Math.round(amount * (units[name] ?? 1));
};

const relativeDays: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const weekdays = '一二三四五六日';

const weekShift = (said: string): number => {
  const up = (said.match(/上/g) ?? []).length;
  return (said.match(/下/g) ?? []).length - up;
};

/** 周X. Without 上, 这, 下 it is this week's; a plan means the next one when that is not ahead any more. */
const weekday = (ref: Day, prefix: string | undefined, said: string): Meaning => {
  const index = said === '天' ? 7 : /\d/.test(said) ? Number(said) : weekdays.indexOf(said) + 1;
  const day = ref - weekdayOf(ref) + index;
  if (prefix) return exactly(day + 7 * weekShift(prefix));
  return {
    day,
    planned: day <= ref ? day + 7 : day,
    past: day > ref ? day - 7 : day,
    open: 'weekday',
    likelihood: 1,
  };
};

const week = '(?:周|星期|礼拜)';
const span = `(?<count>半|${n}(?:个半)?)(?<unit>天|日|周|个?礼拜|个?星期|个?月|年)`;

const rules: readonly Rule[] = [
  [
    /(?<![\d.])(20\d\d)\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)[日号]?/y,
    (f) => exactly(dayOf(Number(f[1]), Number(f[2]), Number(f[3]))),
  ],
  [
    /(?<!\d)(20[2-4]\d)([01]\d)([0-3]\d)(?!\d)/y,
    (f) => exactly(dayOf(Number(f[1]), Number(f[2]), Number(f[3])), 0.7),
  ],
  [
    new RegExp(
      `(?:(${yearName})年)?的?(${n})月份?的?(${n})(?:[号日]|(?![个人名位次处点条只户家元块%.\\d零一二三四五六七八九十百千万]))`,
      'y',
    ),
    (f, ref) => monthDate(ref, f[1], numberOf(f[2]), numberOf(f[3])),
  ],
  [
    new RegExp(`(?:(${yearName})年)?的?(${n})月份?(?:底|末|最后一[天日])`, 'y'),
    (f, ref) => {
      const month = numberOf(f[2]);
      const named = yearOf(f[1], ref);
      if (!(month >= 1 && month <= 12)) return undefined;
      return named === undefined
        ? inYears(ref, 'month', 1, (year) => monthEnd(year, month))
        : exactly(monthEnd(named, month));
    },
  ],
  [
    new RegExp(`(?:(${yearName})年)?(?:年底|年末)|(${yearName})年(?:底|末)`, 'y'),
    (f, ref) => exactly(dayOf(yearOf(f[1] ?? f[2], ref) ?? partsOf(ref).year, 12, 31)),
  ],
  [
    /(?:([上下这本当])个?)?月(?:底|末|最后一[天日])/y,
    (f, ref) => exactly(endOfMonth(ref, shiftMonth(f[1]) ?? 0)),
  ],
  [
    new RegExp(`([上下这本当])个?月的?(${n})[号日]`, 'y'),
    (f, ref) => {
      const { year, month } = partsOf(addMonths(ref - partsOf(ref).date + 1, shiftMonth(f[1]) ?? 0));
      return exactly(dayOf(year, month, numberOf(f[2])));
    },
  ],
  [
    new RegExp(`(?:再?过|隔)(?:了)?${span}`, 'y'),
    (f, ref) => exactly(offset(ref, f.groups?.count ?? '', f.groups?.unit ?? '', 1)),
  ],
  [
    new RegExp(`(?<=限期?)${span}(?:之?内)?`, 'y'),
    (f, ref) => {
      const day = offset(ref, f.groups?.count ?? '', f.groups?.unit ?? '', 1);
      return day === undefined ? undefined : { day, likelihood: 0.9, within: true };
    },
  ],
  [
    new RegExp(`${span}(?:之|以)?(?<side>后头?|前头?|内|里)(?!面|[边半])`, 'y'),
    (f, ref, s) => {
      const { count = '', unit = '', side = '' } = f.groups ?? {};
      if (unit.endsWith('年') && count.length > 1) return undefined;
      const after = !side.startsWith('前');
      if (side === '里' && s[f.index - 1] !== '在') return undefined;
      const day = offset(ref, count, unit, after ? 1 : -1);
      if (day === undefined) return undefined;
      return /[内里]/.test(side)
        ? { day, likelihood: 0.8, within: true }
        : exactly(day, /半/.test(count) ? 0.8 : 1);
    },
  ],
  [
    /(大前|前|昨|今|明|大后|后)(?:天|日|朝|儿个?)(?:子)?/y,
    (f, ref, s) => {
      if (/[以之从日天年月]$/.test(s.slice(0, f.index)) && (f[1] === '前' || f[1] === '后')) return undefined;
      return exactly(ref + (relativeDays[f[1] ?? ''] ?? 0));
    },
  ],
  [
    /([前昨今明后])(早|晚|夜|夜里)(?:上|头|里)?/y,
    (f, ref) => ({
      day: ref + (relativeDays[f[1] ?? ''] ?? 0),
      part: f[2] === '早' ? 'AM' : 'EVE',
      likelihood: 1,
    }),
  ],
  [
    new RegExp(
      `(?<![每逢])(?<!一(?=下))(上上|下下|[上下这本搿迭](?:一个|个)?[上下]?(?:一个|个)?)?${week}([一二三四五六日天1-7])(?!十(?![一二]?点)|[百千个]|(?<=\\d)\\d)`,
      'y',
    ),
    (f, ref) => weekday(ref, f[1], f[2] ?? ''),
  ],
  [
    new RegExp(
      `(?<!一(?=下))(?:上上|下下|[上下这本搿迭])(?:一个|个)?${week}末?|${week}末|[这搿迭最][几两][天日]|[上下这本][个半]月|(?:${n}月|月|年)(?:初|中|中旬|头上)|[上中下]旬|第二天|次日|隔天|隔日`,
      'y',
    ),
    vague,
  ],
  [
    /(?<![\d.:/\-A-Za-z])(\d{1,2})([-/.])(\d{1,2})(?![\d:/\-.%元块度个万斤米平小毫m天倍分次])[日号]?/y,
    (f, ref, s) => {
      const named = /[日号]$/.test(f[0]) || /[于在到约]$/.test(s.slice(0, f.index));
      return monthDate(ref, undefined, Number(f[1]), Number(f[3]), named ? 0.8 : f[2] === '.' ? 0.2 : 0.35);
    },
  ],
  [
    new RegExp(
      `(?<![零一二三四五六七八九十百千万廿卅两\\d.月第])(${n})号(?![楼幢栋门里室弄院线桌车房零一二三四五六七八九两幺\\d])(?:[当这那]天)?`,
      'y',
    ),
    (f, ref, s) => dateOnly(ref, numberOf(f[1]), dateShare(s, f.index, f.index + f[0].length)),
  ],
  [
    /(?<![零一二三四五六七八九十百千万廿卅两\d.月第])([一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[123]\d)日(?![前后内])/y,
    (f, ref) => dateOnly(ref, numberOf(f[1]), 0.7),
  ],
];

const yearBefore = new RegExp(`(${yearName})年的?`, 'y');

const festivalYear = (s: string, from: number, ref: Day): { end: number; year: number } | undefined => {
  yearBefore.lastIndex = from;
  const found = yearBefore.exec(s);
  const year = yearOf(found?.[1], ref);
  return found && year !== undefined ? { end: from + found[0].length, year } : undefined;
};

const begins = /[\d上下这本当搿迭最再过隔半大前昨今明后周星礼每月年中第次一二三四五六七八九十廿卅两去]/;

const at = (s: string, from: number, ref: Day): DayPhrase | undefined => {
  const named = festivalYear(s, from, ref);
  const festival = festivalAt(s, named?.end ?? from);
  if (festival) {
    const meaning = named
      ? exactly(festival.dayIn(named.year), 0.95)
      : inYears(ref, 'festival', 0.9, festival.dayIn);
    if (meaning) return { start: from, end: festival.end, ...meaning };
  }
  if (!begins.test(s[from] ?? '')) return undefined;
  for (const [pattern, mean] of rules) {
    pattern.lastIndex = from;
    const found = pattern.exec(s);
    const meaning = found ? mean(found, ref, s) : undefined;
    if (found && meaning) return { start: from, end: from + found[0].length, ...meaning };
  }
  return undefined;
};

/** Every day named in the folded text, in order, without overlaps. `ref` is the day on which it was spoken. */
export const readDayPhrases = (s: string, ref: Day): DayPhrase[] => {
  const found: DayPhrase[] = [];
  for (let from = 0; from < s.length; ) {
    const phrase = at(s, from, ref);
    if (phrase) found.push(phrase);
    from = phrase?.end ?? from + 1;
  }
  return found;
};
