import { FillRefusal } from '../fill-refusal.ts';
import { guardZip } from '../zip-guard.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { afterRows, beforeRows, movedDrawing, movedElsewhere, movedNames } from './around-rows.ts';
import { dateStyles } from './date-styles.ts';
import { refuseOutsideLinks } from './outside-links.ts';
import { insertionFor, type Placement, placeRows } from './place-rows.ts';
import type { Insertion } from './references.ts';
import { parseSheet, sheetText } from './sheet-xml.ts';
import { withResults } from './with-results.ts';
import { relationsOf, type SheetPart, sheetsOf, workbookPath } from './workbook-parts.ts';

const MOST_UNPACKED = 100_000_000;

const sheetNamed = (zip: ZipParts, name: string): SheetPart => {
  const sheet = sheetsOf(zip).find((each) => each.name === name);
  if (!sheet) throw new FillRefusal('no-such-sheet', `no sheet ${name}`, [name]);
  return sheet;
};

const recalculated = (workbook: string): string =>
  /<(?:\w+:)?calcPr\b/.test(workbook)
    ? workbook.replace(
        /(<(?:\w+:)?calcPr\b)([^<>]*?)(\/?>)/,
        (_, start: string, attributes: string, end: string) =>
          `${start}${attributes.replace(/\sfullCalcOnLoad="[^"]*"/, '')} fullCalcOnLoad="1"${end}`,
      )
    : workbook.replace(
        /(<\/(?:\w+:)?definedNames>|<\/(?:\w+:)?sheets>)(?![\s\S]*<\/(?:\w+:)?definedNames>)/,
        '$1<calcPr fullCalcOnLoad="1"/>',
      );

/** The order in which formulas were last worked out no longer holds; every program makes it anew. */
const withoutCalculationChain = (zip: ZipParts, changes: Map<string, string | null>): void => {
  const path = workbookPath(zip);
  const chain = relationsOf(zip, path).find(({ type }) => type === 'calcChain');
  if (!chain) return;
  changes.set(chain.path, null);
  const types = zip.text('[Content_Types].xml') ?? '';
  changes.set('[Content_Types].xml', types.replace(/<(?:\w+:)?Override\b[^<>]*calcChain[^<>]*\/>/, ''));
  const relations = path.replace(/([^/]*)$/, '_rels/$1.rels');
  const xml = zip.text(relations);
  if (xml !== undefined)
    changes.set(relations, xml.replace(/<(?:\w+:)?Relationship\b[^<>]*calcChain[^<>]*\/>/, ''));
};

const moveOthers = (
  zip: ZipParts,
  sheet: SheetPart,
  insertion: Insertion,
  changes: Map<string, string | null>,
): void => {
  for (const { type, path } of relationsOf(zip, sheet.path)) {
    const xml = zip.text(path);
    if (xml !== undefined && type === 'drawing') changes.set(path, movedDrawing(xml, insertion));
  }
  for (const other of sheetsOf(zip)) {
    const xml = other.path === sheet.path ? undefined : zip.text(other.path);
    if (xml?.includes('<f') || xml?.includes(':f>'))
      changes.set(other.path, movedElsewhere(xml, insertion, sheet.name));
  }
};

/**
 * Writes records into a department's own workbook. Only the cells' XML of that sheet is touched, and what must move
 * with it; every other part (drawings, seals, pictures, print set-up, other sheets) stays byte for byte.
 *
 * @throws SheetRefusal when it is no sound workbook; FillRefusal when it has no such sheet
 */
export const fillSheet = (template: Uint8Array, sheetName: string, placement: Placement): Uint8Array => {
  guardZip(template, MOST_UNPACKED);
  const zip = openZip(template);
  refuseOutsideLinks(zip);
  const sheet = sheetNamed(zip, sheetName);
  const changes = new Map<string, string | null>();
  const insertion = insertionFor(placement.space, placement.records.length);
  const styles = relationsOf(zip, workbookPath(zip)).find(({ type }) => type === 'styles');
  const isDate = dateStyles(styles ? zip.text(styles.path) : undefined);
  const parsed = parseSheet(zip.text(sheet.path) ?? '');
  const filled = withResults(placeRows(parsed, placement, sheetName, isDate));
  const text = sheetText({
    ...filled,
    before: beforeRows(filled.before, filled.prefix, insertion),
    after: afterRows(filled.after, filled.prefix, insertion, placement.space, sheetName),
  });
  changes.set(sheet.path, text);
  const workbook = zip.text(workbookPath(zip)) ?? '';
  const moved = insertion.count > 0 ? movedNames(workbook, insertion, sheetName) : workbook;
  changes.set(workbookPath(zip), recalculated(moved));
  if (insertion.count > 0) moveOthers(zip, sheet, insertion, changes);
  withoutCalculationChain(zip, changes);
  return zip.repack(changes);
};
