import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayFullDate, sayMonthDay, sayTime, sayWeekday } from '../corpus/say-date.ts';
import { readDates } from './dates.ts';
import { isoDay, weekdayOf } from './day.ts';
import { festivalAt } from './festivals.ts';

/** A Wednesday morning. */
const ref = '2026-03-18T10:30:00+08:00';
const told = (text: string, at = ref) => readDates(text, at).map((one) => one.value);

test.each([
  ['今天登门', '2026-03-18'],
  ['今朝去看伊', '2026-03-18'],
  ['昨日巡逻', '2026-03-17'],
  ['前日', '2026-03-16'],
  ['大前天去看了', '2026-03-15'],
  ['明朝再讲', '2026-03-19'],
  ['后日', '2026-03-20'],
  ['大后天', '2026-03-21'],
  ['过三天', '2026-03-21'],
  ['再过两天', '2026-03-20'],
  ['三天前', '2026-03-15'],
  ['十天以后', '2026-03-28'],
  ['两个礼拜后', '2026-04-01'],
  ['半个月前', '2026-03-03'],
  ['一个月以后', '2026-04-18'],
  ['半年后', '2026-09-18'],
  ['三天之内整改', '2026-03-21'],
  ['一个礼拜内', '2026-03-25'],
  ['限三天', '2026-03-21'],
  ['下周二上午九点体检', '2026-03-24T09:00'],
  ['十六号我去过', '2026-03-16'],
  ['上礼拜三', '2026-03-11'],
  ['上个礼拜天', '2026-03-15'],
  ['这周五', '2026-03-20'],
  ['搿个礼拜五', '2026-03-20'],
  ['下周一之前', '2026-03-23'],
  ['下个星期天', '2026-03-29'],
  ['下下周二', '2026-03-31'],
  ['上上个星期五', '2026-03-06'],
  ['月底', '2026-03-31'],
  ['下个月底', '2026-04-30'],
  ['上月底', '2026-02-28'],
  ['六月底到期', '2026-06-30'],
  ['二月最后一天', '2026-02-28'],
  ['年底', '2026-12-31'],
  ['明年年底', '2027-12-31'],
  ['下个月五号', '2026-04-05'],
  ['上个月二十号', '2026-02-20'],
  ['二十五号', '2026-03-25'],
  ['十九号再去', '2026-03-19'],
  ['三月十二', '2026-03-12'],
  ['3.12', '2026-03-12'],
  ['3-12', '2026-03-12'],
  ['2026年3月1日', '2026-03-01'],
  ['26年4月3号', '2026-04-03'],
  ['去年十二月三号', '2025-12-03'],
  ['明年三月底', '2027-03-31'],
  ['国庆', '2026-10-01'],
  ['今年国庆节', '2026-10-01'],
  ['清明', '2026-04-05'],
  ['端午前', '2026-06-19'],
  ['五一', '2026-05-01'],
  ['昨晚通了电话', '2026-03-17TEVE'],
  ['今早发现', '2026-03-18TAM'],
  ['今朝上半日', '2026-03-18TAM'],
  ['后天下午', '2026-03-20TPM'],
  ['周四九点半', '2026-03-19T09:30'],
  ['周五下午两点半', '2026-03-20T14:30'],
  ['后日夜里七点', '2026-03-20T19:00'],
  ['明天中午十二点', '2026-03-19T12:00'],
  ['今天夜里十二点', '2026-03-19T00:00'],
  ['2026-04-01 14:00', '2026-04-01T14:00'],
  ['五月一号三点', '2026-05-01T15:00'],
  ['下周三十点', '2026-03-25T10:00'],
])('%s is %s', (text, expected) => expect(told(text)).toEqual([expected]));

test.each([
  ['四点一刻', '16:15'],
  ['下午三点', '15:00'],
  ['早上八点三十五', '08:35'],
  ['三点差五分', '14:55'],
  ['差五分三点', '14:55'],
  ['上午十点三刻', '10:45'],
  ['九点零五分', '09:05'],
  ['15:30', '15:30'],
  ['15：30', '15:30'],
  ['凌晨两点', '02:00'],
])('a time without a day: %s is %s', (text, expected) =>
  expect(readDates(text, ref)).toMatchObject([{ kind: 'clock', value: expected }]),
);

test.each([
  ['周二', '2026-03-17', '2026-03-24', '2026-03-17'],
  ['周三', '2026-03-18', '2026-03-25', '2026-03-18'],
  ['礼拜六', '2026-03-21', '2026-03-21', '2026-03-14'],
])('%s alone is this week; a plan lies ahead, a report behind', (text, value, planned, past) =>
  expect(readDates(text, ref)).toMatchObject([{ value, planned, past, weekdayBare: true }]),
);

test('on the day itself a clock that is still to come keeps a plan on today', () => {
  expect(readDates('周三下午三点', ref)[0]?.planned).toBe('2026-03-18T15:00');
  expect(readDates('周三上午九点', ref)[0]?.planned).toBe('2026-03-25T09:00');
});

test('around New Year a month and date without a year mean the near one', () => {
  expect(told('十二月二十八号', '2026-01-05T09:00:00+08:00')).toEqual(['2025-12-28']);
  expect(told('一月三号', '2025-12-30T09:00:00+08:00')).toEqual(['2026-01-03']);
});

