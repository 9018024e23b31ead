import { readXls, readXlsx } from 'hucre';
import { isoOf, type RawValue } from './cells.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { SheetRefusal } from './refusal.ts';
import { hasTellingFormats, shownNumber } from './shown-number.ts';
import { guardXls } from './xls-guard.ts';
import { guardZip } from './zip-guard.ts';
import { openZip } from './zip-parts.ts';

/** First and last row and column, from 0, both included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: RawValue[][];
  readonly merges: readonly Merge[];
}

export interface RawLimits {
  readonly maxRows: number;
  readonly maxColumns: number;
  /** What an .xlsx may unpack to, bytes. */
  readonly maxUnpacked: number;
  /** Also how numbers are shown (85%, 007, 3.10). Costs memory a styled cell, so very large files go without. */
  readonly formats?: boolean;
}

const MOST_WITH_FORMATS = 80_000_000;

type ReadSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

const rawOf = (value: unknown): RawValue => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: isoOf(value) };
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return ERROR_VALUE.test(value) ? { error: value } : value;
  return typeof value === 'boolean' ? value : null;
};

const isEmpty = (value: RawValue): boolean => value === null || value === '';

const lastFilled = <T>(items: readonly T[], filled: (item: T) => boolean): number => {
  for (let index = items.length - 1; index >= 0; index -= 1) if (filled(items[index] as T)) return index;
  return -1;
};

/** Formatted but empty rows and columns at the end are no data and no reason to refuse a file. */
const trim = (
  rows: readonly (readonly unknown[])[],
  limits: RawLimits,
  cells?: ReadSheet['cells'],
): RawValue[][] => {
  const raw = rows.map((row, at) =>
    Array.from(
      row,
      (value, column) =>
        (typeof value === 'number' && cells
          ? shownNumber(value, cells.get(`${at},${column}`)?.style?.numFmt)
          : null) ?? rawOf(value),
    ),
  );
  const widths = raw.map((row) => 1 + lastFilled(row, (value) => !isEmpty(value)));
  const height = 1 + lastFilled(widths, (width) => width > 0);
  const width = widths.reduce((most, each) => Math.max(most, each), 0);
  if (height > limits.maxRows) throw new SheetRefusal('too-many-rows', `a sheet has ${height} rows`);
  if (width > limits.maxColumns) throw new SheetRefusal('too-many-columns', `a sheet has ${width} columns`);
  return raw.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
};

const rawSheet = (sheet: ReadSheet, limits: RawLimits): RawSheet => ({
  name: sheet.name,
  hidden: sheet.hidden === true || sheet.veryHidden === true,
  rows: trim(sheet.rows, limits, sheet.cells),
  merges: (sheet.merges ?? []).map((merge) => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  })),
});

const readWorkbook = async (
  read: () => Promise<{ sheets: ReadSheet[] }>,
  limits: RawLimits,
): Promise<RawSheet[]> => {
  try {
    return (await read()).sheets.map((sheet) => rawSheet(sheet, limits));
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    const name = error instanceof Error ? error.name : '';
    if (name === 'EncryptedFileError') throw new SheetRefusal('encrypted', 'a workbook under a password');
    const tooLarge = error instanceof Error && /limit|exceeds|bounds/i.test(error.message);
    throw new SheetRefusal(tooLarge ? 'too-large' : 'damaged', `the workbook cannot be read (${name})`);
  }
};

const refuseOtherFormats = (bytes: Uint8Array): void => {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (/^(<|%pdf|\{\\rtf|\x89png|gif8|\xff\xd8\xff|rar!|7z\xbc\xaf)/.test(head))
    throw new SheetRefusal('not-a-workbook', 'a file of another kind');
};

/** Ten times the lines asked for is no file with empty lines at its end, and not worth taking apart. */
const textWithin = (bytes: Uint8Array, limits: RawLimits): string => {
  const text = decodeText(bytes);
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > limits.maxRows * 10) throw new SheetRefusal('too-many-rows', `a CSV has ${lines} lines`);
  return text;
};

/**
 * Reads any file of a kind an office may send, by its content and never by its name: .xlsx, .xls, CSV.
 *
 * @throws SheetRefusal
 */
export const readRaw = async (bytes: Uint8Array, limits: RawLimits): Promise<RawSheet[]> => {
  if (bytes.length === 0) throw new SheetRefusal('empty-file', 'the file is empty');
  if (startsWith(bytes, 0x50, 0x4b)) {
    const unpacked = guardZip(bytes, limits.maxUnpacked);
    const wanted = limits.formats === true && unpacked <= MOST_WITH_FORMATS;
    const readStyles = wanted && hasTellingFormats(openZip(bytes).text('xl/styles.xml') ?? '');
    return readWorkbook(() => readXlsx(bytes, { readStyles }), limits);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    guardXls(bytes);
    return readWorkbook(() => readXls(bytes, { readStyles: limits.formats === true }), limits);
  }
  refuseOtherFormats(bytes);
  const rows = trim(readCsv(textWithin(bytes, limits)), limits);
  return [{ name: 'CSV', hidden: false, rows, merges: [] }];
};
