import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawValue } from '../cells.ts';
import type { RawSheet } from '../read-raw.ts';
import { type MadeForm, madeForm } from './made-form.ts';
import { readForm } from './read-form.ts';

test('what an office wrote is read back, however it wrote it and whatever stands around the rows', () => {
  fc.assert(
    fc.property(madeForm, ({ sheet, title, headerRows, paths, rows, totalsRow }) => {
      const form = readForm(sheet);
      expect(form.title).toBe(title);
      expect(form.columns.map(({ path }) => path)).toEqual(paths);
      expect(form.headerRows).toEqual(headerRows);
      expect(form.rows).toEqual(rows);
      expect(form.totalsRow).toBe(totalsRow);
    }),
    { numRuns: 100 },
  );
});

/** A word nobody expects, in the place of the n-th empty cell or beside the table. */
const withWord = ({ sheet }: MadeForm, at: number): { sheet: RawSheet; row: number } => {
  const covered = (row: number, column: number) =>
    sheet.merges.some(
      (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
    );
  const rows = sheet.rows.map((row) => [...row, null]);
  const free = rows.flatMap((cells, row) =>
    cells.flatMap((raw, column) => (raw === null && !covered(row, column) ? [{ row, column }] : [])),
  );
  const place = free[at % free.length] ?? { row: 0, column: 0 };
  (rows[place.row] as RawValue[])[place.column] = '蓝鲸待查';
  return { sheet: { ...sheet, rows }, row: place.row };
};

test('a word written anywhere is in a row, a name, a title or listed by its cell', () => {
  fc.assert(
    fc.property(madeForm, fc.nat(500), (made, at) => {
      const { sheet } = withWord(made, at);
      expect(JSON.stringify(readForm(sheet))).toContain('蓝鲸待查');
    }),
    { numRuns: 100 },
  );
});
