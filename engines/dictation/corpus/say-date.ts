import { sayFormal, sayShanghai } from './say-number.ts';

const week = '一二三四五六日';

/** The ways people name a day of the year without saying the year. */
export const sayMonthDay = (month: number, date: number): readonly string[] => [
  `${sayFormal(month)}月${sayFormal(date)}号`,
  `${sayFormal(month)}月${sayFormal(date)}日`,
  `${sayFormal(month)}月${sayFormal(date)}`,
  `${month}月${date}号`,
  `${month}月${date}日`,
  `${sayFormal(month)}月${sayShanghai(date)}号`,
];

/** The ways people name a day with its year. */
export const sayFullDate = (year: number, month: number, date: number): readonly string[] => [
  `${year}年${month}月${date}日`,
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  `${year}/${month}/${date}`,
  `${year}.${month}.${date}`,
  `${[...String(year)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}年${sayFormal(month)}月${sayFormal(date)}号`,
];

/** Monday is 1. */
export const sayWeekday = (weekday: number): readonly string[] => {
  const name = week[weekday - 1] ?? '';
  return [`周${name}`, `星期${name}`, `礼拜${weekday === 7 ? '天' : name}`];
};

/** The ways to say a time of day, with the part of the day where it is needed. Hours 0 to 23. */
export const sayTime = (hour: number, minute: number): readonly string[] => {
  const part = hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上';
  const said = hour > 12 ? hour - 12 : hour;
  const name = said === 2 ? '两' : sayFormal(said);
  const minutes =
    minute === 0
      ? ['', '钟']
      : minute < 10
        ? [`零${sayFormal(minute)}分`]
        : [sayFormal(minute), `${sayFormal(minute)}分`];
  const rest = minute === 30 ? ['半'] : minute === 15 ? ['一刻'] : minute === 45 ? ['三刻'] : [];
  const spoken = [...minutes, ...rest].map((after) => `${part}${name}点${after}`);
  return [
    ...spoken,
    `${part}${said}点${minute ? String(minute).padStart(2, '0') : ''}`,
    `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  ];
};
