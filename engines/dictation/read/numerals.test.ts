import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  sayDecimal,
  sayDigits,
  sayFormal,
  sayShanghai,
  sayShort,
  sayWithLiang,
} from '../corpus/say-number.ts';
import { readNumerals } from './numerals.ts';

const values = (text: string) => readNumerals(text).map((one) => one.value);

test.each([
  ['一百三十五', [135]],
  ['一百三', [130]],
  ['两百二', [220]],
  ['两千五', [2500]],
  ['一万二', [12_000]],
  ['两万三千五', [23_500]],
  ['一千六百八', [1680]],
  ['一百零五', [105]],
  ['一百十五', [115]],
  ['八千零五十', [8050]],
  ['三点五', [3.5]],
  ['三十六点五', [36.5]],
  ['零点五', [0.5]],
  ['36.5度', [36.5]],
  ['廿一个人', [21]],
  ['卅', [30]],
  ['幺三五', [135]],
  ['一三五', [135]],
  ['两零幺', [201]],
  ['一个月幺万', [1, 10_000]],
  ['1万2', [12_000]],
  ['1.5万', [15_000]],
  ['3千', [3000]],
  ['1,600元', [1600]],
  ['１３５', [135]],
  ['壹佰贰拾', [120]],
  ['一三六零零二二三三四四', [13_600_223_344]],
])('%s is read as %j', (text, expected) => expect(values(text)).toEqual(expected));

test.each([
  ['一百三十五八十五', [135, 85]],
  ['一百三八十五', [130, 85]],
  ['一百六一百', [160, 100]],
  ['二十三十', [20, 30]],
  ['一三五八十五', [135, 85]],
  ['四千二 不对四千', [4200, 4000]],
  ['一百四十四舒张八十九', [144, 89]],
])('numbers that run on are cut where it sounds natural: %s', (text, expected) =>
  expect(values(text)).toEqual(expected),
);

test('a run keeps its bounds, so that it can be cut in another way', () => {
  const text = '高压一百三十五八十五';
  for (const one of readNumerals(text))
    expect(text.slice(one.run.start, one.run.end)).toBe('一百三十五八十五');
});

test.each([
  ['第三针', 'ordinal', 3, '第三'],
  ['百分之三十的人', 'percent', 30, '百分之三十'],
  ['30%', 'percent', 30, '30%'],
  ['三成', 'percent', 30, '三成'],
  ['半小时', 'half', 0.5, '半'],
  ['一个半钟头', 'half', 1.5, '一个半'],
  ['两个半小时', 'half', 2.5, '两个半'],
  ['三年半', 'half', 3.5, '三年半'],
  ['他们俩', 'pair', 2, '俩'],
  ['一双', 'pair', 2, '一双'],
  ['三分之一', 'fraction', 1 / 3, '三分之一'],
  ['六零四', 'digits', 604, '六零四'],
  ['几个', 'approximate', null, '几'],
  ['十几个', 'approximate', null, '十几'],
  ['三四十个', 'approximate', null, '三四十'],
  ['两三个人', 'approximate', null, '两三'],
])('%s: %s', (text, kind, value, said) => {
  const [one, ...more] = readNumerals(text);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ kind, value });
  expect(text.slice(one?.start, one?.end)).toBe(said);
});

test.each(['五十多人', '七十来岁', '一百出头', '近三十人', '两百左右'])('%s is only about so many', (text) =>
  expect(readNumerals(text)[0]?.about).toBe(true),
);

test.each([
  '一起去',
  '十分危险',
  '万一漏了',
  '好一点了',
  '双方都在',
  '乱七八糟',
  '周三',
  '礼拜六',
  '一直这样',
  '一天世界',
  '老百姓',
  '半夜',
  '装了一键通',
  '千万别去',
  '两癌',
])('%s holds no number', (text) => expect(readNumerals(text)).toEqual([]));

test('a word that is no number does not hide the number beside it', () => {
  expect(values('一起去了三次')).toEqual([3]);
  expect(values('一家门五口')).toEqual([5]);
  expect(values('周三三个人')).toEqual([3]);
});

const ways = [sayFormal, sayWithLiang, sayShort, sayShanghai, String] as const;

/** What was said and is read back as something else; collected, for an expectation a number would take seconds. */
const misread = (said: string, value: number, digits?: string): string[] => {
  const [one, ...more] = readNumerals(said);
  const right = one?.value === value && more.length === 0 && (digits === undefined || one.digits === digits);
  return right ? [] : [`${said}: ${values(said).join(' ')}`];
};

const numbers = (from: number, dense: number, stride: number): number[] => {
  const all: number[] = [];
  for (let n = from; n < 100_000; n += n < dense ? 1 : stride) all.push(n);
  return all;
};

test('every number to 99,999 is read back however it is said', () =>
  expect(numbers(0, 1300, 7).flatMap((n) => ways.flatMap((say) => misread(say(n), n)))).toEqual([]));

test('every number of two to five digits is read back digit by digit', () =>
  expect(
    numbers(10, 1300, 37).flatMap((n) =>
      (['plain', 'spoken'] as const).flatMap((style) => misread(sayDigits(String(n), style), n, String(n))),
    ),
  ).toEqual([]));

test('decimals are read back in words and figures', () =>
  expect(
    Array.from({ length: 999 }, (_, at) => (at + 1) / 10).flatMap((value) => [
      ...misread(sayDecimal(value), value),
      ...misread(String(value), value),
    ]),
  ).toEqual([]));

test('spans lie in order inside the text, never overlap, and never leave their run', () => {
  const talk = fc.array(fc.constantFrom(...'零一二三四五六七八九十百千万两半点几第廿卅幺多个号1230.% ，人'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(talk, (characters) => {
      const text = characters.join('');
      let from = 0;
      for (const one of readNumerals(text)) {
        expect(one.start).toBeGreaterThanOrEqual(from);
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.run.start).toBeLessThanOrEqual(one.start);
        expect(one.run.end).toBeGreaterThanOrEqual(one.end);
        from = one.end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }),
  );
});
