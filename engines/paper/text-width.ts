/**
 * Widths in em, rounded up from Noto Serif SC's own metrics: for measuring a form out, where no font is at hand.
 */
const WIDE_LATIN = new Set('MW@%mw');
const NARROW = new Set(' !\'"(),.:;[]{}|`iljIft/\\-');

const charWidth = (char: string): number => {
  if (char > '~') return 1.02;
  if (WIDE_LATIN.has(char)) return 1.06;
  if (NARROW.has(char)) return 0.42;
  return char >= 'A' && char <= 'Z' ? 0.86 : 0.67;
};

/** An upper bound of the width of one line of text, in em; Infinity when it holds a line break. */
export const widthInEm = (text: string): number => {
  let width = 0;
  for (const char of text) {
    if (char === '\n') return Number.POSITIVE_INFINITY;
    width += charWidth(char);
  }
  return width;
};

/**
 * Text as it can stand on paper: control characters, direction overrides and lone surrogates out,
 * tabs as spaces, line breaks in one form.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toWellFormed()
    .trim();
