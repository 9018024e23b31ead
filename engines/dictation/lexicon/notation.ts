/**
 * How the thesaurus is written. A line of sayings is parted by `|` at the top level; each is a regular expression
 * over normalised Mandarin with a few shorthands:
 *   ~     up to four characters of the same clause     ~~   up to eight
 *   {neg} a negation      {deg} an adverb of degree, or nothing      {done} an ending of completion
 */
const shorthands: readonly (readonly [RegExp, string])[] = [
  [/~~\??/g, '[^，。；？！\\s]{0,8}?'],
  [/~\??/g, '[^，。；？！\\s]{0,4}?'],
  [/\{neg\}/g, '(?:还没有|还没|还未|从来没|没有|尚未|不曾|没|未|不|别)'],
  [
    /\{deg\}/g,
    '(?:都还|也还|还蛮|还算|还是|非常|相当|特别|十分|一直|真的|比较|有点|蛮|很|挺|还|都|也|老|好|真|太|得)?',
  ],
  [/\{done\}/g, '(?:好了|过了|完了|掉了|妥了|上了|到了|了|好|过|完|掉|妥|上|毕|到)'],
];

/** Splits at the bars that stand in no bracket. */
export const sayings = (line: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const c of line.replace(/\s+/g, '')) {
    if (c === '(' || c === '[') depth += 1;
    if (c === ')' || c === ']') depth -= 1;
    if (c === '|' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += c;
  }
  return [...parts, part].filter((saying) => saying !== '');
};

/** True for a saying that is plain text. */
export const isLiteral = (saying: string): boolean => /^[\u3400-\u9fffa-z0-9]+$/.test(saying);

/** A saying that says no of itself. */
const negative = /[没不未勿无别拒缺少差]/;

/** A gap at either end of a saying only widens it over what belongs to others. */
const outerGap = /^(?:\[\^[^\]]*\]\{0,\d\}\??)+|(?:\[\^[^\]]*\]\{0,\d\}\??)+$/g;

/**
 * Words of which any number may follow each other: four at most. Without an end a search tries every way to cut
 * 刚刚刚刚刚… into 刚 and 刚刚, which takes longer than anybody waits.
 */
const bounded = (expression: string): string =>
  expression.replace(/\)\*/g, '){0,4}').replace(/\)\+/g, '){1,4}');

/** A saying as the source of a regular expression. */
export const source = (saying: string, strict = false): string =>
  bounded(shorthands.reduce((now, [from, to]) => now.replace(from, to), saying))
    .replace(/^\([^()]*\)\?(?=\[\^)/, '')
    .replace(/\[\^，。[^\]]*\]/g, (gap) =>
      !strict && negative.test(saying.replace(/\[\^[^\]]*\]/g, '')) ? gap : gap.replace('[^', '[^没不未勿'),
    )
    .replace(/\]\{0,(\d)\}(?!\?)/g, ']{0,$1}?')
    .replace(outerGap, '');

/** Plain text made safe inside a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
