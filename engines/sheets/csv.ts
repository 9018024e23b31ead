import { parseCsv } from 'hucre/csv';
import { SheetRefusal } from './refusal.ts';

const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^-\d{1,15}(\.\d+)?$/;

/** Text that a spreadsheet would run as a formula, made harmless by an apostrophe; a plain negative number stays. */
export const defuse = (text: string): string =>
  FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** Takes back what `defuse` added, so that what was exported comes in unchanged. */
export const undefuse = (text: string): string =>
  text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;

export type CsvValue = string | number | boolean | null;

/** One value as a CSV holds it, made harmless and quoted where it must be. */
export const csvField = (value: CsvValue): string => {
  const text = typeof value === 'string' ? defuse(value) : value === null ? '' : String(value);
  return /[",\r\n\t;|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line of a CSV with its line end; for writing a long file piece by piece. */
export const csvLine = (values: readonly CsvValue[]): string => {
  return csvLineOf(values.map(csvField));
};

/** A line of fields written by `csvField`. */
export const csvLineOf = (fields: readonly string[]): string => {
  const line = fields.join(',');
  return `${line === '' ? '""' : line}\r\n`;
};

/** What Excel in China needs to read UTF-8 rightly. */
export const CSV_MARK = '\ufeff';

/** A CSV that Excel opens as it is: UTF-8 with a mark, CRLF, formulas defused. */
export const writeCsv = (header: readonly string[], rows: Iterable<readonly CsvValue[]>): string => {
  const lines = [CSV_MARK, csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
};

const HEAD = 4096;
/** The separator that stands most often in the first lines, comma when none does. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/g, '');
  const count = (char: string): number => head.split(char).length - 1;
  return [',', '\t', ';', '|'].reduce((best, char) => (count(char) > count(best) ? char : best));
};

/** Rows of a CSV, every value as text exactly as written; numbers, dates and long ids are the caller's to read. */
export const readCsv = (text: string): string[][] => {
  try {
    const rows = parseCsv(text, { delimiter: separatorOf(text), skipEmptyRows: false });
    return rows.map((row) => row.map((value) => undefuse(value === null ? '' : String(value))));
  } catch {
    throw new SheetRefusal('damaged', 'the CSV cannot be read');
  }
};
