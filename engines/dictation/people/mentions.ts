import { soundSame, surnameSyllables } from '../sound/syllables.ts';
import { wordRank } from '../words/common-words.ts';
import { nameCost } from '../words/name-model.ts';
import { isSurname, surnameStep } from '../words/surnames.ts';
import { type Honorific, honorificAt, postAfter, prefixOf } from './honorifics.ts';
import { afterName, findNames, follows, isWord, type Piece } from './names.ts';
import { familySounds, type Register, soundKeys } from './register.ts';

/** Somebody spoken of, before it is decided who. */
export interface PersonMention {
  readonly start: number;
  readonly end: number;
  /** The name or form of address, without what was only said about it. */
  readonly said: string;
  readonly form: 'name' | 'nickname' | 'address' | 'unknown';
  /** Places in the register of people who are called so: same sound in at least one reading. */
  readonly same: readonly number[];
  /** Only nearly the same sound. */
  readonly near: readonly number[];
  /** Written with the very characters of an entry. */
  readonly exact: boolean;
  /** How surely a name that is in nobody's entry is a name at all: lower is surer. */
  readonly cost: number;
  readonly about?: Honorific | undefined;
  /** Followed by a post or trade: of the office, not of the register. */
  readonly staff: boolean;
}

interface PersonPiece extends Piece {
  readonly mention?: Omit<PersonMention, 'about' | 'staff' | 'cost'>;
  readonly about?: Honorific;
}

const chinese = /^[㐀-鿿]+$/;

/** Heard the same, character by character; `named`: the first is a family name in both. */
const sameSound = (a: string, b: string, named = false): boolean => {
  if (a.length !== b.length) return false;
  if (named && !surnameSyllables(a.charCodeAt(0)).some((s) => surnameSyllables(b.charCodeAt(0)).includes(s)))
    return false;
  for (let i = named ? 1 : 0; i < a.length; i += 1)
    if (!soundSame(a.charCodeAt(i), b.charCodeAt(i))) return false;
  return true;
};

const placesAt = (
  index: ReadonlyMap<number, readonly number[]>,
  text: string,
  start: number,
  end: number,
  named = false,
): number[] => {
  const places = new Set<number>();
  for (const key of soundKeys(text, start, end, named))
    for (const place of index.get(key) ?? []) places.add(place);
  return [...places];
};

const costOf = (length: number, exact: boolean, same: boolean, family: boolean): number => {
  if (length >= 3) return exact ? 5 : same ? (family ? 13 : 17) : family ? 19 : 24;
  return exact ? 11 : same && family ? 19 : 40;
};

/** What often follows a name and is written in its own character: 毛怡家里 names no 毛一杰, though 家 may read jie. */
const grammar = /[的地得家到在和跟与同也都说讲了没有是不去来个]$/;

/** What often stands before a name: 记一下李妍 names no 夏丽妍. */
const leading = /^[下里在有是给帮把被来去到跟对为的了不也都上个看找说]/;

/** A name of two characters that begins a well-formed longer one: 姚宇凯 is not the 姚宇 of the register. */
const beginsLonger = (text: string, start: number, end: number): boolean => {
  const longer = text.slice(start, end + 1);
  return (
    longer.length === 3 &&
    chinese.test(longer) &&
    !grammar.test(longer) &&
    !follows.has(longer.charAt(2)) &&
    nameCost(longer) <= 18 &&
    (grammar.test(text.slice(end, end + 2)) || isWord(text.slice(end, end + 2)) === 0) &&
    afterName.test(text.slice(end + 1, end + 5))
  );
};

const namesAt = (register: Register, text: string, start: number): PersonPiece[] => {
  const found: PersonPiece[] = [];
  for (let length = 2; length <= 4 && start + length <= text.length; length += 1) {
    const end = start + length;
    const said = text.slice(start, end);
    if (!chinese.test(said)) break;
    const places = placesAt(register.byName, text, start, end, true);
    if (places.length === 0) continue;
    const name = (place: number): string => register.residents[place]?.name ?? '';
    const same = places.filter((place) => sameSound(name(place), said, true));
    const near = places.filter((place) => !same.includes(place));
    const exact = same.some((place) => name(place) === said);
    const ending = said.charAt(length - 1);
    const borrowed = grammar.test(said) && !same.some((place) => name(place).endsWith(ending));
    const cost =
      costOf(length, exact, same.length > 0, isSurname(said.charAt(0))) +
      (!exact && wordRank(said) > 0 ? 8 : 0) +
      (borrowed ? 14 : 0) +
      (!exact && leading.test(said) && !isSurname(said.charAt(0)) ? 6 : 0) +
      (length === 2 && beginsLonger(text, start, end) ? 10 : 0);
    const piece: PersonPiece = {
      start,
      end,
      cost,
      kind: 'known',
      ...(exact ? { exact: true } : {}),
      mention: { start, end, said, form: 'name', same, near, exact },
    };
    found.push(piece);
    // 万阿根老伯 is one piece, or the cut would find an 阿根老伯 after a 万.
    const title = honorificAt(text, end);
    if (title && title.end - end > 1) found.push({ ...piece, end: title.end });
  }
  return found;
};

