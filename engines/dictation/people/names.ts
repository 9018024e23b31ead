import { isDomainWord } from '../lexicon/domain-words.ts';
import { longestWord, wordRank } from '../words/common-words.ts';
import { nameCost } from '../words/name-model.ts';
import { isSurname } from '../words/surnames.ts';
import { honorificAt } from './honorifics.ts';

/** A stretch that reads as a personal name. `known`: given from outside (the register, the ledger's phrases). */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** In bits; a text of likelier pieces costs less. */
  readonly cost: number;
  readonly kind: 'name' | 'known';
  /** Written with the very characters of an entry: then it is no other name that is written so. */
  readonly exact?: true;
}

const function_ =
  '的了是在有和就不也都上个他她我你这那到来去把被给跟要说很着没还又再从对于向为家量测好一二三四五六七八九十两几多大小下前后里人';
/** What seldom ends a given name but often follows a name. */
export const follows = new Set(
  '家说讲在有是不没要来到和跟与了也都前后上下血高低心他她的个住去打电把被给租养做又还就昨今问想已正那这两三四五六七八九十一二你我吃喝哭量测约嫌因从刚只得',
);

const singleCost = (c: string): number => {
  if (/[\s，。？！；：\d.:/a-z-]/.test(c)) return 1;
  return function_.includes(c) ? 7.5 : 11;
};

/** Everyday speech that no list of written words has, and the thesaurus' own words. */
export const isWord = (said: string): number => wordRank(said) || (isDomainWord(said) ? 2500 : 0);

const wordCost = (rank: number): number => 8 + Math.log2(rank) * 0.75;

const talkedTo =
  /(给|帮|为|跟|和|与|同|找|看|走访|拜访|慰问|见到|碰到|遇到|居民|租户|租客|房东|老人|业主|叫|姓名|申请人|联系|联系了|联系到|记一下|问候|对象|是|请|由|探望|通知|拨|搭|当事人|双方|犬主|狗主人|报修人|下一个|还有|另外|登记|主讲|带队|回访|调解|[户家]主|[，。\s、：]|^)$/;
export const afterName =
  /^(家|的|说|讲|反映|血压|在家|不在|和|跟|与|同|去|来|今|昨|前天|明|上午|下午|两|一|[，。\s、：]|$|阿姨|老伯|先生|女士|伯伯|同志|高压|低压|收缩|申请|想|希望|没|还|已|也|都|他|她|那|住|养|带|主|要|电话|身体|精神|情绪|不|体检|打|约|量|测|把|被|因|为|\d|带队|负责)/;

/** 乔阿六, 何天一: a numeral that counts nothing, for a pause or a field's word stands behind it. */
const endsInNumeral = (text: string, end: number): boolean =>
  /[一二三四五六七八九]/.test(text.charAt(end - 1)) &&
  /^(?:[，。\s、：]|$|高压|低压|血压|心率|血糖|家|想|申请|身体|的|说|在)/.test(text.slice(end, end + 4));

/** 阿大, 阿六: what many of the old were called at home. */
const byBirth = /^.阿[大二三四五六七八九]$/;

const nameBits = (text: string, start: number, end: number): number => {
  const said = text.slice(start, end);
  const numeral = said.length > 2 && endsInNumeral(text, end);
  const cost = numeral && byBirth.test(said) ? 6 : nameCost(said);
  if (cost > 21) return Number.POSITIVE_INFINITY;
  const given = said.length - (isSurname(said.slice(0, 2)) && said.length > 2 ? 2 : 1);
  let bits = cost + (given === 1 ? 11.5 : 16);
  if (follows.has(said.charAt(said.length - 1))) bits += numeral ? 1 : 7;
  if (said.length > 2 && follows.has(said.charAt(1)) && !/[大小家正新有和]/.test(said.charAt(1))) bits += 2;
  if (isWord(said) > 0) bits += 12;
  // A given name that is an everyday word (高血压, 温度计) is mostly no name; 建国 and 和平 are.
  if (said.length === 3 && wordRank(said.slice(1)) > 0) bits += cost > 8 ? 5 : 1;
  if (talkedTo.test(text.slice(Math.max(0, start - 4), start))) bits -= 3;
  if (afterName.test(text.slice(end, end + 4))) bits -= 3;
  return bits;
};

/**
 * Whether a stretch stands where a name stands: behind who is spoken to or of, or a pause, and before a pause or
 * what is said of people. There a name is no slip of a word (走访卢宇辰 is no 路遇).
 */
export const inNamesPlace = (text: string, start: number, end: number): boolean =>
  talkedTo.test(text.slice(Math.max(0, start - 4), start)) && afterName.test(text.slice(end, end + 4));

/**
 * Personal names in running text: the text is cut into everyday words, single characters, known pieces and
 * possible names, and the cheapest cut wins (a unigram model; costs in bits).
 */
export const findNames = (text: string, known: readonly Piece[]): Piece[] => {
  const n = text.length;
  const knownAt = new Map<number, Piece[]>();
  for (const piece of known) knownAt.set(piece.start, [...(knownAt.get(piece.start) ?? []), piece]);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from: (Piece | undefined)[] = new Array<Piece | undefined>(n + 1);
  const back = new Int32Array(n + 1);
  best[0] = 0;
  const step = (start: number, end: number, cost: number, piece?: Piece): void => {
    const total = (best[start] ?? 0) + cost;
    if (total >= (best[end] ?? 0)) return;
    best[end] = total;
    back[end] = start;
    from[end] = piece;
  };
  for (let at = 0; at < n; at += 1) {
    step(at, at + 1, singleCost(text.charAt(at)));
    for (let length = 2; length <= longestWord && at + length <= n; length += 1) {
      const rank = isWord(text.slice(at, at + length));
      if (rank > 0) step(at, at + length, wordCost(rank));
    }
    const here = knownAt.get(at) ?? [];
    for (const piece of here) step(at, piece.end, piece.cost, piece);
    if (!isSurname(text.charAt(at)) && !isSurname(text.slice(at, at + 2))) continue;
    for (let length = 2; length <= 4 && at + length <= n; length += 1) {
      if (!/^[㐀-鿿]+$/.test(text.slice(at, at + length))) break;
      const cost = nameBits(text, at, at + length);
      if (cost >= 60 || here.some((piece) => piece.exact && piece.end === at + length)) continue;
      const piece: Piece = { start: at, end: at + length, cost, kind: 'name' };
      step(at, at + length, cost, piece);
      // 翁美凤老人: the form of address goes with the name.
      const title = honorificAt(text, at + length);
      if (title && title.end - piece.end > 1) step(at, title.end, cost, piece);
    }
  }
  const found: Piece[] = [];
  for (let at = n; at > 0; at = back[at] ?? 0) {
    const piece = from[at];
    if (piece) found.push(piece);
  }
  return found.reverse();
};
