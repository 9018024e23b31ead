/** What is written in another way but means the same, character for character, so that spans stay true. */
const folded: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  兩: '两',
  點: '点',
  號: '号',
  樓: '楼',
  層: '层',
  棟: '栋',
  禮: '礼',
  週: '周',
  個: '个',
  後: '后',
  過: '过',
  這: '这',
  '：': ':',
  '／': '/',
  '－': '-',
  '—': '-',
  '–': '-',
  '．': '.',
  '％': '%',
  '\u3000': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
};

/** Names keep their characters: these are surnames or common in given names, and numerals only beside others. */
const nameLike = new Set(['陆', '伍']);

const beside = /[壹贰叁肆伍陆柒捌玖拾佰仟万元]/;

const foldChar = (char: string, before: string, after: string): string => {
  const code = char.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 0x30);
  if (nameLike.has(char) && !beside.test(before) && !beside.test(after)) return char;
  return folded[char] ?? char;
};

/** The text in the characters the readers know; the same length, so an index into one is an index into both. */
export const fold = (text: string): string => {
  let out = '';
  for (let at = 0; at < text.length; at += 1)
    out += foldChar(text[at] ?? '', text[at - 1] ?? '', text[at + 1] ?? '');
  return out;
};
