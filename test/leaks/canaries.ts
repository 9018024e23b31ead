import { checkCharacterOf } from '#modules/registers/server';

/** One invented person whose numbers must be found nowhere they do not belong. */
export interface Canary {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  /** Of the person to call in an emergency. */
  readonly otherPhone: string;
}

/** Small, seeded, and good enough for made-up digits (mulberry32). */
const digitsFrom = (seed: number) => {
  let state = seed;
  return (count: number): string =>
    Array.from({ length: count }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return String(((mixed ^ (mixed >>> 14)) >>> 0) % 10);
    }).join('');
};

const names = ['欧阳鹭鸣', '司徒霁月', '上官砚秋', '诸葛沁园'];

/** Area 99 is no place's, numbers that begin with 100 are nobody's. */
export const canariesOf = (seed: number): readonly Canary[] => {
  const digits = digitsFrom(seed);
  return names.map((name, index) => {
    const first17 = `99${digits(4)}19${4 + index}${1 + index}0${1 + index}1${index}${digits(3)}`;
    return {
      name,
      idNo: first17 + checkCharacterOf(first17),
      phone: `100${digits(8)}`,
      otherPhone: `100${digits(8)}`,
    };
  });
};

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The ways a number could stand somewhere: as it is, as typed, as bytes in hexadecimal, as base64. */
const formsOf = (number: string): string[] => [
  number,
  fullWidth(number),
  Buffer.from(number).toString('hex'),
  Buffer.from(number).toString('base64').replace(/=+$/, ''),
  `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
  `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
];

const numbersOf = (canaries: readonly Canary[]): string[] =>
  canaries.flatMap(({ idNo, phone, otherPhone }) => [
    ...[idNo, phone, otherPhone].flatMap(formsOf),
    // All but the check character is as telling.
    idNo.slice(0, 17),
  ]);

/** Which numbers stand in a text. */
export const numbersIn = (canaries: readonly Canary[], text: string): string[] =>
  numbersOf(canaries).filter((form) => text.includes(form));

/** Which numbers or full names stand in a text. */
export const tracesIn = (canaries: readonly Canary[], text: string): string[] => [
  ...numbersIn(canaries, text),
  ...canaries.map(({ name }) => name).filter((name) => text.includes(name)),
];
