import { digitsOf, formsAt } from './numeral-forms.ts';

/** A part of an address below the compound, at some place of the folded text. */
export interface HousePart {
  readonly end: number;
  readonly part: 'building' | 'floor' | 'room';
  /** A number for building and floor; the digits of a room. */
  readonly number: number;
  readonly digits: string;
  /** Said as 三号 alone, which may be a date as well. */
  readonly bare?: true;
  /** 5-301 and 3号201室 leave no doubt; a number after a space may be something else. */
  readonly certain: number;
}

const numerals = '[零一二三四五六七八九十百廿卅两幺\\d]';
const roomNumerals = '[零一二三四五六七八九十百千两幺\\d]';

/** The whole numeral that stands here, or undefined when it is not one number. */
const wholeNumber = (said: string): number | undefined =>
  formsAt(said, 0).find((form) => form.end === said.length && form.value !== null && form.kind !== 'decimal')
    ?.value ?? undefined;

const buildingName = new RegExp(
  `(?<![零一二三四五六七八九十百千万廿卅幺\\d月第.])(${numerals}{1,4})(号楼|号门牌|号门(?!口)|号房(?!子)|幢楼?|栋楼?|座|号(?![线桌机码召称令文脉子院]|外(?![墙面立])))(?:里向|里头|里)?`,
  'y',
);

const buildingAt = (s: string, at: number): HousePart | undefined => {
  buildingName.lastIndex = at;
  const match = buildingName.exec(s);
  const number = wholeNumber(match?.[1] ?? '');
  if (!match || number === undefined || number < 1 || number > 250) return undefined;
  const inside = /里/.test(match[0]);
  const bare = match[2] === '号' && !inside ? ({ bare: true } as const) : {};
  return { end: at + match[0].length, part: 'building', number, digits: String(number), certain: 1, ...bare };
};

const floorName = new RegExp(
  `(?<![零一二三四五六七八九十百千万廿卅幺\\d第])(?:第?(${numerals}{1,3})|([底]))(?:楼|层)(?![道组梯长房管宇栋幢号])`,
  'y',
);

const floorAt = (s: string, at: number): HousePart | undefined => {
  floorName.lastIndex = at;
  const match = floorName.exec(s);
  const number = match?.[2] ? 1 : wholeNumber(match?.[1] ?? '');
  if (!match || number === undefined || number < 1 || number > 60) return undefined;
  return { end: at + match[0].length, part: 'floor', number, digits: String(number), certain: 1 };
};

/** Rooms are numbered by floor: few floors have more than thirty doors, none a door 00. */
const likelyRoom = (digits: string): boolean => {
  const door = Number(digits.slice(-2));
  return (digits.length === 3 || digits.length === 4) && !digits.startsWith('0') && door >= 1 && door <= 30;
};

/** 两零幺, 1202, 九零二; 十二零二 for 1202; and 二百零一 before 室. */
const roomDigits = (said: string, named: boolean): string | undefined => {
  const floor =
    /^(十[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?)(零[一二三四五六七八九]|[一二]\d|[一二][零一二三四五六七八九])$/.exec(
      said,
    );
  if (floor) return `${wholeNumber(floor[1] ?? '')}${digitsOf(floor[2] ?? '')}`;
  if (/^[零一二三四五六七八九两幺\d]+$/.test(said)) return digitsOf(said);
  const number = named ? wholeNumber(said) : undefined;
  return number === undefined ? undefined : String(number);
};

const roomName = new RegExp(
  `(?<![零一二三四五六七八九十百千两幺\\d.])(\\d{3,4}(?!\\d)|${roomNumerals}{2,7})(室(?![一二两三\\d]厅)|号房)?`,
  'y',
);
const counted =
  /^(?:个|人|元|块|万|千|百|点|岁|户|次|条|只|处|分|天(?!花)|号|弄|年|月(?!租)|日|斤|度|%|\.|:|-\d|\/\d)/;

/** A room, after a building or floor (`inside`) or when it is called 室. */
const roomAt = (s: string, at: number, inside: boolean): HousePart | undefined => {
  roomName.lastIndex = at;
  const match = roomName.exec(s);
  const [all = '', said = '', name] = match ?? [];
  const digits = roomDigits(said, name !== undefined);
  if (!match || digits === undefined) return undefined;
  if (name)
    return digits.length > 4
      ? undefined
      : { end: at + all.length, part: 'room', number: Number(digits), digits, certain: 1 };
  if (!inside || counted.test(s.slice(at + all.length))) return undefined;
  if (likelyRoom(digits))
    return { end: at + all.length, part: 'room', number: Number(digits), digits, certain: 0.95 };
  const first = digits.length > 3 ? [digits.slice(0, 3), digits.slice(0, 4)].find(likelyRoom) : undefined;
  return first && said.length === digits.length
    ? { end: at + first.length, part: 'room', number: Number(first), digits: first, certain: 0.5 }
    : undefined;
};

export const housePartAt = (s: string, at: number, inside: boolean): HousePart | undefined =>
  buildingAt(s, at) ?? floorAt(s, at) ?? roomAt(s, at, inside);

const dashed = /(?<![\d.\-/])(\d{1,3})(?:号楼?)?[-#/](?:(\d)[-/])?(\d{3,4})室?(?![\d.\-/:])/y;

/** 5-301, 3#201, 5-1-301 with the entrance in the middle. */
export const dashedAt = (
  s: string,
  at: number,
): { end: number; building: number; room: string } | undefined => {
  dashed.lastIndex = at;
  const match = dashed.exec(s);
  const [all = '', building = '', , room = ''] = match ?? [];
  return match && Number(building) >= 1 && likelyRoom(room)
    ? { end: at + all.length, building: Number(building), room }
    : undefined;
};