test('a date a month does not have is not invented', () => {
  expect(told('二月三十号')).toEqual([]);
  expect(readDates('三十一号', '2026-04-10T09:00:00+08:00')[0]).toMatchObject({
    value: '2026-05-31',
    past: '2026-03-31',
  });
});

test('the day is the office day, whatever the offset of the clock', () =>
  expect(told('今天', '2026-03-17T23:30:00Z')).toEqual(['2026-03-18']));

test.each(['下周再来', '这两天血压高', '六月初', '第二天'])(
  '%s: time was spoken of but no day named',
  (text) => expect(readDates(text, ref)).toMatchObject([{ kind: 'vague', value: '' }]),
);

test.each([
  '好一点了',
  '提了两点意见',
  '血糖六点二',
  '十三号楼',
  '二十五号两零三',
  '每周三',
  '三月十二个人',
  '12.5元',
  '高压135',
  '以前天天去',
  '5-301',
  '三个月',
  '有点不舒服',
  '3号401',
])('%s names no day and no time', (text) => expect(told(text)).toEqual([]));

test('of two clocks the second keeps the part of the day', () => {
  expect(told('下午两点到四点')).toEqual(['14:00', '16:00']);
  expect(told('晚上七点 改八点')).toEqual(['19:00', '20:00']);
});

test('spans are exact', () => {
  const text = '约好了，下礼拜三 上午九点半，老王家';
  const [one] = readDates(text, ref);
  expect(text.slice(one?.start, one?.end)).toBe('下礼拜三 上午九点半');
});

test('every day of a year reads back from every way to say it', () => {
  for (let day = 20_454; day < 20_454 + 365; day += 1) {
    const [year = 0, month = 0, date = 0] = isoDay(day).split('-').map(Number);
    for (const said of sayFullDate(year, month, date))
      expect([said, told(said)]).toEqual([said, [isoDay(day)]]);
    for (const said of sayMonthDay(month, date)) {
      const found = readDates(said, ref);
      const values = found.flatMap((one) => [one.value.slice(5), one.planned?.slice(5), one.past?.slice(5)]);
      expect([said, found.length]).toEqual([said, 1]);
      expect(new Set(values)).toEqual(new Set([isoDay(day).slice(5)]));
    }
  }
});

test('every weekday of the weeks around reads back on every day of the week', () => {
  const weeks = [
    ['上上', -14],
    ['上个', -7],
    ['这', 0],
    ['下', 7],
    ['下下', 14],
  ] as const;
  for (let today = 20_527; today < 20_534; today += 1)
    for (const [prefix, shift] of weeks)
      for (let weekday = 1; weekday <= 7; weekday += 1)
        for (const name of sayWeekday(weekday)) {
          const expected = isoDay(today - weekdayOf(today) + weekday + shift);
          expect(told(prefix + name, `${isoDay(today)}T10:00:00+08:00`)).toEqual([expected]);
        }
});

test('every minute of a working day reads back, alone and after a day', () => {
  for (let hour = 7; hour < 22; hour += 1)
    for (let minute = 0; minute < 60; minute += 1) {
      const expected = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      for (const said of sayTime(hour, minute)) {
        expect([said, told(said)]).toEqual([said, [expected]]);
        expect([said, told(`下周四${said}`)]).toEqual([said, [`2026-03-26T${expected}`]]);
      }
    }
});

test('festivals fall on the days of the lunar calendar', () => {
  const lunar = [
    ['春节', '01-01'],
    ['元宵', '01-15'],
    ['端午', '05-05'],
    ['七夕', '07-07'],
    ['中秋', '08-15'],
    ['重阳', '09-09'],
  ] as const;
  for (let year = 2020; year <= 2045; year += 1) {
    for (const [name, date] of lunar)
      expect(isoDay(festivalAt(name, 0)?.dayIn(year) ?? 0)).toBe(
        getSolarDateFromLunar(`${year}-${date}`).date,
      );
    expect(isoDay(festivalAt('清明', 0)?.dayIn(year) ?? 0)).toBe(
      getSolarTermDate(year, 4, 'pure_brightness'),
    );
    expect(isoDay(festivalAt('冬至', 0)?.dayIn(year) ?? 0)).toBe(
      getSolarTermDate(year, 12, 'the_winter_solstice'),
    );
  }
});

test('whatever is said, spans are in order and values well-formed; no reference time gives nothing', () => {
  const talk = fc.array(
    fc.constantFrom(...'零一二三五九十廿两月日号周礼拜天上下个这过前后年底点半刻分早晚明昨今2013.:-/ ，国庆'),
    { maxLength: 50 },
  );
  fc.assert(
    fc.property(talk, (characters) => {
      const text = characters.join('');
      let from = 0;
      for (const one of readDates(text, ref)) {
        expect(one.start).toBeGreaterThanOrEqual(from);
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.value).toMatch(/^(\d{4}-\d\d-\d\d(T(\d\d:\d\d|AM|PM|EVE))?|\d\d:\d\d|AM|PM|EVE)?$/);
        from = one.end;
      }
      expect(readDates(text, 'yesterday')).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
