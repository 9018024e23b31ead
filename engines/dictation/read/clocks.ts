import { wholeValue } from './numeral-forms.ts';

export type PartOfDay = 'AM' | 'PM' | 'EVE';

/** A time of day. `hour` is 0 to 24 as said, before the part of day is applied. */
export interface Clock {
  readonly start: number;
  readonly end: number;
  readonly hour: number;
  readonly minute: number;
  /** Written like 15:30, so that no part of day is needed. */
  readonly exact: boolean;
}

export interface Part {
  readonly start: number;
  readonly end: number;
  readonly part: PartOfDay | 'NOON' | 'NIGHT';
}

const number = '(?:[零一二三四五六七八九十廿卅两]{1,3}|\\d{1,2})';
const minutes = `(?:半|[一三13]刻钟?|零?${number}分|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[0-5]\\d分?)`;
const short = `(?:[差缺欠少](?:${number}分钟?|一刻钟?))`;
const spokenClock = new RegExp(
  `(?:(?<before>${short})到?)?(?<![\\d.点零一二三四五六七八九十百千万廿卅第])(?<hour>${number})(?:点钟?|时(?=[0-5零一二三四五半]|整|正))(?:(?<after>${short})|[过敲]?(?<minutes>${minutes})|[整正敲])?`,
  'g',
);
const writtenClock = /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])/g;

const numberOf = (said: string): number => wholeValue(said) ?? Number.NaN;

const minuteOf = (said: string | undefined): number => {
  if (!said) return 0;
  if (said.startsWith('半')) return 30;
  const quarters = /^([一三13])刻/.exec(said)?.[1];
  if (quarters) return quarters === '一' || quarters === '1' ? 15 : 45;
  return numberOf(said.replace(/^零(?=.)/, '').replace(/分钟?$/, ''));
};

/** 好一点, 两点意见, 六点二 (a decimal): the character of a clock without one. */
const noClock = (s: string, start: number, end: number, said: string): boolean =>
  (!/[半刻分整钟]|点.+/.test(said) &&
    (/^(?:[零一二三四五六七八九两]|\d)/.test(s.slice(end)) ||
      /^(?:意见|建议|要求|诉求|问题|想法|看法|体会|情况|规定|措施|注意)/.test(s.slice(end)))) ||
  (/^[一1]点$/.test(said) && /[有好早晚差快慢多少轻重高低大小了严着凉热疼痛]$/.test(s.slice(0, start)));

const spoken = (s: string): Clock[] => {
  const found: Clock[] = [];
  for (const match of s.matchAll(spokenClock)) {
    const { hour = '', before, after, minutes: said } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (noClock(s, match.index, end, match[0])) continue;
    const missing = minuteOf((before ?? after)?.slice(1));
    const whole = numberOf(hour) * 60 + minuteOf(said) - missing;
    if (!(whole >= 0 && whole <= 1440) || minuteOf(said) > 59) continue;
    found.push({
      start: match.index,
      end,
      hour: Math.floor(whole / 60),
      minute: whole % 60,
      exact: numberOf(hour) > 12,
    });
  }
  return found;
};

/** Every time of day in the folded text: 四点一刻, 九点半, 三点差五分, 15:30, 8点35. */
export const readClocks = (s: string): Clock[] => {
  const written = [...s.matchAll(writtenClock)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hour: Number(match[1]),
    minute: Number(match[2]),
    exact: (match[1] ?? '').length === 2,
  }));
  return [...spoken(s), ...written].sort((a, b) => a.start - b.start);
};

const parts: readonly (readonly [RegExp, Part['part']])[] = [
  [/上半[日天]|[大清]?清?早[上晨](?:头)?|早浪向?|一清?[大老]?早|大?清早|上午头?|早间|清晨|早晨/g, 'AM'],
  [/下半[日天]|[后下]半[日天]|下午头?|午后|下晚|下昼/g, 'PM'],
  [/中[午浪](?:向|头)?|正午|午间|日中心?里?|晌午/g, 'NOON'],
  [/夜快头?|傍晚|黄昏|晚[上间头]|夜[里到头](?:向|厢)?|夜晚|当晚|晚饭后/g, 'EVE'],
  [/凌晨|半夜(?:里|三更)?|深夜|后半夜/g, 'NIGHT'],
];

/** Every part of a day that is named by itself. */
export const readParts = (s: string): Part[] =>
  parts
    .flatMap(([names, part]) =>
      [...s.matchAll(names)].map(({ index, 0: said }) => ({ start: index, end: index + said.length, part })),
    )
    .sort((a, b) => a.start - b.start);

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * hh:mm of a clock in a part of the day. Without one, one to five o'clock is taken for the afternoon: an office
 * is not open at night. Undefined for what cannot be (下午 with 20 o'clock stays 20:00, 25 o'clock is nothing).
 */
export const timeOf = (
  { hour, minute, exact }: Clock,
  part: Part['part'] | undefined,
): string | undefined => {
  if (hour > 23) return undefined;
  let shift = 0;
  if (hour === 12 && (part === 'EVE' || part === 'NIGHT')) return `00:${pad(minute)}`;
  if (hour < 12 && part === 'PM') shift = 12;
  else if (hour >= 5 && hour < 12 && part === 'EVE') shift = 12;
  else if (hour >= 1 && hour <= 4 && part === 'NOON') shift = 12;
  else if (part === undefined && !exact && hour >= 1 && hour <= 5) shift = 12;
  return `${pad(hour + shift)}:${pad(minute)}`;
};
