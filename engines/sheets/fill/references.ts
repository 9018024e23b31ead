/** Rows put into a sheet: `count` rows below row `after`, rows from 1. */
export interface Insertion {
  readonly after: number;
  readonly count: number;
}

/** Where a row goes to. */
export const shiftedRow = (row: number, { after, count }: Insertion): number =>
  row > after ? row + count : row;

/** A range that ends with the last row above the new ones takes them in when it covers more than that row. */
export const shiftedEnd = (top: number, bottom: number, insertion: Insertion): number =>
  bottom === insertion.after && top < bottom ? bottom + insertion.count : shiftedRow(bottom, insertion);

const RANGE = /^(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?$/;

/** C5 or C5:C14 with the rows put in. Anything else stays. */
export const shiftedRange = (reference: string, insertion: Insertion): string => {
  const [, d1, c1, d2, r1, d3, c2, d4, r2] = RANGE.exec(reference) ?? [];
  if (r1 === undefined) return reference;
  const first = `${d1}${c1}${d2}${shiftedRow(Number(r1), insertion)}`;
  if (r2 === undefined) return first;
  return `${first}:${d3}${c2}${d4}${shiftedEnd(Number(r1), Number(r2), insertion)}`;
};

/** Several ranges between blanks, as sqref has them. */
export const shiftedRanges = (references: string, insertion: Insertion): string =>
  references
    .split(' ')
    .map((reference) => shiftedRange(reference, insertion))
    .join(' ');

const REFERENCE =
  /"[^"]*"|((?:'[^']*'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\p{L}\p{N}_(.!])/gu;

/**
 * A formula with the rows put in. Text in quotes stays; references to other sheets stay.
 * @param sheet the sheet the rows are put into
 * @param own whether the formula stands in that sheet, so that a bare reference means it
 */
export const shiftedFormula = (formula: string, insertion: Insertion, sheet: string, own: boolean): string =>
  formula.replace(
    REFERENCE,
    (whole, prefix: string | undefined, reference: string | undefined, at: number) => {
      if (reference === undefined || /[\p{L}\p{N}_.$]/u.test(formula[at - 1] ?? '')) return whole;
      const named = prefix?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
      if (named === undefined ? !own : named !== sheet) return whole;
      return `${prefix ?? ''}${shiftedRange(reference, insertion)}`;
    },
  );

/** The same formula a number of rows further down, as when a row is copied. Fixed rows ($5) stay. */
export const movedFormula = (formula: string, by: number): string =>
  formula.replace(
    REFERENCE,
    (whole, prefix: string | undefined, reference: string | undefined, at: number) => {
      if (reference === undefined || prefix !== undefined || /[\p{L}\p{N}_.$]/u.test(formula[at - 1] ?? ''))
        return whole;
      return reference.replace(
        /(\$?[A-Z]{1,3})(\$?)(\d+)/g,
        (_, column: string, fixed: string, row: string) =>
          fixed === '$' ? `${column}$${row}` : `${column}${Number(row) + by}`,
      );
    },
  );
