const chinese = '零一二三四五六七八九';

const one = (digit: number): string => chinese.charAt(digit);

const belowHundred = (n: number, inside: boolean): string => {
  if (n < 10) return one(n);
  const ten = Math.floor(n / 10);
  return `${ten === 1 && !inside ? '' : one(ten)}十${n % 10 ? one(n % 10) : ''}`;
};

const group = (n: number, inside: boolean): string => {
  if (n < 100) return belowHundred(n, inside);
  const [power, char] = n >= 1000 ? [1000, '千'] : [100, '百'];
  const rest = n % power;
  const gap = rest > 0 && rest < power / 10 ? '零' : '';
  return `${one(Math.floor(n / power))}${char}${gap}${rest ? group(rest, true) : ''}`;
};

/** As read aloud from a page: 一百三十五, 一万零五十. Whole numbers below a hundred million. */
export const sayFormal = (n: number): string => {
  if (n < 10_000) return group(n, false);
  const rest = n % 10_000;
  return `${group(Math.floor(n / 10_000), false)}万${rest > 0 && rest < 1000 ? '零' : ''}${rest ? group(rest, true) : ''}`;
};

/** 两 where people say it: before 百, 千, 万, and for a lone two. */
export const sayWithLiang = (n: number): string =>
  n === 2 ? '两' : sayFormal(n).replace(/二(?=[百千万])/g, '两');

/** The last power left unsaid: 一百三 for 130, 两千五 for 2,500; as `sayWithLiang` where that cannot be. */
export const sayShort = (n: number): string => {
  const full = sayWithLiang(n);
  if (/百[一二三四五六七八九]十$/.test(full)) return full.slice(0, -1);
  if (/千[一二三四五六七八九两]百$/.test(full) || /万[一二三四五六七八九两]千$/.test(full))
    return full.slice(0, -1).replace(/两$/, '二');
  return full;
};

/** Ten said at the head of the tens in a hundred without its one (一百十五), and 廿, 卅 for twenty and thirty. */
export const sayShanghai = (n: number): string =>
  sayWithLiang(n)
    .replace(/(?<=[百千零])一十/g, '十')
    .replace(/二十(?=[一二三四五六七八九])/g, '廿')
    .replace(/三十(?=[一二三四五六七八九])/g, '卅');

/** Digit by digit: 幺三五, 两零幺. `style` picks the words for one and two. */
export const sayDigits = (digits: string, style: 'plain' | 'spoken' = 'plain'): string =>
  [...digits]
    .map((digit, at) => {
      if (style === 'spoken' && digit === '1') return '幺';
      if (style === 'spoken' && digit === '2' && at === 0) return '两';
      return one(Number(digit));
    })
    .join('');

/** 五点八 for 5.8. */
export const sayDecimal = (value: number): string => {
  const [whole = '0', part] = String(value).split('.');
  return part === undefined ? sayWithLiang(Number(whole)) : `${sayFormal(Number(whole))}点${sayDigits(part)}`;
};
