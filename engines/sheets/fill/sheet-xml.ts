import { cellAddress } from '../cells.ts';
import { attribute, escapeXml, unescapeXml, withAttribute, withoutAttribute } from '../xml.ts';

/** A cell's start tag without its address, and what stands in it. */
export interface XmlCell {
  /** From 0. */
  readonly column: number;
  readonly attributes: string;
  readonly inner: string;
}

export interface XmlRow {
  /** From 1. */
  readonly number: number;
  readonly attributes: string;
  readonly cells: readonly XmlCell[];
}

/** A worksheet's XML in three pieces, its rows taken apart. */
export interface SheetXml {
  readonly before: string;
  readonly rows: readonly XmlRow[];
  readonly after: string;
  /** `x:` when the file writes its elements so. */
  readonly prefix: string;
}

/** What may be put into a cell. A date goes in as a date where the cell is formatted as one, else as text. */
export type FillValue = string | number | null | { readonly date: string };

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const cellsOf = (xml: string, prefix: string): XmlCell[] => {
  const pattern = new RegExp(`<${prefix}c(?=[\\s/>])([^<>]*?)(?:/>|>([\\s\\S]*?)</${prefix}c>)`, 'g');
  const cells: XmlCell[] = [];
  for (const [, attributes = '', inner = ''] of xml.matchAll(pattern)) {
    const letters = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0];
    const column = letters === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnOf(letters);
    cells.push({ column, attributes: withoutAttribute(attributes, 'r'), inner });
  }
  return cells;
};

const rowsOf = (xml: string, prefix: string): XmlRow[] => {
  const pattern = new RegExp(`<${prefix}row(?=[\\s/>])([^<>]*?)(?:/>|>([\\s\\S]*?)</${prefix}row>)`, 'g');
  const rows: XmlRow[] = [];
  for (const [, attributes = '', inner = ''] of xml.matchAll(pattern)) {
    const number = Number(attribute(attributes, 'r') ?? (rows.at(-1)?.number ?? 0) + 1);
    // Where a row's cells begin and end is only a hint to readers, and wrong once a cell is added.
    rows.push({
      number,
      attributes: withoutAttribute(withoutAttribute(attributes, 'r'), 'spans'),
      cells: cellsOf(inner, prefix),
    });
  }
  return rows;
};

export const parseSheet = (xml: string): SheetXml => {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(xml)?.[1] ?? '';
  const data = new RegExp(`<${prefix}sheetData\\s*(?:/>|>([\\s\\S]*?)</${prefix}sheetData>)`).exec(xml);
  if (!data) return { before: xml, rows: [], after: '', prefix };
  const at = data.index;
  return {
    before: xml.slice(0, at),
    rows: rowsOf(data[1] ?? '', prefix),
    after: xml.slice(at + data[0].length),
    prefix,
  };
};

const cellXml = ({ column, attributes, inner }: XmlCell, row: number, prefix: string): string => {
  const start = `<${prefix}c r="${cellAddress(row - 1, column)}"${attributes.trimEnd()}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${prefix}c>`;
};

const rowXml = ({ number, attributes, cells }: XmlRow, prefix: string): string =>
  `<${prefix}row r="${number}"${attributes.trimEnd()}>${cells.map((cell) => cellXml(cell, number, prefix)).join('')}</${prefix}row>`;

export const sheetText = ({ before, rows, after, prefix }: SheetXml): string =>
  `${before}<${prefix}sheetData>${rows.map((row) => rowXml(row, prefix)).join('')}</${prefix}sheetData>${after}`;

/** Keeps how a cell looks and nothing of what it held. */
const bare = (attributes: string): string =>
  ['t', 'vm', 'cm', 'ph'].reduce((rest, name) => withoutAttribute(rest, name), attributes);

export const styleOf = ({ attributes }: XmlCell): number => Number(attribute(attributes, 's') ?? 0);

const EPOCH = Date.UTC(1899, 11, 30);

/** The workbook's count of days for an ISO date, with a time of day or without. */
export const serialOf = (iso: string): number =>
  (Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`) - EPOCH) / 86_400_000;

/** The cell with a new value and its old look. Text goes in as text, so nothing in it is ever a formula. */
export const cellWith = (
  cell: XmlCell,
  value: FillValue,
  prefix: string,
  isDate: (style: number) => boolean,
): XmlCell => {
  const attributes = bare(cell.attributes);
  if (value === null || value === '') return { ...cell, attributes, inner: '' };
  if (typeof value === 'number') return { ...cell, attributes, inner: `<${prefix}v>${value}</${prefix}v>` };
  if (typeof value === 'object' && isDate(styleOf(cell)))
    return { ...cell, attributes, inner: `<${prefix}v>${serialOf(value.date)}</${prefix}v>` };
  const text = typeof value === 'string' ? value : value.date;
  const inner = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is>`;
  return { ...cell, attributes: withAttribute(attributes, 't', 'inlineStr'), inner };
};

/** A cell's formula; undefined for none, and '' for one that only refers to another's (shared, array). */
export const formulaOf = (cell: XmlCell, prefix: string): string | undefined => {
  if (!cell.inner.includes(`<${prefix}f`)) return undefined;
  const [, attributes = '', text = ''] =
    new RegExp(`<${prefix}f(?=[\\s>/])([^<>]*?)(?:/>|>([\\s\\S]*?)</${prefix}f>)`).exec(cell.inner) ?? [];
  return /\bt="(shared|array|dataTable)"/.test(attributes) ? '' : unescapeXml(text);
};

/** The figure a cell holds; 'text' for any other content, undefined for none. */
export const figureOf = (cell: XmlCell, prefix: string): number | 'text' | undefined => {
  if (cell.inner === '') return undefined;
  const type = attribute(cell.attributes, 't') ?? 'n';
  const written = new RegExp(`<${prefix}v>([^<]*)</${prefix}v>`).exec(cell.inner)?.[1];
  return type === 'n' && written !== undefined ? Number(written) : 'text';
};

/** A formula with what it gives. */
export const cellWithResult = (cell: XmlCell, result: number, prefix: string): XmlCell => ({
  ...cell,
  attributes: withoutAttribute(cell.attributes, 't'),
  inner: `${cell.inner}<${prefix}v>${result}</${prefix}v>`,
});
