import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeForm } from './made-form.ts';
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
    { numRuns: 300 },
  );
});
