/** Digits a recogniser wrote as other words of the same sound, between digits: 一百四时八, 六电八, 一白三十. */
const heardAs: readonly (readonly [string, string])[] = [
  ['时实石食市师事', '十'],
  ['吧把巴拔爸', '八'],
  ['就久酒旧', '九'],
  ['无午武舞物误', '五'],
  ['山伞散', '三'],
  ['期其齐妻', '七'],
  ['流留溜', '六'],
  ['而儿耳尔', '二'],
  ['死似寺', '四'],
  ['白摆败拜', '百'],
  ['典电店', '点'],
  ['另令灵铃', '零'],
];
const digitFor = new Map(heardAs.flatMap(([heard, digit]) => [...heard].map((c) => [c, digit] as const)));
const numeral = /[零一二三四五六七八九十百千两幺\d]/;

/** What may stand before and behind a digit inside one number: no 十 after 十, nothing but a digit around 点. */
const fits = (before: string, digit: string, behind: string): boolean => {
  if (digit === '十') return /[二三四五六七八九百零一]/.test(before) && /[一二三四五六七八九]/.test(behind);
  if (digit === '百') return /[一二三四五六七八九两]/.test(before) && /[零一二三四五六七八九]/.test(behind);
  if (digit === '点') return /[零一二三四五六七八九十]/.test(before) && /[零一二三四五六七八九]/.test(behind);
  return /[百十零]/.test(before) && /[十百]/.test(behind);
};

/** The text with such digits put right, the same length. */
export const repairNumerals = (text: string): string => {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    const digit = digitFor.get(c);
    const before = out.charAt(i - 1);
    const behind = text.charAt(i + 1);
    const inside = digit !== undefined && numeral.test(before) && numeral.test(behind);
    out += inside && fits(before, digit, behind) ? digit : c;
  }
  return out;
};
