import { type Day, dayOf } from './day.ts';

/** The civil dates of 春节, 端午, 七夕, 中秋, 重阳 by year, as MMDD; checked against a lunar calendar by the test. */
const lunar: Readonly<Record<number, string>> = {
  2020: '0125 0625 0825 1001 1025',
  2021: '0212 0614 0814 0921 1014',
  2022: '0201 0603 0804 0910 1004',
  2023: '0122 0622 0822 0929 1023',
  2024: '0210 0610 0810 0917 1011',
  2025: '0129 0531 0829 1006 1029',
  2026: '0217 0619 0819 0925 1018',
  2027: '0206 0609 0808 0915 1008',
  2028: '0126 0528 0826 1003 1026',
  2029: '0213 0616 0816 0922 1016',
  2030: '0203 0605 0805 0912 1005',
  2031: '0123 0624 0824 1001 1024',
  2032: '0211 0612 0812 0919 1012',
  2033: '0131 0601 0801 0908 1001',
  2034: '0219 0620 0820 0927 1020',
  2035: '0208 0610 0810 0916 1009',
  2036: '0128 0530 0828 1004 1027',
  2037: '0215 0618 0817 0924 1017',
  2038: '0204 0607 0807 0913 1007',
  2039: '0124 0527 0826 1002 1026',
  2040: '0212 0614 0814 0920 1014',
  2041: '0201 0603 0803 0910 1003',
  2042: '0122 0622 0822 0928 1022',
  2043: '0210 0611 0811 0917 1011',
  2044: '0130 0531 0731 1005 1029',
  2045: '0217 0619 0819 0925 1018',
};

const lunarDay =
  (column: number, shift = 0) =>
  (year: number): Day | undefined => {
    const written = lunar[year]?.split(' ')[column];
    if (written === undefined) return undefined;
    const day = dayOf(year, Number(written.slice(0, 2)), Number(written.slice(2)));
    return day === undefined ? undefined : day + shift;
  };

const fixed = (month: number, date: number) => (year: number) => dayOf(year, month, date);

/** A solar term by the usual formula for the 21st century, which is a day late in a few years. */
const term =
  (month: number, c: number, dayLate: readonly number[] = []) =>
  (year: number) => {
    const y = year % 100;
    const leaps = month < 3 ? Math.floor((y - 1) / 4) : Math.floor(y / 4);
    return dayOf(year, month, Math.floor(y * 0.2422 + c) - leaps - (dayLate.includes(year) ? 1 : 0));
  };

/** Festivals people date things by, and the day of each in a year; undefined outside the years of the table. */
const festivals: readonly (readonly [RegExp, (year: number) => Day | undefined])[] = [
  [/元旦(?:节)?/y, fixed(1, 1)],
  [/(?:除夕|年三十|大年夜)(?:夜)?/y, lunarDay(0, -1)],
  [/(?:年初一|大年初一|正月初一|春节)/y, lunarDay(0)],
  [/元宵(?:节)?|正月十五|正月半/y, lunarDay(0, 14)],
  [/(?:三八|妇女)节/y, fixed(3, 8)],
  [/植树节/y, fixed(3, 12)],
  [/清明(?:节)?/y, term(4, 4.81)],
  [/五一(?:劳动)?节?(?![零一二三四五六七八九十\d个号室栋楼])|劳动节/y, fixed(5, 1)],
  [/(?:五四)?青年节/y, fixed(5, 4)],
  [/端午(?:节)?/y, lunarDay(1)],
  [/六一(?:儿童)?节|儿童节/y, fixed(6, 1)],
  [/七一(?:建党)?节|建党节|党的生日/y, fixed(7, 1)],
  [/八一(?:建军)?节|建军节/y, fixed(8, 1)],
  [/七夕(?:节)?/y, lunarDay(2)],
  [/教师节/y, fixed(9, 10)],
  [/中秋(?:节)?|八月半/y, lunarDay(3)],
  [/国庆(?:节|日)?/y, fixed(10, 1)],
  [/重阳(?:节)?/y, lunarDay(4)],
  [/冬至(?:夜)?/y, term(12, 21.94, [2021])],
  [/圣诞(?:节)?/y, fixed(12, 25)],
];

/** The festival that is named at this place, if any: where its name ends, and its day in any year. */
export const festivalAt = (
  s: string,
  at: number,
): { end: number; dayIn: (year: number) => Day | undefined } | undefined => {
  for (const [name, dayIn] of festivals) {
    name.lastIndex = at;
    const found = name.exec(s);
    if (found) return { end: at + found[0].length, dayIn };
  }
  return undefined;
};
