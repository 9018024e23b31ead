/** Not inside a larger number: 五万一 and 二十四川 are cut elsewhere. */
const fresh = '(?<![零一二三四五六七八九十百千万廿卅两点\\d])';

/**
 * Words that hold the characters of numbers but say none: 一起, 十分危险, 万一, 双方, 周三.
 * A closed list of everyday words; a number that only looks like one of them is let through by what is beside it.
 */
const words = [
  '(?:星期|礼拜|[周拜])[一二三四五六日天](?!十(?![一二]?点)|[百千万])',
  `${fresh}一(?:[下起样般直定共道边向旦些会键时早路带致律概味旁再同齐面并手心气]|块儿|块去|块来|天到晚|天世界|日到夜|年到头|家门|家人|家子|塌糊涂|门心思|五一[十拾]|来二去|清二楚|干二净|模一样|点[儿点都也]|家(?!人家))`,
  '[唯统逐独单专]一|第一时间',
  '[有好早晚差快慢多少]一?点(?![一二三四五六七八九零\\d])',
  `${fresh}(?:七七八八|乱七八糟|三三两两|三天两头|三天打[鱼渔]|两天晒网|五花八门|四面八方|七上八下|七嘴八舌|丢三落四|不三不四|接二连三|颠三倒四|三心二意|朝三暮四|三缺一|说一不二|百分百|千方百计|千辛万苦)`,
  '(?<![零过第点小时钟])十分(?=[\\u4e00-\\u9fff])(?![钟之左到后前])|十足|十全',
  `${fresh}(?:千万(?=[别不要记小注莫当勿])|万(?:一(?![十百千万])|事|能|幸|无一失)|百(?:姓|货|般|事|叶))`,
  `${fresh}(?:四(?:季|邻|肢|川|周[都围])|五[金官险]|六神|八卦|九泉|三(?:轮|角|无|高|明治|伏)|二(?:维码|手|胎|胡)|两(?:癌|边|侧|样|用|旁|难))`,
  '双(?:方|休|职工|眼|手|脚|腿|面|肩|耳)|零(?:食|件|散|碎|钱|星|头|工|售)',
  '(?<=[时头月天年斤块米岁度])零(?=[一二三四五六七八九十\\d])',
  '半(?:夜|路|途|边|身|信|推|拉)|[大多一过前后]半|几(?:乎|何|率)',
] as const;

const pattern = new RegExp(words.join('|'), 'g');

/** For each character of the folded text: does it belong to a word that is no number? */
export const wordMask = (s: string): Uint8Array => {
  const mask = new Uint8Array(s.length);
  for (const found of s.matchAll(pattern)) mask.fill(1, found.index, found.index + found[0].length);
  return mask;
};
