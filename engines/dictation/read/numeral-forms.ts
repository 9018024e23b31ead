/** How a number was said. `digits`: one by one (幺三五); `cardinal`: with tens and hundreds, or written. */
export type FormKind = 'cardinal' | 'digits' | 'decimal' | 'approximate';

/** One way to read a number that begins at a given place. `cost` grows as the reading gets less natural. */
export interface Form {
  readonly end: number;
  /** Null when the speaker gave no exact number (几, 十几, 三四十). */
  readonly value: number | null;
  readonly kind: FormKind;
  readonly cost: number;
}

const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30, 卌: 40 };
const powers: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** The value of one spoken or written digit, or undefined. */
export const digitOf = (char: string | undefined): number | undefined => {
  if (char === undefined) return undefined;
  if (char >= '0' && char <= '9') return char.charCodeAt(0) - 48;
  return digitValues[char];
};

const leading = (char: string | undefined): number | undefined => {
  const digit = char === '幺' ? undefined : digitValues[char ?? ''];
  return digit === 0 ? undefined : digit;
};

interface Piece {
  readonly end: number;
  readonly value: number;
  /** The last power was left unsaid: 一百三 for 130. */
  readonly short?: boolean;
}

const digitAfter = (s: string, at: number, base: number): Piece[] => {
  const digit = s[at] === '两' ? undefined : leading(s[at]);
  return digit === undefined ? [] : [{ end: at + 1, value: base + digit }];
};

/** 三, 十五, 三十, 三十五, 廿一: everything below a hundred that is said from `at`. */
const belowHundred = (s: string, at: number): Piece[] => {
  const ten = tens[s[at] ?? ''];
  if (ten !== undefined) return [{ end: at + 1, value: ten }, ...digitAfter(s, at + 1, ten)];
  const digit = leading(s[at]);
  if (digit === undefined) return [];
  const alone = { end: at + 1, value: digit };
  if (s[at + 1] !== '十' || s[at] === '两') return [alone];
  return [alone, { end: at + 2, value: digit * 10 }, ...digitAfter(s, at + 2, digit * 10)];
};

/** What may follow a power: 零五, 三十五, 五百二, and a lone digit that stands for the next power down. */
const restOf = (s: string, at: number, base: number, power: number): Piece[] => {
  const add = (piece: Piece): Piece => ({ ...piece, value: base + piece.value });
  if (s[at] === '零') return below(s, at + 1, power).map(add);
  const digit = leading(s[at]);
  const short =
    digit === undefined || s[at] === '两'
      ? []
      : [{ end: at + 1, value: base + digit * (power / 10), short: true }];
  return [
    ...short,
    ...below(s, at, power)
      .filter((piece) => piece.end > at + 1 || digit === undefined)
      .map(add),
  ];
};

/** Every whole number below `limit` (100, 1,000, 10,000 or more) that is said from `at`, at each place it may end. */
const below = (s: string, at: number, limit: number): Piece[] => {
  const found = belowHundred(s, at);
  if (limit <= 100) return found;
  for (const [char, power] of Object.entries(powers)) {
    if (power >= limit) continue;
    const heads = power === 10_000 && s[at] !== '幺' ? below(s, at, 10_000) : headOf(s, at);
    for (const head of heads) {
      if (s[head.end] !== char || head.short) continue;
      const base = head.value * power;
      found.push({ end: head.end + 1, value: base }, ...restOf(s, head.end + 1, base, power));
    }
  }
  return found;
};

const headOf = (s: string, at: number): Piece[] => {
  const digit = s[at] === '幺' ? 1 : leading(s[at]);
  return digit === undefined ? [] : [{ end: at + 1, value: digit }];
};

const isNumeral = (char: string | undefined): boolean =>
  char !== undefined && (digitOf(char) !== undefined || char in tens || char in powers);

const spoken = (s: string, at: number): Form[] =>
  below(s, at, 100_000).map(({ end, value, short }) => {
    const runsOn = isNumeral(s[end]);
    const split = runsOn && (s[end] ?? '') in { ...tens, ...powers } ? 0.5 : 0;
    const startsLate = (s[at] === '十' || s[at] === '百') && digitOf(s[at - 1]) !== undefined ? 0.5 : 0;
    return { end, value, kind: 'cardinal', cost: split + startsLate + (short ? (runsOn ? 0.3 : 0.1) : 0) };
  });

const chineseDigit = /[零一二三四五六七八九幺两]/;

/** No number is longer; the bound keeps ten thousand digits in a row from costing their square. */
const longest = 40;

const digitEnd = (s: string, at: number): number => {
  let end = at;
  while (end < s.length && end < at + longest && chineseDigit.test(s[end] ?? '')) end += 1;
  return end;
};

/** The number behind digits said one by one; beyond 15 digits it is no longer exact. */
export const digitsOf = (s: string): string => [...s].map((char) => digitOf(char) ?? '').join('');

