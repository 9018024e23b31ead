import { expect, test } from 'vitest';
import { dateOfNumber, isoDate, readDate, readTime } from './read-date.ts';
import { readNumber } from './read-number.ts';

test.each([
  ['二〇二六年三月一日', '2026-03-01'],
  ['二零二六年十二月二十八日', '2026-12-28'],
  ['二O二六年三月', '2026-03'],
  ['2026.3', '2026-03'],
  ['26.3.1', '2026-03-01'],
  ['45.2.3', '1945-02-03'],
  ['20260301', '2026-03-01'],
  ['2026、3、5', '2026-03-05'],
  ['2026-03-12 09:30', '2026-03-12T09:30:00'],
  ['2026年3月12日下午2点半', '2026-03-12T14:30:00'],
  ['２０２６年３月１２日（周四）上午', '2026-03-12'],
  ['3/12/2026', '2026-03-12'],
  ['2026', '2026'],
])('%s is %s', (written, iso) => {
  const read = readDate(written);
  expect(read && isoDate(read)).toBe(iso);
});

test.each([
  ['3.12', { month: 3, day: 12 }],
  ['3/5', { month: 3, day: 5 }],
  ['三月十二日', { month: 3, day: 12 }],
  ['5日', { day: 5 }],
  ['十二月', { month: 12 }],
])('%s has no year yet', (written, read) => {
  expect(readDate(written)).toEqual(read);
});

test.each([
  '2026年2月29日',
  '2.30',
  '13.5',
  '长期',
  '不详',
  '7月1日至7月2日',
  '9:30',
  '星期四',
  '310106199501010012',
])('%s is no date', (written) => {
  expect(readDate(written)).toBeUndefined();
});

test('number cells: serial days, figures run together, and 3.1 that may have been 3.10', () => {
  expect(isoDate(dateOfNumber(45_000, '45000') ?? {})).toBe('2023-03-15');
  expect(isoDate(dateOfNumber(20_260_301, '20260301') ?? {})).toBe('2026-03-01');
  expect(dateOfNumber(3.1, '3.1')).toEqual({ month: 3, day: 1, orDay: 10 });
  expect(dateOfNumber(3.1, '3.10')).toEqual({ month: 3, day: 10 });
  expect(dateOfNumber(5, '5')).toBeUndefined();
});

test.each([
  ['9:30', '09:30'],
  ['上午9点', '09:00'],
  ['下午2点半', '14:30'],
  ['18时05分', '18:05'],
])('%s is the time %s', (written, time) => {
  expect(readTime(written)).toBe(time);
});

test.each<[string, number, string | null]>([
  ['一具', 1, '具'],
  ['3人', 3, '人'],
  ['约20', 20, null],
  ['20余人', 20, '人'],
  ['1,200元', 1200, '元'],
  ['￥1，200.50', 1200.5, null],
  ['１２ ３', 123, null],
  ['1.2万元', 12_000, '元'],
  ['壹仟贰佰元整', 1200, '元'],
  ['3元五角', 3.5, '元'],
  ['两天半', 2.5, '天'],
  ['一个半小时', 1.5, '小时'],
  ['半天', 0.5, '天'],
  ['廿八', 28, null],
  ['一百零五', 105, null],
  ['85%', 85, '%'],
  ['36.5℃', 36.5, '°C'],
  ['－3', -3, null],
])('%s is %d', (written, value, unit) => {
  expect(readNumber(written)).toEqual({ value, unit, rest: null });
});

test('what stands beside a figure is said', () => {
  expect(readNumber('3(含党员1名)')).toEqual({ value: 3, unit: null, rest: '含党员1名' });
});

test.each(['3-5人', '>20', '120/80', '3号楼', '二楼', '十几', '若干', '万', '王', ''])(
  '%s is no number',
  (written) => {
    expect(readNumber(written)).toBeUndefined();
  },
);
