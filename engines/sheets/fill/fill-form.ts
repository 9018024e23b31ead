import { FillRefusal } from '../fill-refusal.ts';
import type { FormPlaces } from '../form/form.ts';
import { readSheet } from '../form/read-form.ts';
import { type RawSheet, readRaw } from '../read-raw.ts';
import { SheetRefusal } from '../refusal.ts';
import { openZip } from '../zip-parts.ts';
import { fillSheet } from './fill-workbook.ts';
import type { Space } from './place-rows.ts';
import { type FillValue, parseSheet, styleOf, type XmlRow } from './sheet-xml.ts';
import { sheetsOf } from './workbook-parts.ts';

export interface FormFill {
  /** The sheet's name; else the first one shown that holds something. */
  readonly sheet?: string;
  /** Values by the template's column path; a card takes one row. */
  readonly rows: readonly Readonly<Record<string, FillValue>>[];
  /** Other cells by the template's address: D2 → 2026年11月. */
  readonly cells?: Readonly<Record<string, FillValue>>;
}

const LIMITS = { maxRows: 20_000, maxColumns: 400, maxUnpacked: 100_000_000 };

const placeOf = (address: string): { row: number; column: number } => {
  const [, letters = 'A', row = '1'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address.replaceAll('$', '')) ?? [];
  return {
    row: Number(row),
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
};

const otherCells = (cells: FormFill['cells']) =>
  Object.entries(cells ?? {}).map(([address, value]) => ({ ...placeOf(address), value }));

const chosenSheet = (sheets: readonly RawSheet[], name: string | undefined): RawSheet => {
  const shown = sheets.filter(({ hidden }) => !hidden);
  const found =
    name === undefined
      ? (shown.find(({ rows }) => rows.length > 0) ?? shown[0])
      : sheets.find((each) => each.name === name);
  if (!found) throw new FillRefusal('no-such-sheet', 'no such sheet', name === undefined ? [] : [name]);
  return found;
};

/** Rows are ready while at least half of the form's columns have a cell of some look in them. */
const isReady = (row: XmlRow | undefined, columns: readonly number[]): boolean => {
  const styled = columns.filter((column) =>
    row?.cells.some((cell) => cell.column === column && styleOf(cell) > 0),
  );
  return styled.length >= columns.length / 2;
};

/** Rows of a form ready for records, from 1: those ruled below the header, up to the total or the signatures. */
const spaceOf = (template: Uint8Array, sheet: string, list: NonNullable<FormPlaces['list']>): Space => {
  const zip = openZip(template);
  const part = sheetsOf(zip).find(({ name }) => name === sheet);
  const rows = new Map(parseSheet(zip.text(part?.path ?? '') ?? '').rows.map((row) => [row.number, row]));
  const first = list.first + 1;
  const end = list.end === null ? Number.POSITIVE_INFINITY : list.end + 1;
  if (end <= first) throw new FillRefusal('no-place-for-rows', 'no empty row below the header');
  const columns = list.columns.map(({ column }) => column);
  let last = first;
  while (last + 1 < end && isReady(rows.get(last + 1), columns)) last += 1;
  return { first, last };
};

const columnsFor = (paths: readonly string[], places: readonly { readonly path: string }[]): void => {
  const known = new Set(places.map(({ path }) => path));
  const unknown = paths.filter((path) => !known.has(path));
  if (unknown.length > 0)
    throw new FillRefusal('no-such-column', `${unknown.length} columns are not in the template`, unknown);
};

const NUMBERING = /^(序号|no\.?)$/i;

/** A printed row number is written when the caller leaves it to the form. */
const withNumber = (
  row: Readonly<Record<string, FillValue>>,
  at: number,
  path: string,
  given: boolean,
): FillValue => (!given && NUMBERING.test(path) ? at + 1 : (row[path] ?? null));

/**
 * Writes records into a department's own form, found as `readFormFile` finds it: into its ruled rows, further ones
 * made like them, with all else in the file kept.
 *
 * @throws SheetRefusal when it is no sound .xlsx; FillRefusal when it has no form, no place for rows, or not these columns
 */
export const fillForm = async (template: Uint8Array, fill: FormFill): Promise<Uint8Array> => {
  if (!(template[0] === 0x50 && template[1] === 0x4b))
    throw new SheetRefusal('unsupported-format', 'only an .xlsx can be filled');
  const sheet = chosenSheet(await readRaw(template, LIMITS), fill.sheet);
  const { places } = readSheet(sheet);
  const paths = [...new Set(fill.rows.flatMap((row) => Object.keys(row)))];
  const cells = otherCells(fill.cells);
  if (places.card) {
    columnsFor(paths, places.card);
    const [answers = {}] = fill.rows;
    const answered = places.card.flatMap(({ path, row, column }) =>
      path in answers ? [{ row: row + 1, column, value: answers[path] ?? null }] : [],
    );
    return fillSheet(template, sheet.name, {
      space: { first: 1, last: 0 },
      records: [],
      columns: [],
      cells: [...answered, ...cells],
    });
  }
  if (!places.list) throw new FillRefusal('no-form', 'no header is found in the sheet');
  columnsFor(paths, places.list.columns);
  const space = spaceOf(template, sheet.name, places.list);
  const written = places.list.columns.filter(({ path }) => paths.includes(path) || NUMBERING.test(path));
  const records = fill.rows.map(
    (row, at) =>
      new Map(written.map(({ path, column }) => [column, withNumber(row, at, path, paths.includes(path))])),
  );
  return fillSheet(template, sheet.name, {
    space,
    records,
    columns: written.map(({ column }) => column),
    cells,
  });
};
