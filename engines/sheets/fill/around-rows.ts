import { escapeXml, unescapeXml } from '../xml.ts';
import type { Space } from './place-rows.ts';
import { withFormulas, withoutResult } from './place-rows.ts';
import { type Insertion, shiftedFormula, shiftedRange, shiftedRanges, shiftedRow } from './references.ts';
import { parseSheet, sheetText, type XmlCell } from './sheet-xml.ts';

const eachAttribute = (xml: string, name: string, change: (value: string) => string): string =>
  xml.replace(
    new RegExp(`(\\s${name}=")([^"]*)(")`, 'g'),
    (_, before: string, value: string, after: string) => `${before}${change(value)}${after}`,
  );

const rowsOfRange = (reference: string): [number, number] => {
  const [top = '0', bottom = top] = reference.match(/\d+/g) ?? [];
  return [Number(top), Number(bottom)];
};

/** Merges within one row of the model are made in every new row too; those over several rows of records end. */
const mergesWith = (merges: readonly string[], insertion: Insertion, space: Space): string[] => {
  const kept = merges.filter((reference) => {
    const [top, bottom] = rowsOfRange(reference);
    return !(bottom > top && top >= space.first && bottom <= space.last);
  });
  const copied: string[] = [];
  for (const reference of kept) {
    const [top, bottom] = rowsOfRange(reference);
    if (top !== insertion.after || bottom !== insertion.after || top < space.first) continue;
    for (let row = 1; row <= insertion.count; row += 1)
      copied.push(reference.replace(/\d+/g, String(top + row)));
  }
  return [...kept.map((reference) => shiftedRange(reference, insertion)), ...copied];
};

const mergeCells = (xml: string, prefix: string, insertion: Insertion, space: Space): string =>
  xml.replace(
    new RegExp(`<${prefix}mergeCells[^<>]*>([\\s\\S]*?)</${prefix}mergeCells>`),
    (_, inner: string) => {
      const references = [...inner.matchAll(/ref="([^"]*)"/g)].map(([, reference = '']) => reference);
      const merges = mergesWith(references, insertion, space);
      if (merges.length === 0) return '';
      const cells = merges.map((reference) => `<${prefix}mergeCell ref="${reference}"/>`).join('');
      return `<${prefix}mergeCells count="${merges.length}">${cells}</${prefix}mergeCells>`;
    },
  );

const rowBreaks = (xml: string, prefix: string, insertion: Insertion): string =>
  xml.replace(new RegExp(`<${prefix}rowBreaks[\\s\\S]*?</${prefix}rowBreaks>`), (breaks) =>
    breaks.replace(
      /(<[^<>]*brk\b[^<>]*?\sid=")(\d+)(")/g,
      (_, before: string, row: string, after: string) =>
        `${before}${shiftedRow(Number(row), insertion)}${after}`,
    ),
  );

/** Everything in a worksheet's XML below its rows that names rows: merges, rules, lists, links, page breaks. */
export const afterRows = (
  xml: string,
  prefix: string,
  insertion: Insertion,
  space: Space,
  name: string,
): string => {
  const merged = mergeCells(xml, prefix, insertion, space);
  if (insertion.count === 0) return merged;
  const ranged = eachAttribute(merged, 'sqref', (value) => shiftedRanges(value, insertion))
    .replace(
      /(<(?:\w+:)?(?:hyperlink|autoFilter|cellWatch|protectedRange)\b[^<>]*?\sref=")([^"]*)(")/g,
      (_, before: string, value: string, end: string) => `${before}${shiftedRange(value, insertion)}${end}`,
    )
    .replace(
      /(<xm:sqref>)([^<]*)(<\/xm:sqref>)/g,
      (_, before: string, value: string, end: string) => `${before}${shiftedRanges(value, insertion)}${end}`,
    )
    .replace(
      /(<(?:\w+:)?(?:formula1?|formula2|xm:f)>)([^<]*)(<\/)/g,
      (_, before: string, value: string, end: string) =>
        `${before}${escapeXml(shiftedFormula(unescapeXml(value), insertion, name, true))}${end}`,
    );
  return rowBreaks(ranged, prefix, insertion);
};

/** The sheet's extent, which some readers believe. */
export const beforeRows = (xml: string, prefix: string, insertion: Insertion): string =>
  xml.replace(
    new RegExp(`(<${prefix}dimension\\s+ref=")([A-Z]+\\d+:[A-Z]+)(\\d+)(")`),
    (_, before: string, start: string, row: string, end: string) =>
      `${before}${start}${Number(row) + insertion.count}${end}`,
  );

/** What is drawn below the new rows (a seal, a signature) moves down with them; what is fixed to the page stays. */
export const movedDrawing = (xml: string, insertion: Insertion): string =>
  xml.replace(
    /<(xdr:)?(twoCellAnchor|oneCellAnchor)\b([^<>]*)>[\s\S]*?<\/(?:xdr:)?\2>/g,
    (anchor, _prefix: string | undefined, _kind: string, attributes: string) => {
      const rows = [...anchor.matchAll(/<(?:xdr:)?row>(\d+)<\//g)].map(([, row = '0']) => Number(row));
      const [from = 0] = rows;
      const keepsSize = /editAs="(oneCell|absolute)"/.test(attributes);
      let seen = 0;
      return anchor.replace(
        /(<(?:xdr:)?row>)(\d+)(<\/)/g,
        (whole, before: string, row: string, after: string) => {
          seen += 1;
          if (seen > 2) return whole;
          const moved = keepsSize
            ? Number(row) + (shiftedRow(from + 1, insertion) - from - 1)
            : shiftedRow(Number(row) + 1, insertion) - 1;
          return `${before}${moved}${after}`;
        },
      );
    },
  );

/** Names of ranges (print area, print titles) with the rows put in. */
export const movedNames = (workbook: string, insertion: Insertion, sheet: string): string =>
  workbook.replace(
    /(<(?:\w+:)?definedName\b[^<>]*>)([^<]*)(<\/)/g,
    (_, before: string, formula: string, after: string) =>
      `${before}${escapeXml(shiftedFormula(unescapeXml(formula), insertion, sheet, false))}${after}`,
  );

/** Formulas of another sheet that look at this one. */
export const movedElsewhere = (xml: string, insertion: Insertion, sheet: string): string => {
  const parsed = parseSheet(xml);
  const { prefix } = parsed;
  const cell = (each: XmlCell): XmlCell => {
    const inner = withFormulas(each.inner, prefix, (formula) =>
      shiftedFormula(formula, insertion, sheet, false),
    );
    return inner === each.inner ? each : withoutResult({ ...each, inner }, prefix);
  };
  return sheetText({ ...parsed, rows: parsed.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) });
};
