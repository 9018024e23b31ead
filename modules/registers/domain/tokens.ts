import { pinyin, polyphonic } from 'pinyin-pro';
import { withDigits } from './door.ts';

/** What a resident is found by. */
export interface Findable {
  readonly name: string;
  readonly building: string;
  readonly room: string;
  readonly phoneTail: string | null;
}

/** Readings beyond these would only add noise: 乐 has four, a name rarely more than one in doubt. */
const maxReadings = 4;

const plain = (syllable: string): string => syllable.toLowerCase().replaceAll('ü', 'v');
const isSyllable = (syllable: string): boolean => /^[a-z]+$/.test(syllable);

/**
 * The ways a name may be spelt: the surname's own reading first (单 shan, 朴 piao), then other readings
 * of single characters, since people type what they think it is.
 */
const readingsOf = (name: string): string[][] => {
  const main = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'removed' })
    .map(plain)
    .filter(isSyllable);
  const others = polyphonic(name, { toneType: 'none', type: 'array' })
    .map((some) => some.map(plain).filter(isSyllable))
    .filter((some) => some.length > 0);
  const readings = [main];
  // A rare character without a reading shifts positions: then the main reading alone is right.
  if (others.length !== main.length) return readings;
  others.forEach((some, at) => {
    for (const one of some) if (one !== main[at]) readings.push(main.with(at, one));
  });
  return readings.slice(0, maxReadings);
};

const prefixes = (text: string, from: number): string[] =>
  Array.from({ length: Math.max(text.length - from + 1, 0) }, (_, i) => text.slice(0, from + i));

const spelt = (syllables: readonly string[]): string[] => [
  ...prefixes(syllables.join(''), 2),
  ...prefixes(syllables.map((one) => one[0]).join(''), 1),
];

/** Surname and given name may each begin what is typed: wangxiu, wxy, xiuying, xy. */
const nameTokens = (name: string): string[] => [
  ...[...name.toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one)),
  ...readingsOf(name).flatMap((syllables) => [...spelt(syllables), ...spelt(syllables.slice(1))]),
];

/** Any word of a long name may begin what is typed: 便利店, blid, hebld; longer spellings are typed by nobody. */
const maxSpelt = 12;
const placeNameTokens = (name: string): string[] => {
  const [syllables = []] = readingsOf(name);
  return [
    ...[...name.toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one)),
    ...(name.toLowerCase().match(/[a-z]+|\d+/g) ?? []),
    ...syllables.flatMap((_, at) =>
      spelt(syllables.slice(at, at + maxSpelt)).filter((one) => one.length <= maxSpelt),
    ),
  ];
};

const doorTokens = (building: string, room: string): string[] => {
  const parts = [building, building && `${building}号`, room, building && room && `${building}-${room}`];
  return parts.filter(Boolean).map((one) => one.toLowerCase());
};

/** All words a resident is found by, each once; kept beside the row. */
export const tokensOf = ({ name, building, room, phoneTail }: Findable): string[] => [
  ...new Set([...nameTokens(name), ...doorTokens(building, room), ...(phoneTail ? [phoneTail] : [])]),
];

/** All words premises or an organisation is found by; its contact like a resident. */
export const placeTokensOf = ({
  contact,
  code,
  ...place
}: Findable & { readonly contact: string; readonly code: string }): string[] => [
  ...new Set([
    ...placeNameTokens(place.name),
    ...nameTokens(contact),
    ...doorTokens(place.building, place.room),
    ...(code ? [code.toLowerCase()] : []),
    ...(place.phoneTail ? [place.phoneTail] : []),
  ]),
];

export interface Search {
  /** All of these must be among the person's tokens. */
  readonly tokens: readonly string[];
  /** Each must stand in the name as typed: 王秀 finds 王秀英, not 秀王英. */
  readonly inName: readonly string[];
}

const door = /(?:(\d+)弄)?(\d+)(?:号楼|号|幢|栋|楼|-|\/)(?:(\d{1,5})室?)?/g;

/**
 * Reads what was typed into the search box: characters, pinyin, initials, 3号楼502, 3-502, 502, the last
 * four digits of a phone, in any order and together (三号楼王秀英).
 */
export const parseSearch = (typed: string): Search => {
  const tokens: string[] = [];
  const rest = withDigits(typed).replace(door, (_, lane: string, building: string, room: string) => {
    const place = [lane, building].filter(Boolean).join('-');
    tokens.push(room ? `${place}-${room}` : `${place}号`);
    return ' ';
  });
  const words = rest.toLowerCase().match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? [];
  const inName = words.filter((word) => /^\p{Script=Han}/u.test(word) && word !== '室');
  for (const word of words) tokens.push(...(inName.includes(word) ? word : [word]));
  return { tokens: [...new Set(tokens)].filter((one) => one !== '室'), inName };
};
