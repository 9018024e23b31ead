import { resultOf } from './results.ts';
import { cellWithResult, figureOf, formulaOf, type SheetXml, type XmlCell } from './sheet-xml.ts';

/** Works out the sheet's plain formulas anew; cells of the rows hold no former results. */
export const withResults = (sheet: SheetXml): SheetXml => {
  const { prefix } = sheet;
  const cells = new Map<number, Map<number, XmlCell>>(
    sheet.rows.map(({ number, cells: row }) => [number, new Map(row.map((cell) => [cell.column, cell]))]),
  );
  const results = new Map<XmlCell, number | 'unknown'>();
  const figureAt = (column: number, row: number): number | 'text' | 'unknown' | undefined => {
    const cell = cells.get(row)?.get(column);
    if (!cell) return undefined;
    return formulaOf(cell, prefix) === undefined ? figureOf(cell, prefix) : resultIn(cell);
  };
  const resultIn = (cell: XmlCell): number | 'unknown' => {
    const known = results.get(cell);
    if (known !== undefined) return known;
    // While it is being worked out it is unknown: a circle of formulas ends here.
    results.set(cell, 'unknown');
    const result = resultOf(formulaOf(cell, prefix) ?? '', figureAt) ?? 'unknown';
    results.set(cell, result);
    return result;
  };
  const done = (cell: XmlCell): XmlCell => {
    if (formulaOf(cell, prefix) === undefined) return cell;
    const result = resultIn(cell);
    return result === 'unknown' ? cell : cellWithResult(cell, result, prefix);
  };
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(done) })) };
};
