import { type Clock, type Part, readClocks, readParts, timeOf } from './clocks.ts';
import { dayAndMinute, isoDay } from './day.ts';
import { type DayPhrase, type Open, readDayPhrases } from './day-phrases.ts';
import { fold } from './fold.ts';

/** A day, a time, or both, and where it was said. Indices are of the raw text. */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  /**
   * `date` and `datetime`: YYYY-MM-DD, YYYY-MM-DDThh:mm, YYYY-MM-DDTAM|PM|EVE. `clock`: hh:mm, and `part`:
   * AM|PM|EVE, no day was said. `vague`: empty, time was spoken of but no day named (下周, 月初).
   */
  readonly value: string;
  readonly kind: 'date' | 'datetime' | 'clock' | 'part' | 'vague';
  /** YYYY-MM-DD, when a day was said. */
  readonly date?: string;
  /** hh:mm or AM|PM|EVE, when one was said. */
  readonly time?: string;
  /** What of the day was left unsaid; then `planned` and `past` are the values when it must lie ahead or behind. */
  readonly open?: Open;
  readonly planned?: string;
  readonly past?: string;
  /** A weekday without 上, 这, 下. */
  readonly weekdayBare?: true;
  /** 三天内: the last day of a span. */
  readonly within?: true;
  /** Whether the hour was taken for the afternoon because nothing was said of it. */
  readonly halfGuessed?: true;
  /** 0 to 1: lower where the same words often mean something else (3.12, 三号, 六点). */
  readonly likelihood: number;
}

type Token =
  | { readonly type: 'day'; readonly start: number; readonly end: number; readonly day: DayPhrase }
  | { readonly type: 'part'; readonly start: number; readonly end: number; readonly part: Part['part'] }
  | { readonly type: 'clock'; readonly start: number; readonly end: number; readonly clock: Clock };

const without = (s: string, phrases: readonly DayPhrase[]): string => {
  let rest = '';
  for (const { start, end } of phrases) rest = rest + s.slice(rest.length, start) + ' '.repeat(end - start);
  return rest + s.slice(rest.length);
};

/** Days first, then clocks in what they leave (周四九点 is no 四九点); what overlaps an earlier token is left out. */
const tokensOf = (s: string, ref: number): Token[] => {
  const phrases = readDayPhrases(s, ref);
  const sure = phrases.filter((day) => day.likelihood >= 0.4);
  const asToken = (day: DayPhrase): Token => ({ type: 'day', start: day.start, end: day.end, day });
  const rest = without(s, sure);
  const clocks: Token[] = readClocks(rest).map((clock) => ({
    type: 'clock',
    start: clock.start,
    end: clock.end,
    clock,
  }));
  const parts: Token[] = readParts(rest).map((part) => ({ type: 'part', ...part }));
  const weak = phrases.filter((day) => day.likelihood < 0.4);
  const ranked = [...sure.map(asToken), ...clocks, ...parts, ...weak.map(asToken)];
  const taken = new Uint8Array(s.length);
  const kept: Token[] = [];
  for (const token of ranked) {
    if (taken.subarray(token.start, token.end).includes(1)) continue;
    taken.fill(1, token.start, token.end);
    kept.push(token);
  }
  return kept.sort((a, b) => a.start - b.start);
};

interface Group {
  readonly start: number;
  end: number;
  day?: DayPhrase;
  part?: Part['part'];
  clock?: Clock;
}

const joins = /^[\s,，、的]{0,2}$/;

/** 到, 改成, 不对是: what lets the second of two clocks stand in the first one's part of the day. */
const carries =
  /^[\s,，、]*(?:到|至|[-~]|改[成到为]?|或者?|不对|不是|更正|说错了?|错了|应该是|[噢哦喔]|是|[\s,，、])*$/;

const fits = (group: Group, token: Token): boolean => {
  if (token.type === 'day') return !group.day && group.clock === undefined;
  if (token.type === 'part') return !group.part && !group.clock && !group.day?.part;
  return !group.clock && group.day?.likelihood !== 0.2;
};

const put = (group: Group, token: Token): void => {
  group.end = token.end;
  if (token.type === 'day') group.day = token.day;
  else if (token.type === 'part') group.part = token.part;
  else group.clock = token.clock;
};

const groupsOf = (s: string, tokens: readonly Token[]): Group[] => {
  const groups: Group[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    const between = last ? s.slice(last.end, token.start) : '';
    if (last && joins.test(between) && fits(last, token)) put(last, token);
    else {
      const group: Group = { start: token.start, end: token.end };
      put(group, token);
      const part = last?.part ?? last?.day?.part;
      if (last?.clock && part && group.clock && carries.test(between)) group.part = part;
      groups.push(group);
    }
  }
  return groups;
};

const partName = (part: Part['part']): string =>
  part === 'NOON' ? '12:00' : part === 'NIGHT' ? 'EVE' : part;

const later = (time: string, minute: number): boolean =>
  /^\d/.test(time) && Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) > minute;

const readingOf = (group: Group, ref: number, minute: number): DateReading | undefined => {
  const { start, end, day, clock } = group;
  const part = group.part ?? day?.part;
  const time = clock ? timeOf(clock, part) : part && partName(part);
  if (clock && time === undefined) return undefined;
  const guessed = clock && !part && time?.slice(0, 2) !== String(clock.hour).padStart(2, '0');
  const more = guessed ? ({ halfGuessed: true } as const) : {};
  if (!day) {
    if (time === undefined) return undefined;
    return {
      start,
      end,
      value: time,
      kind: clock || part === 'NOON' ? 'clock' : 'part',
      time,
      likelihood: clock && !part ? 0.7 : 0.9,
      ...more,
    };
  }
  if (day.day === undefined)
    return { start, end, value: '', kind: 'vague', ...(time ? { time } : {}), likelihood: 1 };
  const midnight = clock?.hour === 12 && part === 'EVE' ? 1 : 0;
  const full = (of: number): string => isoDay(of + midnight) + (time ? `T${time}` : '');
  // On a Wednesday "Wednesday at three" is still today when three is to come; without a clock it is next week's.
  const today = day.open === 'weekday' && day.day === ref && time !== undefined && later(time, minute);
  return {
    start,
    end,
    value: full(day.day),
    kind: time ? 'datetime' : 'date',
    date: isoDay(day.day + midnight),
    ...(time ? { time } : {}),
    ...(day.open ? { open: day.open } : {}),
    ...(day.planned === undefined ? {} : { planned: full(today ? ref : day.planned) }),
    ...(day.past === undefined ? {} : { past: full(day.past) }),
    ...(day.open === 'weekday' ? { weekdayBare: true } : {}),
    ...(day.within ? { within: true } : {}),
    likelihood: time && clock ? Math.max(day.likelihood, 0.9) : day.likelihood,
    ...more,
  };
};

/**
 * Every day and time said in the text, in order, without overlaps; `ref` is the moment of speaking (ISO 8601).
 *
 * Weeks start on Monday. What leaves something open (周三, 二十号, 三月十二) has the nearest natural `value`, and
 * beside it what it means in a plan and in a report: which of these a sentence is, is for the caller to tell.
 *
 * @example readDates('后天上午十点修', '2026-03-18T10:30:00+08:00')[0]?.value // '2026-03-20T10:00'
 */
export const readDates = (text: string, ref: string): DateReading[] => {
  const s = fold(text);
  const { day, minute } = dayAndMinute(ref);
  if (!Number.isFinite(day)) return [];
  return groupsOf(s, tokensOf(s, day)).flatMap((group) => readingOf(group, day, minute) ?? []);
};
