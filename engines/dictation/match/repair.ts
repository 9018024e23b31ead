import type { Heard } from '../lexicon/compile.ts';
import { isWord } from '../people/names.ts';
import { soundKeys } from '../people/register.ts';
import { soundNear, soundSame } from '../sound/syllables.ts';
import { wordRank } from '../words/common-words.ts';

/**
 * Words of the ledger a recogniser wrote with other characters of the same sound (血鸭 for 血压). They are put
 * back in place, character for character, so that all spans stay true; `heard` marks what was changed.
 */
export interface Repaired {
  readonly text: string;
  readonly heard: Uint8Array;
}

/** Phrases by the sound class of their first two characters. */
export interface SoundIndex {
  readonly phrases: ReadonlyMap<number, readonly { readonly text: string; readonly kind: Heard }[]>;
}

export const createSoundIndex = (vocabulary: ReadonlyMap<string, Heard>): SoundIndex => {
  const phrases = new Map<number, { text: string; kind: Heard }[]>();
  for (const [text, kind] of vocabulary)
    for (const key of soundKeys(text, 0, 2)) phrases.set(key, [...(phrases.get(key) ?? []), { text, kind }]);
  return { phrases };
};

interface Candidate {
  readonly start: number;
  readonly text: string;
  readonly changed: number;
  readonly score: number;
}

/** 美, 每 for 没 and 步, 部 for 不, with everything around them as it should be. */
const misheardNo = (text: string, start: number, phrase: string, at: number): boolean =>
  phrase.length > 2 &&
  /[美每妹枚部步布补]/.test(text.charAt(start + at)) &&
  text.slice(start, start + phrase.length) ===
    phrase.slice(0, at) + text.charAt(start + at) + phrase.slice(at + 1);

const compare = (
  text: string,
  start: number,
  phrase: string,
): { changed: number; near: number } | undefined => {
  let changed = 0;
  let near = 0;
  for (let i = 0; i < phrase.length; i += 1) {
    const a = text.charCodeAt(start + i);
    const b = phrase.charCodeAt(i);
    if (a === b) continue;
    changed += 1;
    // Particles are heard well, and nothing is heard into its opposite.
    if (
      /[么嘛呢啊吧呀的了]/.test(text.charAt(start + i)) ||
      (/[没不未无别]/.test(phrase.charAt(i)) && !misheardNo(text, start, phrase, i))
    )
      return undefined;
    if (soundSame(a, b)) continue;
    if (!soundNear(a, b)) return undefined;
    near += 1;
  }
  return { changed, near };
};

/** True when an everyday word reaches over the edge of the stretch, so that the stretch is no unit. */
const straddled = (text: string, start: number, end: number): boolean => {
  for (const edge of [start, end])
    for (const [from, to] of [
      [edge - 1, edge + 1],
      [edge - 1, edge + 2],
      [edge - 2, edge + 1],
    ] as const) {
      const rank = from >= 0 && to <= text.length ? isWord(text.slice(from, to)) : 0;
      if (rank > 0 && rank < 20_000) return true;
    }
  return false;
};

const judge = (text: string, start: number, phrase: string, kind: Heard): Candidate | undefined => {
  const found = compare(text, start, phrase);
  if (!found || found.changed === 0) return undefined;
  const { changed, near } = found;
  const { length } = phrase;
  const names = kind === 'option';
  const said = text.slice(start, start + length);
  const rank = wordRank(said);
  // 心律七十二: right before a figure the ledger's word for figures is meant, whatever else the characters say.
  if (
    kind === 'figure' &&
    near === 0 &&
    /^[是为：]?[\d一二三四五六七八九两幺]/.test(text.slice(start + length))
  )
    return { start, text: phrase, changed, score: length * 3 - changed };
  if (length === 2) {
    if (/^[不没未无有在还已要会能可都也很就是了]/.test(phrase)) return undefined;
    if (near > 0 && (changed === 2 || rank > 0)) return undefined;
    if (rank > 0 && (!names || rank < 300)) return undefined;
    if (changed === 2 && !names) return undefined;
    if (straddled(text, start, start + 2) && (changed === 2 || near > 0)) return undefined;
  } else {
    // 党员徽 is no 党员会 before 章: the changed edge belongs to another word.
    if (text[start] !== phrase[0] && straddled(text, start, text.length)) return undefined;
    if (text[start + length - 1] !== phrase[length - 1] && straddled(text, 0, start + length))
      return undefined;
    if (near > 0 && near > length / 2) return undefined;
    if (changed > length - 1 && !names) return undefined;
    if (rank > 0) return undefined;
  }
  return { start, text: phrase, changed, score: length * 3 - changed * 2 - near * 2 - (rank > 0 ? 2 : 0) };
};

/** `taken` marks characters that are understood already and must not change. */
export const repair = (index: SoundIndex, text: string, taken: Uint8Array): Repaired => {
  const candidates: Candidate[] = [];
  for (let start = 0; start + 2 <= text.length; start += 1) {
    if (taken[start] && taken[start + 1]) continue;
    const seen = new Set<string>();
    for (const key of soundKeys(text, start, start + 2))
      for (const { text: phrase, kind } of index.phrases.get(key) ?? []) {
        if (seen.has(phrase) || start + phrase.length > text.length) continue;
        seen.add(phrase);
        const candidate = judge(text, start, phrase, kind);
        if (candidate) candidates.push(candidate);
      }
  }
  const heard = new Uint8Array(text.length);
  const out = [...text.split('')];
  for (const { start, text: phrase } of candidates.sort((a, b) => b.score - a.score)) {
    let free = true;
    for (let i = 0; i < phrase.length; i += 1)
      if ((taken[start + i] && text[start + i] !== phrase[i]) || heard[start + i]) free = false;
    if (!free) continue;
    for (let i = 0; i < phrase.length; i += 1) {
      if (out[start + i] !== phrase[i]) heard[start + i] = 1;
      out[start + i] = phrase.charAt(i);
    }
  }
  return { text: out.join(''), heard };
};