const nicknamesAt = (register: Register, text: string, start: number): PersonPiece[] =>
  register.nicknameLengths.flatMap((length) => {
    const end = start + length;
    const said = text.slice(start, end);
    if (said.length < length) return [];
    const nicknames = (place: number) => register.residents[place]?.nicknames ?? [];
    const same = placesAt(register.byNickname, text, start, end).filter((place) =>
      nicknames(place).some((nickname) => sameSound(nickname, said)),
    );
    if (same.length === 0) return [];
    const exact = same.some((place) => nicknames(place).includes(said));
    return [
      {
        start,
        end,
        cost: exact ? 3 : 9,
        kind: 'known' as const,
        mention: { start, end, said, form: 'nickname' as const, same, near: [], exact },
      },
    ];
  });

const familyPlaces = (register: Register, family: string): number[] => [
  ...new Set(familySounds(family).flatMap((sound) => register.byFamily.get(sound) ?? [])),
];

const address = (
  start: number,
  end: number,
  text: string,
  same: readonly number[],
  cost: number,
  about?: Honorific,
): PersonPiece => ({
  start,
  end,
  cost,
  kind: 'known',
  ...(about ? { about } : {}),
  mention: { start, end, said: text.slice(start, end), form: 'address', same, near: [], exact: true },
});

/** Family names that stand far more often for themselves: 赡养老人 speaks of no Mr Yang. */
const everyday = new Set('养时能空相权公从干水平红米皮路有利查');

/** 王阿姨, 老王, 小张, 秀英阿姨: forms of address without a full name. */
const addressesAt = (register: Register, text: string, start: number): PersonPiece[] => {
  const found: PersonPiece[] = [];
  const first = text.charAt(start);
  const family = isSurname(text.slice(start, start + 2)) ? text.slice(start, start + 2) : first;
  if (isSurname(family) && !everyday.has(family)) {
    const at = start + family.length;
    const title = honorificAt(text, at) ?? (text.charAt(at) === '家' ? honorificAt(text, at + 1) : undefined);
    if (title && wordRank(text.slice(start, title.end)) === 0)
      found.push(
        address(
          start,
          title.end,
          text,
          familyPlaces(register, family),
          title.end - at > 1 ? 8 : 15,
          title.about,
        ),
      );
  }
  const prefix = prefixOf[first];
  const second = text.charAt(start + 1);
  if (
    prefix &&
    (surnameStep.get(second) ?? 9) <= 6 &&
    [
      [0, 2],
      [0, 3],
      [1, 3],
      [1, 4],
    ].every(([from = 0, to = 0]) => !isWord(text.slice(start + from, start + to)))
  )
    found.push(address(start, start + 2, text, familyPlaces(register, second), 16, prefix));
  const title = honorificAt(text, start + 2);
  if (
    title &&
    title.end - start > 3 &&
    chinese.test(text.slice(start, start + 2)) &&
    !isSurname(text.slice(start, start + 2)) &&
    !isSurname(text.charAt(start - 1))
  ) {
    const given = (place: number): string => (register.residents[place]?.name ?? '').slice(-2);
    const said = text.slice(start, start + 2);
    const same = placesAt(register.byGiven, text, start, start + 2).filter((place) =>
      sameSound(given(place), said),
    );
    if (same.length > 0 && wordRank(said) === 0)
      found.push(address(start, title.end, text, same, 12, title.about));
  }
  return found;
};

/** A family name with a post: somebody of the office. Kept so that nothing else is read there. */
const postAt = (text: string, start: number): PersonPiece[] => {
  if (!isSurname(text.charAt(start))) return [];
  const post = postAfter.exec(text.slice(start + 1, start + 6))?.[0];
  if (!post || wordRank(text.slice(start, start + 1 + post.length)) > 0) return [];
  return [{ start, end: start + 1 + post.length, cost: 9, kind: 'known' }];
};

const finish = (text: string, piece: PersonPiece): PersonMention | undefined => {
  const mention =
    piece.mention ??
    (piece.kind === 'name'
      ? {
          start: piece.start,
          end: piece.end,
          said: text.slice(piece.start, piece.end),
          form: 'unknown' as const,
          same: [],
          near: [],
          exact: false,
        }
      : undefined);
  if (!mention) return undefined;
  const title = mention.form === 'address' ? undefined : honorificAt(text, mention.end);
  const wide = title && title.end - mention.end > 1 ? title : undefined;
  return {
    ...mention,
    end: wide?.end ?? mention.end,
    cost: piece.cost,
    about: piece.about ?? wide?.about,
    staff: postAfter.test(text.slice(mention.end, mention.end + 5)),
  };
};

/**
 * Everybody spoken of, in order: by full name in any spelling that sounds the same, nickname, form of address,
 * or a name that is in nobody's entry. `taken` are stretches that are already understood as something else.
 */
export const findPeople = (register: Register, text: string, taken: readonly Piece[]): PersonMention[] => {
  const pieces: PersonPiece[] = [...taken];
  for (let at = 0; at < text.length; at += 1) {
    if (!chinese.test(text.charAt(at))) continue;
    pieces.push(
      ...namesAt(register, text, at),
      ...nicknamesAt(register, text, at),
      ...addressesAt(register, text, at),
      ...postAt(text, at),
    );
  }
  return findNames(text, pieces).flatMap((piece) => finish(text, piece) ?? []);
};
