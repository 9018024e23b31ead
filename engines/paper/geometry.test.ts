import { expect, test } from 'vitest';
import { columnWidths, measureForm } from './geometry.ts';
import { bloodPressureForm } from './sample-form.ts';

test('columns fill the width exactly, fixed ones keep their measure', () => {
  const widths = columnWidths(
    [{ label: 'a', width: { mm: 20 } }, { label: 'b' }, { label: 'c', width: { share: 3 } }],
    100,
  );
  expect(widths).toEqual([20, 20, 60]);
});

test('fixed columns wider than the page are narrowed together and shared ones stay visible', () => {
  const widths = columnWidths([{ label: 'a', width: { mm: 200 } }, { label: 'b' }], 100);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
  expect(widths[1]).toBeGreaterThan(10);
});

test('the page is the same for every committee: geometry does not depend on the rows', () => {
  expect(measureForm(bloodPressureForm(0))).toEqual(measureForm(bloodPressureForm(90)));
});

test('more rows than a page can hold are refused, not squeezed', () => {
  expect(() => measureForm({ ...bloodPressureForm(1), rowsPerPage: 90 })).toThrow(
    expect.objectContaining({ code: 'rows-do-not-fit' }),
  );
});

test('a form without columns, or with half a row a page, is refused', () => {
  expect(() => measureForm({ ...bloodPressureForm(1), header: [] })).toThrow(
    expect.objectContaining({ code: 'no-columns' }),
  );
  expect(() => measureForm({ ...bloodPressureForm(1), rowsPerPage: 2.5 })).toThrow(
    expect.objectContaining({ code: 'rows-per-page-invalid' }),
  );
});
