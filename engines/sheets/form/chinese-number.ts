const DIGITS = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    一: 1,
    壹: 1,
    二: 2,
    两: 2,
    俩: 2,
    贰: 2,
    三: 3,
    叁: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
  }),
);
const TENS = new Map(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }));
const MYRIADS = new Map(Object.entries({ 万: 1e4, 萬: 1e4, 亿: 1e8 }));

const CHARACTERS = [...DIGITS.keys(), ...TENS.keys(), ...MYRIADS.keys()].join('');

/** A class of the characters a Chinese number is written with, for use inside a pattern. */
export const CHINESE_DIGITS = `[${CHARACTERS}]`;

const ALL_CHINESE = new RegExp(`^${CHINESE_DIGITS}+$`);
const ONLY_DIGITS = new RegExp(`^[${[...DIGITS.keys()].join('')}]+$`);

/** 二〇二六 read digit by digit. */
const byDigit = (text: string): number => Number([...text].map((char) => DIGITS.get(char)).join(''));

const byPlace = (text: string): number => {
  let whole = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const ten = TENS.get(char);
    const myriad = MYRIADS.get(char);
    if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = undefined;
    } else if (myriad !== undefined) {
      whole += (section + (digit ?? 0)) * myriad;
      section = 0;
      digit = undefined;
    } else digit = DIGITS.get(char);
  }
  return whole + section + (digit ?? 0);
};

/** 一百三十五 is 135, 两千零六 2006, 二〇二六 2026, 廿八 28; undefined for any other text. */
export const chineseNumber = (text: string): number | undefined => {
  const spelled = text.replaceAll('廿', '二十').replaceAll('卅', '三十').replaceAll('○', '〇');
  if (!ALL_CHINESE.test(spelled) || MYRIADS.has(spelled[0] ?? '')) return undefined;
  return ONLY_DIGITS.test(spelled) ? byDigit(spelled) : byPlace(spelled);
};
