import { surnameReadingsData } from '../words/surname-readings-data.ts';
import { readingsData } from './readings-data.ts';

/** Syllables without tone, numbered; `nearOf` puts those into one class that recognisers and dialects mix up. */
const names: string[] = [];
const byCharacter = new Map<number, readonly number[]>();

/** What is heard alike: n/l, zh/z, ch/c, sh/s, h/f before u, r/l, en/eng, in/ing, an/ang, hu/wu. */
const nearName = (name: string): string =>
  name
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^(hu$|hu(?=[aeio])|w)/, (found) => (found === 'hu' && name === 'hu' ? 'fu' : 'w'))
    .replace(/^wu$/, 'fu')
    .replace(/(?<=[aei])ng$/, 'n')
    .replace(/^fen$|^wen$/, 'fen')
    .replace(/^fan$|^wan$/, 'fan')
    .replace(/^fa$|^wa$/, 'fa');

const nearIds: number[] = [];
const nearNumbers = new Map<string, number>();

for (const row of readingsData.split(' ')) {
  const name = /^[a-zê]+/.exec(row)?.[0] ?? '';
  const id = names.push(name);
  const near = nearName(name);
  if (!nearNumbers.has(near)) nearNumbers.set(near, nearNumbers.size + 1);
  nearIds[id] = nearNumbers.get(near) ?? 0;
  for (let i = name.length; i < row.length; i += 1) {
    const code = row.charCodeAt(i);
    byCharacter.set(code, [...(byCharacter.get(code) ?? []), id]);
  }
}

const none: readonly number[] = [];

/** Every reading of a character, as syllable numbers from 1; empty for what is no Chinese character in use. */
export const syllablesOf = (code: number): readonly number[] => byCharacter.get(code) ?? none;

const asSurname = new Map<number, readonly number[]>();
for (const row of surnameReadingsData.split(' ')) {
  const id = names.indexOf(row.slice(1)) + 1;
  if (id > 0) asSurname.set(row.charCodeAt(0), [id]);
}

/** The reading of a character where it is a family name; all of its readings when it is none. */
export const surnameSyllables = (code: number): readonly number[] => asSurname.get(code) ?? syllablesOf(code);

export const syllableName = (id: number): string => names[id - 1] ?? '';

/** The class of syllables that are heard alike. */
export const nearOf = (id: number): number => nearIds[id] ?? 0;

const nearClasses = new Map<number, readonly number[]>();
const nearSurnames = new Map<number, readonly number[]>();
const unique = (ids: readonly number[]): number[] => [...new Set(ids.map(nearOf))];
for (const [code, ids] of byCharacter) nearClasses.set(code, unique(ids));
for (const [code, ids] of asSurname) nearSurnames.set(code, unique(ids));

/** The sound classes of a character; `named`: of a family name. */
export const nearClassesOf = (code: number, named: boolean): readonly number[] =>
  (named ? nearSurnames.get(code) : undefined) ?? nearClasses.get(code) ?? none;

/** Same sound in at least one reading. */
export const soundSame = (a: number, b: number): boolean => {
  if (a === b) return true;
  const other = syllablesOf(b);
  return syllablesOf(a).some((id) => other.includes(id));
};

/** Sounds alike in at least one reading; wider than `soundSame`. */
export const soundNear = (a: number, b: number): boolean => {
  if (a === b) return true;
  const other = syllablesOf(b);
  return syllablesOf(a).some((id) => other.some((o) => nearOf(o) === nearOf(id)));
};
