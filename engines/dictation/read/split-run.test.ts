import { expect, test } from 'vitest';
import { sayDigits, sayFormal, sayShort } from '../corpus/say-number.ts';
import { splitRun } from './split-run.ts';

const pressure = [
  { min: 70, max: 260 },
  { min: 40, max: 150 },
];
const values = (text: string, ranges = pressure) =>
  splitRun(text, ranges)[0]?.pieces.map((piece) => piece.value);

test.each([
  ['一百三十五八十五', [135, 85]],
  ['13585', [135, 85]],
  ['一三二八零', [132, 80]],
  ['幺三二 八零', [132, 80]],
  ['120/80', [120, 80]],
  ['一百二到八十', [120, 80]],
  ['一百八一百一', [180, 110]],
  ['11070', [110, 70]],
])('%s splits into %j', (text, expected) => expect(values(text)).toEqual(expected));

test('three ranges take three values', () =>
  expect(values('1358572', [...pressure, { min: 35, max: 200 }])).toEqual([135, 85, 72]));

test('what fits no range is not split, and neither is what holds words', () => {
  expect(values('三十五')).toBeUndefined();
  expect(values('一百三十五和小狗八十五')).toBeUndefined();
  expect(splitRun('13585', [])).toEqual([]);
});

test('every blood pressure reads back from words run together, said short, and digit by digit', () => {
  for (let systolic = 90; systolic <= 220; systolic += 3)
    for (let diastolic = 50; diastolic <= 119; diastolic += 2) {
      const told = [systolic, diastolic];
      expect(values(`${sayFormal(systolic)}${sayFormal(diastolic)}`)).toEqual(told);
      expect(values(`${sayDigits(String(systolic))}${sayDigits(String(diastolic))}`)).toEqual(told);
      expect(values(`${systolic}${diastolic}`)).toEqual(told);
      const short = splitRun(`${sayShort(systolic)}${sayShort(diastolic)}`, pressure);
      expect(short.map((way) => way.pieces.map((piece) => piece.value))).toContainEqual(told);
    }
});

test('pieces keep their places in the text', () => {
  const text = '幺三二 八零';
  expect(splitRun(text, pressure)[0]?.pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
    '幺三二',
    '八零',
  ]);
});
