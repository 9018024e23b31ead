import { fold } from './fold.ts';
import { digitsOf, type Form, formsAt, wholeValue } from './numeral-forms.ts';
import { wordMask } from './numeral-words.ts';

/** A number that was said, and where. Indices are of the raw text. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Null when no exact number was said (几个, 十几, 三四十). */
  readonly value: number | null;
  /**
   * `digits` were said one by one (幺三五, 六零四), `ordinal` is 第三, `percent` 百分之三十 (value 30),
   * `fraction` 三分之一, `half` 半 or 一个半 (value with .5), `pair` 俩, 一双 (value counts the single ones).
   */
  readonly kind:
    | 'cardinal'
    | 'digits'
    | 'decimal'
    | 'ordinal'
    | 'percent'
    | 'fraction'
    | 'half'
    | 'pair'
    | 'approximate';
  /** The digits as said, leading zeros kept; only of `digits` and of written whole numbers. */
  readonly digits?: string;
  /** Said to be only about this much: 五十多, 两百左右, 一百出头. */
  readonly about?: true;
  /** The measure between number and 半 (一个半, 两年半), which the span includes. */
  readonly measure?: string;
  /** Other values the same span may have. */
  readonly others: readonly number[];
  /** The stretch of numerals without a break this one is a piece of; give it to `splitRun` if pieces misfit. */
  readonly run: { readonly start: number; readonly end: number };
}

interface Step {
  readonly cost: number;
  readonly form: Form | undefined;
}

/** The cheapest way to cut the text into numbers: few pieces, natural ones. */
const cut = (s: string, mask: Uint8Array): { at: number; form: Form; all: readonly Form[] }[] => {
  const best: Step[] = new Array<Step>(s.length + 1);
  const forms: (readonly Form[])[] = new Array<readonly Form[]>(s.length);
  best[s.length] = { cost: 0, form: undefined };
  for (let at = s.length - 1; at >= 0; at -= 1) {
    const here = mask[at] ? [] : formsAt(s, at).filter((form) => !mask[form.end - 1]);
    forms[at] = here;
    let step: Step = { cost: (best[at + 1]?.cost ?? 0) + (here.length > 0 ? 3 : 0), form: undefined };
    for (const form of here) {
      const cost = 1 + form.cost + (best[form.end]?.cost ?? 0);
      if (cost < step.cost) step = { cost, form };
    }
    best[at] = step;
  }
  const found = [];
  for (let at = 0; at < s.length; ) {
    const form = best[at]?.form;
    if (form) found.push({ at, form, all: forms[at] ?? [] });
    at = form?.end ?? at + 1;
  }
  return found;
};

const about = /^(?:多|余|出头|左右|上下|光景|来(?=[个岁人位名块斤天年次条只户]))/;

const plain = (s: string, at: number, form: Form, all: readonly Form[]): Omit<Numeral, 'run'> => {
  const said = s.slice(at, form.end);
  const others = all.filter((one) => one.end === form.end && one.value !== form.value && one.value !== null);
  return {
    start: at,
    end: form.end,
    value: form.value,
    kind: form.kind,
    ...(form.kind === 'digits' || /^\d+$/.test(said) ? { digits: digitsOf(said) } : {}),
    ...(about.test(s.slice(form.end, form.end + 3)) || /[近上约]$/.test(s.slice(0, at))
      ? { about: true }
      : {}),
    others: [...new Set(others.map((one) => one.value ?? 0))],
  };
};

const dressed = /^(?:[个块斤天年米度岁]|公斤|小时|钟头|个月)半/;

type Found = Omit<Numeral, 'run'>;

/** 第三, 百分之三十, 30%, 三成, 一个半, 一双: what stands around a number and changes what it counts. */
const dress = (s: string, found: Found): Found => {
  const before = s.slice(Math.max(0, found.start - 4), found.start);
  const after = s.slice(found.end, found.end + 4);
  const { value, start, end } = found;
  if (value === null) return found;
  if (before.endsWith('第')) return { ...found, start: start - 1, kind: 'ordinal' };
  if (before.endsWith('百分之')) return { ...found, start: start - 3, kind: 'percent' };
  if (after.startsWith('%')) return { ...found, end: end + 1, kind: 'percent' };
  if (/^成(?![功了立员本年熟])/.test(after) && value < 10)
    return { ...found, end: end + 1, value: value * 10, kind: 'percent' };
  if (/^[双对](?![方面]|夫)/.test(after) && value < 100)
    return { ...found, end: end + 1, value: value * 2, kind: 'pair', others: [value] };
  const half = dressed.exec(after)?.[0];
  if (half && found.kind === 'cardinal')
    return { ...found, end: end + half.length, value: value + 0.5, kind: 'half', measure: half.slice(0, -1) };
  if (/[零负]下?$/.test(before) && before.endsWith('零下'))
    return { ...found, start: start - 2, value: -value };
  return found;
};

const loneHalf = /半(?=个?(?:多)?(?:小时|钟头|天|日|年|月|斤|公斤|米|里))|半个(?!人)/g;
const couple = /[俩仨]|(?<=[^\s\d])[俩仨]/g;
const fraction = /([一二三四五六七八九十\d]{1,3})分之([一二三四五六七八九十\d]{1,3})/g;

const special = (s: string, mask: Uint8Array): Found[] => {
  const found: Found[] = [];
  for (const { index, 0: said } of s.matchAll(loneHalf)) {
    if (mask[index] || /[个块斤天年米度岁时头月点百千万钟\d]$/.test(s.slice(0, index))) continue;
    found.push({ start: index, end: index + said.length, value: 0.5, kind: 'half', others: [] });
  }
  for (const { index, 0: said } of s.matchAll(couple))
    found.push({ start: index, end: index + 1, value: said === '俩' ? 2 : 3, kind: 'pair', others: [] });
  for (const { index, 0: said, 1: below = '', 2: above = '' } of s.matchAll(fraction)) {
    const [parts, of] = [above, below].map(wholeValue);
    if (!parts || !of || below === '百') continue;
    found.push({ start: index, end: index + said.length, value: parts / of, kind: 'fraction', others: [] });
  }
  return found;
};

const overlaps = (a: Found, b: Found): boolean => a.start < b.end && b.start < a.end;

/** Puts on each number the unbroken stretch of numerals it stands in. */
const withRuns = (found: readonly Found[]): Numeral[] => {
  const out: Numeral[] = [];
  for (let first = 0; first < found.length; ) {
    let last = first;
    while (found[last + 1] && found[last + 1]?.start === found[last]?.end) last += 1;
    const run = { start: found[first]?.start ?? 0, end: found[last]?.end ?? 0 };
    for (const one of found.slice(first, last + 1)) out.push({ ...one, run });
    first = last + 1;
  }
  return out;
};

/**
 * Every number said in the text, without overlaps, in order.
 *
 * Numbers that run on are cut where it sounds most natural (一百三十五八十五 is 135 and 85); each carries its
 * `run`, so that a caller who knows ranges can ask `splitRun` for the other ways. Weekdays and everyday words
 * (一起, 十分危险) hold no number. Dates, clocks and house numbers are numbers here too: who claims which
 * is for the caller to decide by span.
 */
export const readNumerals = (text: string): Numeral[] => {
  const s = fold(text);
  const mask = wordMask(s);
  const extra = special(s, mask);
  const cutUp = cut(s, mask)
    .map(({ at, form, all }) => dress(s, plain(s, at, form, all)))
    .filter((found) => !extra.some((other) => overlaps(found, other)));
  return withRuns([...cutUp, ...extra].sort((a, b) => a.start - b.start));
};