const byDigits = (s: string, at: number): Form[] => {
  const end = digitEnd(s, at);
  const last = s[end] ?? '';
  const ends = last in tens || last in powers ? [end - 1, end - 2] : [end];
  return ends
    .filter((to) => to >= at + 2)
    .map((to) => ({
      end: to,
      value: to - at > 20 ? Number.NaN : Number(digitsOf(s.slice(at, to))),
      kind: 'digits',
      cost: to - at === 2 ? 0.25 : to - at === 4 ? 0.2 : 0.1,
    }));
};

const written = /\d{1,3}(?:,\d{3})+(?![\d])|\d+/y;
const afterPoint = /\.(\d{1,4})(?![\d.])/y;
const powerTail = /([百千万])(?:零?(\d{1,4})(?!\d)|([一二三四五六七八九]))?(?![十百千万])/y;

const sticky = (pattern: RegExp, s: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(s);
};

/** 1万2 is twelve thousand, 3千500 three thousand five hundred, 1.5万 fifteen thousand. */
const withPower = (s: string, end: number, base: number): Form | undefined => {
  const tail = sticky(powerTail, s, end);
  if (!tail) return undefined;
  const power = powers[tail[1] ?? ''] ?? 1;
  const said = tail[2] ?? (tail[3] === undefined ? '' : String(digitOf(tail[3])));
  const rest = said.length === 1 && !tail[0].includes('零') ? Number(said) * (power / 10) : Number(said);
  const value = Math.round((base * power + rest) * 1000) / 1000;
  return { end: end + tail[0].length, value, kind: 'cardinal', cost: 0 };
};

const arabic = (s: string, at: number): Form[] => {
  const whole = sticky(written, s, at);
  if (!whole) return [];
  const end = at + whole[0].length;
  const base = Number(whole[0].replaceAll(',', ''));
  const point = sticky(afterPoint, s, end);
  const first: Form = point
    ? { end: end + point[0].length, value: Number(`${base}.${point[1]}`), kind: 'decimal', cost: 0 }
    : {
        end,
        value: base,
        kind: whole[0].length > 4 && !whole[0].includes(',') ? 'digits' : 'cardinal',
        cost: 0,
      };
  const larger = withPower(s, first.end, first.value ?? 0);
  return larger ? [larger, { ...first, cost: 0.5 }] : [first];
};

/** 五点八, 三十六点五, 6点2: at most three digits after the point, and no ten after them (八点三十五 is a clock). */
const decimals = (s: string, whole: readonly Form[]): Form[] => {
  const found: Form[] = [];
  for (const head of whole) {
    if (s[head.end] !== '点' || head.value === null) continue;
    let end = head.end + 1;
    while (end - head.end <= 3 && digitOf(s[end]) !== undefined) end += 1;
    if (end === head.end + 1 || (s[end] ?? '') in tens || /[两百千]/.test(s.slice(head.end + 1, end + 1)))
      continue;
    const value = Number(`${head.value}.${digitsOf(s.slice(head.end + 1, end))}`);
    found.push({ end, value, kind: 'decimal', cost: head.cost });
  }
  return found;
};

const measures = '个位名人次条只天日家处块元斤岁口辆分小点张户间趟遍把盒片粒年月周层样';
const vague = new RegExp(
  `[一二两三四五六七八九]?[百千]?[一二三四五六七八九]?十?几[十百千万]*|[一二两三四五六七八九]百([一二三四五六七八九])([一二三四五六七八九])十|([一二两三四五六七八九])([一二三四五六七八九])[十百千万]*(?=[${measures}])|[一二两三四五六七八九]?十([一二三四五六七八九])([一二三四五六七八九])(?=[${measures}])|([二两三四五六七八])([三四五六七八九])[十百千万]`,
  'y',
);

const next = (a: string, b: string): boolean => {
  const step = (digitOf(b) ?? 0) - (digitOf(a) ?? 0);
  return step === 1 || (a === '三' && b === '五');
};

/** 几个, 十几, 三四十, 七八个: a number was meant, but no one number was said. */
const approximates = (s: string, at: number): Form[] => {
  const found = sticky(vague, s, at);
  if (!found) return [];
  const pair = found.slice(1).filter((digit) => digit !== undefined);
  if (pair.length === 2 && !next(pair[0] ?? '', pair[1] ?? '')) return [];
  return [{ end: at + found[0].length, value: null, kind: 'approximate', cost: 0 }];
};

/** What a text says that is one number from end to end: null when no exact one, undefined when it is none. */
export const wholeValue = (said: string): number | null | undefined =>
  formsAt(said, 0).find((form) => form.end === said.length)?.value;

/** Every natural reading of a number that begins at `at` of the folded text. */
export const formsAt = (s: string, at: number): Form[] => {
  if (!isNumeral(s[at]) && s[at] !== '几') return [];
  const zero: Form[] =
    s[at] === '零' || s[at] === '幺'
      ? [{ end: at + 1, value: digitOf(s[at]) ?? 0, kind: 'digits', cost: 0.4 }]
      : [];
  const whole = [...zero, ...spoken(s, at), ...byDigits(s, at), ...arabic(s, at)];
  return [...whole, ...decimals(s, whole), ...approximates(s, at)];
};
