import { soundNear, soundSame, syllablesOf } from '../sound/syllables.ts';
import type { Compound } from '../types.ts';
import { wholeValue } from './numeral-forms.ts';

/** A compound named at some place. `certain` is 1 for its written name, less for what only sounds like it. */
export interface CompoundName {
  readonly end: number;
  readonly compound: string;
  readonly buildings: number | undefined;
  readonly certain: number;
  /** Only sounds like the name. */
  readonly heard?: true;
}

interface NameForm {
  readonly text: string;
  readonly compound: Compound;
  readonly certain: number;
}

interface Names {
  readonly byCharacter: ReadonlyMap<string, readonly NameForm[]>;
  readonly bySyllable: ReadonlyMap<number, readonly NameForm[]>;
  readonly byLane: ReadonlyMap<string, readonly Compound[]>;
}

const generic = /(?:小区|花园|公寓|家园|新村|[一二三四五六七八九十]村|苑|里|坊|园|庭|邸|城|府)$/;
const lane = /(\d+)弄$/;

/** 和安 for 和安小区, 新芳 for 新芳苑; nothing shorter than two characters. */
const shortened = (name: string): string[] => {
  const short = name.replace(generic, '');
  return short.length >= 2 && short !== name ? [short] : [];
};

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const formsOf = (compound: Compound): NameForm[] => {
  const full = [compound.name, ...(compound.aliases ?? []).filter((alias) => !lane.test(alias))];
  const forms = full.map((text) => ({ text, compound, certain: 1 }));
  const short = shortened(compound.name).filter((text) => !full.includes(text));
  return [...forms, ...short.map((text) => ({ text, compound, certain: 0.9 }))];
};

const build = (compounds: readonly Compound[]): Names => {
  const byCharacter = new Map<string, NameForm[]>();
  const bySyllable = new Map<number, NameForm[]>();
  const byLane = new Map<string, Compound[]>();
  for (const compound of compounds) {
    for (const form of formsOf(compound)) {
      push(byCharacter, form.text.charAt(0), form);
      for (const syllable of syllablesOf(form.text.charCodeAt(0))) push(bySyllable, syllable, form);
    }
    for (const place of new Set(
      [compound.road ?? '', ...(compound.aliases ?? [])].map((one) => lane.exec(one)?.[1]),
    ))
      if (place) push(byLane, place, compound);
  }
  for (const list of byCharacter.values()) list.sort((a, b) => b.text.length - a.text.length);
  for (const list of bySyllable.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { byCharacter, bySyllable, byLane };
};

const known = new WeakMap<readonly Compound[], Names>();

const namesOf = (compounds: readonly Compound[]): Names => {
  const names = known.get(compounds) ?? build(compounds);
  known.set(compounds, names);
  return names;
};

const found = (end: number, { name, buildings }: Compound, certain: number): CompoundName => ({
  end,
  compound: name,
  buildings,
  certain,
});

const laneAt = /(?:([一-鿿]{1,3}[路街道])的?)?([零一二三四五六七八九十百两幺\d]{1,6})弄(?:小区)?/y;

/** 188弄, 通阳路320弄, 六十六弄: a lane that is one compound's; two compounds on it need the road. */
const byLaneAt = (s: string, at: number, names: Names): CompoundName | undefined => {
  laneAt.lastIndex = at;
  const match = laneAt.exec(s);
  const number = wholeValue(match?.[2] ?? '');
  const there = (names.byLane.get(String(number)) ?? []).filter(
    (one) => !match?.[1] || (one.road ?? '').startsWith(match[1]),
  );
  const [only] = there;
  return match && only && there.length === 1 ? found(at + match[0].length, only, 1) : undefined;
};

const matches = (s: string, at: number, text: string, same: (a: number, b: number) => boolean): boolean => {
  if (at + text.length > s.length) return false;
  for (let i = 0; i < text.length; i += 1) if (!same(s.charCodeAt(at + i), text.charCodeAt(i))) return false;
  return true;
};

const written = (s: string, at: number, names: Names): CompoundName | undefined => {
  const form = names.byCharacter.get(s.charAt(at))?.find(({ text }) => s.startsWith(text, at));
  if (!form) return undefined;
  const end = at + form.text.length;
  if (/^[路街]/.test(s.slice(end))) return undefined;
  const suffix = s.startsWith('小区', end) ? 2 : 0;
  return found(end + suffix, form.compound, form.certain);
};

/** Two syllables are easily something else (何安, 河岸): the shorter the name, the less it says. */
const heard = (s: string, at: number, names: Names): CompoundName | undefined => {
  for (const syllable of syllablesOf(s.charCodeAt(at)))
    for (const { text, compound, certain } of names.bySyllable.get(syllable) ?? []) {
      if (s.startsWith('路', at + text.length) || /[\d零一二三四五六七八九十两]/.test(s.slice(at, at + 1)))
        continue;
      const long = text.length > 2 ? 0.9 : 0.7;
      if (matches(s, at, text, soundSame))
        return { ...found(at + text.length, compound, certain * long), heard: true };
      if (matches(s, at, text, soundNear))
        return { ...found(at + text.length, compound, certain * (long - 0.15)), heard: true };
    }
  return undefined;
};

/** The compound that is named, written or only heard alike, at this place of the folded text. */
export const compoundAt = (
  s: string,
  at: number,
  compounds: readonly Compound[],
): CompoundName | undefined => {
  const names = namesOf(compounds);
  return byLaneAt(s, at, names) ?? written(s, at, names) ?? heard(s, at, names);
};
