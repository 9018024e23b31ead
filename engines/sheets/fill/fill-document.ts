import { FillRefusal } from '../fill-refusal.ts';
import { SheetRefusal } from '../refusal.ts';
import { guardZip } from '../zip-guard.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { refuseOutsideLinks } from './outside-links.ts';
import { blankRowsAfter, copyOfRow, type Piece, rowAround, tableRows } from './table-rows.ts';
import { brokenMarks, fillMarks, type Mark, markName, marksIn } from './text-marks.ts';

export interface DocumentFill {
  /** Texts by mark: {{居委会}}. */
  readonly values: Readonly<Record<string, string>>;
  /** Texts by mark for each record: the table row that holds {{姓名}} is repeated. {{序号}} counts when not given. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Names a record may have, for a template filled with no record at all. */
  readonly columns: readonly string[];
}

const MOST_UNPACKED = 100_000_000;
const NUMBER = '序号';
/** Where marks may stand: the text itself, headers, footers, notes. */
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

const byName = (values: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(values).map(([name, value]) => [markName(name), value]));

/** Rows to repeat, in the order they stand: those with a mark of a record. */
const repeatedRows = (xml: string, marks: readonly Mark[], columns: ReadonlySet<string>): Piece[] => {
  const rows = tableRows(xml);
  const outside = new Set<string>();
  const found = new Map<number, Piece>();
  for (const { name, at } of marks) {
    if (!columns.has(name)) continue;
    const row = rowAround(rows, at);
    if (row) found.set(row.start, row);
    else outside.add(name);
  }
  if (outside.size > 0)
    throw new FillRefusal('no-place-for-rows', 'a mark of a record stands outside a table', [...outside]);
  return [...found.values()].sort((a, b) => a.start - b.start);
};

const rowsXml = (
  row: string,
  records: readonly ReadonlyMap<string, string>[],
  values: ReadonlyMap<string, string>,
): string =>
  records
    .map((record, index) => {
      const valueFor = (name: string) =>
        record.get(name) ?? (name === NUMBER ? String(index + 1) : (values.get(name) ?? ''));
      return fillMarks(index === 0 ? row : copyOfRow(row), valueFor);
    })
    .join('');

const filledPart = (
  xml: string,
  columns: ReadonlySet<string>,
  records: readonly ReadonlyMap<string, string>[],
  values: ReadonlyMap<string, string>,
): string => {
  const rows = tableRows(xml);
  const pieces: string[] = [];
  let at = 0;
  for (const row of repeatedRows(xml, marksIn(xml), columns)) {
    pieces.push(fillMarks(xml.slice(at, row.start), (name) => values.get(name) ?? ''));
    const model = xml.slice(row.start, row.end);
    const spare = blankRowsAfter(xml, rows, row).slice(0, Math.max(0, records.length - 1));
    pieces.push(records.length === 0 ? fillMarks(model, () => '') : rowsXml(model, records, values));
    at = spare.at(-1)?.end ?? row.end;
  }
  pieces.push(fillMarks(xml.slice(at), (name) => values.get(name) ?? ''));
  return pieces.join('');
};

const partsOf = (zip: ZipParts): { name: string; xml: string }[] =>
  zip.names.filter((name) => PARTS.test(name)).map((name) => ({ name, xml: zip.text(name) ?? '' }));

const opened = (template: Uint8Array): ZipParts => {
  if (!(template[0] === 0x50 && template[1] === 0x4b))
    throw new SheetRefusal('unsupported-format', 'only a .docx can be filled');
  guardZip(template, MOST_UNPACKED, 'document');
  const zip = openZip(template);
  refuseOutsideLinks(zip);
  return zip;
};

/** @throws FillRefusal marks-broken, no-marks */
const soundMarks = (parts: readonly { xml: string }[]): Mark[] => {
  const broken = parts.flatMap(({ xml }) => brokenMarks(xml));
  if (broken.length > 0)
    throw new FillRefusal('marks-broken', `${broken.length} marks have no end or no beginning`, broken);
  const marks = parts.flatMap(({ xml }) => marksIn(xml));
  if (marks.length === 0) throw new FillRefusal('no-marks', 'the document has no mark such as {{姓名}}');
  return marks;
};

/** A mark of a document; one in a table's row may take a value of each record. */
export interface DocumentMark {
  readonly name: string;
  readonly inRow: boolean;
}

/**
 * The marks of a department's own .docx in their order, each once.
 * @throws SheetRefusal when it is no sound .docx; FillRefusal when its marks are broken or none
 */
export const documentMarks = (template: Uint8Array): DocumentMark[] => {
  const parts = partsOf(opened(template));
  soundMarks(parts);
  const marks = new Map<string, DocumentMark>();
  for (const { xml } of parts) {
    const rows = tableRows(xml);
    for (const { name, at } of marksIn(xml))
      if (!marks.get(name)?.inRow) marks.set(name, { name, inRow: rowAround(rows, at) !== undefined });
  }
  return [...marks.values()];
};

/** Looks through a template before anything is written. */
const checkMarks = (parts: readonly { xml: string }[], known: ReadonlySet<string>): void => {
  const marks = soundMarks(parts);
  const unknown = [...new Set(marks.map(({ name }) => name))].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new FillRefusal('marks-unknown', `${unknown.length} marks are not known`, unknown);
};

/**
 * Fills a department's own Word template: marks {{…}} wherever they stand, and one table row a record. All else in
 * the file is kept byte for byte: styles, pictures, seals, headers, page set-up.
 *
 * @throws SheetRefusal when it is no sound .docx; FillRefusal when its marks are broken, unknown or none
 */
export const fillDocument = (template: Uint8Array, { values, rows, columns }: DocumentFill): Uint8Array => {
  const zip = opened(template);
  const parts = partsOf(zip);
  const texts = byName(values);
  const records = rows.map(byName);
  const given = [...columns.map(markName), ...records.flatMap((record) => [...record.keys()]), NUMBER];
  checkMarks(parts, new Set([...texts.keys(), ...given]));
  // A name that is also said once for the whole document (日期) does not make its row a row of records.
  const names = new Set(given.filter((name) => !texts.has(name)));
  return zip.repack(new Map(parts.map(({ name, xml }) => [name, filledPart(xml, names, records, texts)])));
};
