import { columnLetters } from '../cells.ts';
import { serialOf } from '../fill/sheet-xml.ts';
import { escapeXml } from '../xml.ts';

/** What a cell of a workbook holds; only what is given as a number or a date becomes one. */
export type WorkbookValue = string | number | null | { readonly date: string };

/** So many different texts are kept to be written once; a longer list would cost more memory than it saves. */
const MOST_SHARED = 20_000;
const LONGEST_SHARED = 60;
const NEEDS_ESCAPE = /[&<>"p{Cc}\ufffe\uffff\ud800-\udfff]/;

const escaped = (text: string): string => (NEEDS_ESCAPE.test(text) ? escapeXml(text) : text);

const textXml = (text: string): string =>
  /^\s|\s$|[\n\t]| {2}/.test(text)
    ? `<t xml:space="preserve">${escaped(text)}</t>`
    : `<t>${escaped(text)}</t>`;

/** Texts that come again and again (上门, 良好) are written once and named by number. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number | undefined {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST_SHARED || this.#numbers.size >= MOST_SHARED) return undefined;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  xml(): string {
    const items = Array.from(this.#numbers.keys(), (text) => `<si>${textXml(text)}</si>`).join('');
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.#numbers.size}">${items}</sst>`;
  }
}

/** A column's looks by what stands in its cells. */
export interface ColumnLooks {
  readonly text: number;
  readonly number: number;
  readonly date: number;
}

const letters: string[] = [];
const lettersOf = (column: number): string => {
  letters[column] ??= columnLetters(column);
  return letters[column];
};

const cellXml = (
  place: string,
  value: WorkbookValue | undefined,
  looks: ColumnLooks,
  texts: SharedTexts,
): string => {
  if (value === null || value === undefined || value === '') return `<c r="${place}" s="${looks.text}"/>`;
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${place}" s="${looks.number}"><v>${value}</v></c>` : '';
  if (typeof value === 'object')
    return `<c r="${place}" s="${looks.date}"><v>${serialOf(value.date)}</v></c>`;
  const shared = texts.numberOf(value);
  return shared === undefined
    ? `<c r="${place}" s="${looks.text}" t="inlineStr"><is>${textXml(value)}</is></c>`
    : `<c r="${place}" s="${looks.text}" t="s"><v>${shared}</v></c>`;
};

/** One row; `number` from 1, `height` in points. Columns past the values are ruled and empty. */
export const rowXml = (
  number: number,
  height: number,
  values: readonly WorkbookValue[],
  looks: readonly (ColumnLooks | null)[],
  texts: SharedTexts,
): string => {
  let cells = '';
  for (let column = 0; column < looks.length; column += 1) {
    const look = looks[column];
    if (look) cells += cellXml(`${lettersOf(column)}${number}`, values[column], look, texts);
  }
  return `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;
};
