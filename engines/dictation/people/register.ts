import { nearClassesOf, surnameSyllables, syllableName } from '../sound/syllables.ts';
import type { Resident } from '../types.ts';

/** A register made ready for listening: people by the sound of their name, family name, given name, nickname. */
export interface Register {
  readonly residents: readonly Resident[];
  /** Places in `residents` by sound class of the full name. */
  readonly byName: ReadonlyMap<number, readonly number[]>;
  readonly byGiven: ReadonlyMap<number, readonly number[]>;
  readonly byNickname: ReadonlyMap<number, readonly number[]>;
  /** Places by a reading of the family name: 徐 and 许 are heard alike. */
  readonly byFamily: ReadonlyMap<string, readonly number[]>;
  readonly byHome: ReadonlyMap<string, readonly number[]>;
  readonly nicknameLengths: readonly number[];
}

const base = 512;

/**
 * Every sound class a text may have, a number each; at most 16 of them, none when a character has no reading.
 * `named`: the first character is a family name and read as one.
 */
export const soundKeys = (text: string, from: number, to: number, named = false): readonly number[] => {
  let keys: number[] = [0];
  for (let i = from; i < to; i += 1) {
    const classes = nearClassesOf(text.charCodeAt(i), named && i === from);
    if (classes.length === 0) return [];
    if (classes.length === 1)
      for (let k = 0; k < keys.length; k += 1) keys[k] = (keys[k] ?? 0) * base + (classes[0] ?? 0);
    else keys = keys.flatMap((key) => classes.map((c) => key * base + c)).slice(0, 16);
  }
  return keys;
};

const put = <K>(map: Map<K, number[]>, key: K, place: number): void => {
  const there = map.get(key);
  if (!there) map.set(key, [place]);
  else if (there[there.length - 1] !== place) there.push(place);
};

/** The family name's length: two for 欧阳 and its like in names of four characters. */
export const familyLength = (name: string): number => (name.length >= 4 ? 2 : 1);

/** The readings of a family name; a rare one is kept as it is written. */
export const familySounds = (family: string): readonly string[] => {
  if (family.length > 1) return [family];
  const sounds = surnameSyllables(family.charCodeAt(0)).map(syllableName);
  return sounds.length > 0 ? sounds : [family];
};

export const homeKey = (r: Pick<Resident, 'compound' | 'building' | 'room'>): string =>
  `${r.compound ?? ''}|${r.building ?? ''}|${r.room ?? ''}`;

/** Builds the index; 150,000 people take well below a second. */
export const createRegister = (residents: readonly Resident[]): Register => {
  const byName = new Map<number, number[]>();
  const byGiven = new Map<number, number[]>();
  const byNickname = new Map<number, number[]>();
  const byFamily = new Map<string, number[]>();
  const byHome = new Map<string, number[]>();
  const lengths = new Set<number>();
  residents.forEach((resident, place) => {
    const { name } = resident;
    const family = familyLength(name);
    for (const key of soundKeys(name, 0, name.length, true)) put(byName, key, place);
    if (name.length - family === 2)
      for (const key of soundKeys(name, family, name.length)) put(byGiven, key, place);
    for (const sound of familySounds(name.slice(0, family))) put(byFamily, sound, place);
    if (resident.room) put(byHome, homeKey(resident), place);
    for (const nickname of resident.nicknames ?? []) {
      lengths.add(nickname.length);
      for (const key of soundKeys(nickname, 0, nickname.length)) put(byNickname, key, place);
    }
  });
  return {
    residents,
    byName,
    byGiven,
    byNickname,
    byFamily,
    byHome,
    nicknameLengths: [...lengths].sort((a, b) => b - a),
  };
};
