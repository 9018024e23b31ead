/** What an ID number says of its holder. */
interface IdNoFacts {
  readonly birth: string;
  /** GB/T 2261.1: `1` male, `2` female. */
  readonly sex: '1' | '2';
}

export type IdNoVerdict = ({ ok: true } & IdNoFacts) | { ok: false; why: IdNoFault };
export type IdNoFault = 'length' | 'characters' | 'region' | 'birth' | 'checksum';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * First two digits of GB/T 2260, 83 (residence permits of Taiwan, 2018), and 99: no place has it, so that
 * numbers made up for demonstrations and tests can be nobody's.
 */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 99'.split(
    ' ',
  ),
);

/** The check character of the first 17 digits (ISO 7064 MOD 11-2). */
export const checkCharacterOf = (first17: string): string =>
  checkCharacters[weights.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11] ?? '';

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** As people type it: full-width digits, spaces, a small x. */
export const tidyIdNo = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Checks a citizen's ID number (公民身份号码) by GB 11643: length, region, a day that exists, check
 * character. Says nothing on whether it was ever issued.
 *
 * @param text tidied by `tidyIdNo`
 * @param today no one is born after it; 'YYYY-MM-DD'
 */
export const checkIdNo = (text: string, today: string): IdNoVerdict => {
  if (text.length !== 18) return { ok: false, why: 'length' };
  if (!/^\d{17}[\dX]$/.test(text)) return { ok: false, why: 'characters' };
  if (!regions.has(text.slice(0, 2))) return { ok: false, why: 'region' };
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)];
  const birth = `${year}-${month}-${day}`;
  const born = isDay(Number(year), Number(month), Number(day)) && year >= '1850' && birth <= today;
  if (!born) return { ok: false, why: 'birth' };
  if (checkCharacterOf(text.slice(0, 17)) !== text[17]) return { ok: false, why: 'checksum' };
  return { ok: true, birth, sex: Number(text[16]) % 2 === 1 ? '1' : '2' };
};

/** Finds an ID number that checks out anywhere in free text, where it does not belong. */
export const holdsIdNo = (text: string, today: string): boolean =>
  (text.normalize('NFKC').match(/\d{17}[\dXx]/g) ?? []).some(
    (found) => checkIdNo(found.toUpperCase(), today).ok,
  );
