import { addMonths, type Day, dayOf, isoDay, monthDays, partsOf, weekdayOf } from '../read/day.ts';
import type { Random } from './random.ts';
import { sayFormal } from './say-number.ts';

/** Words and the day they mean, counted from the day of speaking. */
interface Said {
  readonly words: string;
  readonly day: Day;
}

const named = '一二三四五六日';
const week = (random: Random): string => random.pick(['周', '星期', '礼拜']);

const count = (n: number): string => (n === 2 ? '两' : sayFormal(n));

const dated = (random: Random, day: Day): Said => {
  const { month, date } = partsOf(day);
  const words = random.pick([
    `${sayFormal(month)}月${sayFormal(date)}号`,
    `${month}月${date}号`,
    `${month}月${date}日`,
  ]);
  return { words, day };
};

const weekday = (random: Random, ref: Day, shift: number): Said => {
  const which = random.whole(1, 7);
  const prefix = shift < 0 ? ['上', '上个'] : ['下', '下个'];
  return {
    words: `${random.pick(prefix)}${week(random)}${named[which - 1]}`,
    day: ref - weekdayOf(ref) + which + shift * 7,
  };
};

/** A day that has been, as people name it. */
export const sayPast = (random: Random, ref: Day): Said => {
  const near: Said[] = [
    ['今天', 0],
    ['昨天', -1],
    ['前天', -2],
    ['大前天', -3],
    ['昨日', -1],
    ['前日', -2],
  ].map(([words, shift]) => ({ words: String(words), day: ref + Number(shift) }));
  const ago = random.whole(3, 9);
  const { date } = partsOf(ref);
  const earlier = date > 3 ? [{ words: `${sayFormal(date - 2)}号`, day: ref - 2 }] : [];
  return random.pick([
    ...near,
    weekday(random, ref, -1),
    dated(random, ref - random.whole(4, 40)),
    { words: `${count(ago)}天前`, day: ref - ago },
    ...earlier,
  ]);
};

/** A day that is to come, as people name it. */
export const sayFuture = (random: Random, ref: Day): Said => {
  const ahead = random.whole(2, 9);
  const { date, year, month } = partsOf(ref);
  const next = partsOf(addMonths(ref, 1));
  const on = random.whole(1, 28);
  const later = date < 24 ? [{ words: `${sayFormal(date + 4)}号`, day: ref + 4 }] : [];
  return random.pick([
    { words: '明天', day: ref + 1 },
    { words: '后天', day: ref + 2 },
    { words: '大后天', day: ref + 3 },
    { words: `过${count(ahead)}天`, day: ref + ahead },
    { words: '月底', day: dayOf(year, month, monthDays(year, month)) ?? ref },
    { words: `下个月${sayFormal(on)}号`, day: dayOf(next.year, next.month, on) ?? ref },
    weekday(random, ref, 1),
    weekday(random, ref, 1),
    dated(random, ref + random.whole(20, 120)),
    ...later,
  ]);
};

const clocks: readonly (readonly [string, string])[] = [
  ['上午九点', '09:00'],
  ['上午九点半', '09:30'],
  ['上午十点一刻', '10:15'],
  ['早上八点', '08:00'],
  ['下午两点', '14:00'],
  ['下午两点半', '14:30'],
  ['下午三点三刻', '15:45'],
  ['晚上七点', '19:00'],
  ['10点', '10:00'],
  ['14:30', '14:30'],
  ['上午', 'AM'],
  ['下午', 'PM'],
];

/** A day with a time or a part of the day, and its value. */
export const sayMoment = (random: Random, day: Said): { words: string; value: string } => {
  const [words, time] = random.pick(clocks);
  return { words: `${day.words}${words}`, value: `${isoDay(day.day)}T${time}` };
};
