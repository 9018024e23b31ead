/** GB 32100: digits and capitals without I, O, Z, S, V. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** As people type it: full-width, spaces, small letters. */
export const tidyCreditCode = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The check character of the first 17 of a unified social credit code (MOD 31). */
export const creditCheckOf = (first17: string): string =>
  alphabet[
    (31 - (weights.reduce((sum, w, i) => sum + w * alphabet.indexOf(first17[i] ?? ''), 0) % 31)) % 31
  ] ?? '';

/** Whether a tidied unified social credit code (统一社会信用代码) holds together. */
export const checkCreditCode = (code: string): boolean =>
  code.length === 18 &&
  [...code].every((one) => alphabet.includes(one)) &&
  creditCheckOf(code.slice(0, 17)) === code[17];
