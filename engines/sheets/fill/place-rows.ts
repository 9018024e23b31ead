import { escapeXml, unescapeXml } from '../xml.ts';
import { type Insertion, movedFormula, shiftedFormula, shiftedRow } from './references.ts';
import { cellWith, type FillValue, type SheetXml, type XmlCell, type XmlRow } from './sheet-xml.ts';

/** The rows of a form that are ready to be written into, from 1, both included. */
export interface Space {
  readonly first: number;
  readonly last: number;
}

/** How many rows a form lacks and where they go: before its last row, which keeps the table's lower edge. */
export const insertionFor = ({ first, last }: Space, count: number): Insertion => ({
  after: last > first ? last - 1 : last,
  count: Math.max(0, count - (last - first + 1)),
});

const FORMULA = (prefix: string): RegExp =>
  new RegExp(`(<${prefix}f(?=[\\s>])[^<>]*>)([\\s\\S]*?)(</${prefix}f>)`, 'g');

/** Formulas in a piece of XML, each rewritten. */
export const withFormulas = (xml: string, prefix: string, change: (formula: string) => string): string =>
  xml.replace(
    FORMULA(prefix),
    (_, start: string, formula: string, end: string) =>
      `${start}${escapeXml(change(unescapeXml(formula)))}${end}`,
  );

const isFormula = (cell: XmlCell, prefix: string): boolean => cell.inner.includes(`<${prefix}f`);

/** A formula's last result is no longer true; without it every program works it out anew. */
export const withoutResult = (cell: XmlCell, prefix: string): XmlCell =>
  isFormula(cell, prefix)
    ? { ...cell, inner: cell.inner.replace(new RegExp(`<${prefix}v>[\\s\\S]*?</${prefix}v>`), '') }
    : cell;

/** A row like the model below it: looks and formulas, no values. */
const copyOf = (
  model: XmlRow,
  number: number,
  prefix: string,
  isDate: (style: number) => boolean,
): XmlRow => ({
  ...model,
  number,
  cells: model.cells.map((cell) =>
    isFormula(cell, prefix) && !/<[^<>]*\bt="(shared|array)"/.test(cell.inner)
      ? {
          ...cell,
          inner: withFormulas(cell.inner, prefix, (formula) => movedFormula(formula, number - model.number)),
        }
      : cellWith(cell, null, prefix, isDate),
  ),
});

const putInto = (
  row: XmlRow,
  values: ReadonlyMap<number, FillValue>,
  prefix: string,
  isDate: (style: number) => boolean,
): XmlRow => {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  for (const [column, value] of values)
    cells.set(
      column,
      cellWith(cells.get(column) ?? { column, attributes: '', inner: '' }, value, prefix, isDate),
    );
  return { ...row, cells: [...cells.values()].sort((a, b) => a.column - b.column) };
};

export interface Placement {
  readonly space: Space;
  /** Values by column from 0, one map a record. */
  readonly records: readonly ReadonlyMap<number, FillValue>[];
  /** Columns that are written: left blank where there is no further record. */
  readonly columns: readonly number[];
  /** Other cells, by row from 1 and column from 0, in the template's own rows. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: FillValue }[];
}

const madeRows = (sheet: SheetXml, insertion: Insertion, name: string): Map<number, XmlRow> => {
  const rows = new Map<number, XmlRow>();
  for (const row of sheet.rows) {
    const number = shiftedRow(row.number, insertion);
    const cells = row.cells.map((cell) => ({
      ...cell,
      inner:
        insertion.count > 0
          ? withFormulas(cell.inner, sheet.prefix, (formula) =>
              shiftedFormula(formula, insertion, name, true),
            )
          : cell.inner,
    }));
    rows.set(number, { ...row, number, cells: cells.map((cell) => withoutResult(cell, sheet.prefix)) });
  }
  return rows;
};

/**
 * The sheet's rows with the records in: into the rows that are ready, further ones made like them, everything below
 * moved down.
 */
export const placeRows = (
  sheet: SheetXml,
  placement: Placement,
  name: string,
  isDate: (style: number) => boolean,
): SheetXml => {
  const { space, records, columns, cells } = placement;
  const insertion = insertionFor(space, records.length);
  const rows = madeRows(sheet, insertion, name);
  const model = rows.get(insertion.after) ?? { number: insertion.after, attributes: '', cells: [] };
  for (let number = insertion.after + 1; number <= insertion.after + insertion.count; number += 1)
    rows.set(number, copyOf(model, number, sheet.prefix, isDate));
  const put = (number: number, values: ReadonlyMap<number, FillValue>): void => {
    rows.set(
      number,
      putInto(rows.get(number) ?? { number, attributes: '', cells: [] }, values, sheet.prefix, isDate),
    );
  };
  const blank = new Map<number, FillValue>(columns.map((column) => [column, null]));
  const last = Math.max(space.last + insertion.count, space.first + records.length - 1);
  for (let number = space.first; number <= last; number += 1)
    put(number, records[number - space.first] ?? blank);
  for (const { row, column, value } of cells) put(shiftedRow(row, insertion), new Map([[column, value]]));
  return { ...sheet, rows: [...rows.values()].sort((a, b) => a.number - b.number) };
};
