import type { FormCells, FormLine, NotUnderstood, ReadForm } from '#engines/sheets';

/** A sheet of the workbook and what became of it. */
export interface SheetTaken {
  readonly name: string;
  readonly hidden: boolean;
  readonly form: ReadForm['form'];
  readonly rows: number;
  /** Read into this form: the sheet chosen, and those with the same columns. */
  readonly taken: boolean;
}

/** A row with the sheet it stands in and the cell of each of its values. */
export interface FormRow {
  readonly sheet: number;
  /** In the order of the columns. */
  readonly values: readonly (string | number | null)[];
  readonly cells: readonly string[];
}

/** A department's form as read, all sheets of the same columns together. */
export interface FormReading {
  readonly form: ReadForm['form'];
  readonly title: string | null;
  readonly headerRows: readonly [number, number] | null;
  readonly sheets: readonly SheetTaken[];
  readonly columns: ReadForm['columns'];
  readonly rows: readonly FormRow[];
  readonly notUnderstood: readonly (NotUnderstood & { readonly sheet: number })[];
  readonly lines: readonly (FormLine & { readonly sheet: number })[];
}

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly form: ReadForm;
  readonly cells: FormCells;
}

const shape = ({ form }: Sheet): string =>
  JSON.stringify([form.form === 'card', form.columns.map(({ path }) => path)]);

/** The sheet that is the form unless another is chosen: the first in sight that holds rows. */
const chosenSheet = (sheets: readonly Sheet[]): number => {
  const inSight = sheets.map((one, at) => ({ ...one, at })).filter(({ hidden }) => !hidden);
  const first =
    inSight.find(({ form }) => form.rows.length > 0) ??
    inSight.find(({ form }) => form.columns.length > 0) ??
    inSight[0];
  return first?.at ?? 0;
};

const everyCell = (
  { form }: Sheet,
  at: number,
): { notUnderstood: FormReading['notUnderstood']; lines: FormReading['lines'] } => ({
  notUnderstood: form.notUnderstood.map((one) => ({ ...one, sheet: at })),
  lines: form.lines.map((one) => ({ ...one, sheet: at })),
});

/**
 * Puts the sheets of a workbook together: the one chosen, and every other in sight with the same columns (one for
 * each month or committee; cards of one person each). What was not understood is kept of all those sheets.
 *
 * @param cellOf the cell of a value
 */
export const readingOf = (
  sheets: readonly Sheet[],
  cellOf: (cells: FormCells, row: number, column: number) => string,
  chosen = chosenSheet(sheets),
): FormReading | null => {
  const main = sheets[chosen];
  if (!main || main.form.columns.length === 0) return null;
  const taken = sheets.map((one, at) => at === chosen || (!one.hidden && shape(one) === shape(main)));
  const parts = sheets.flatMap((one, at) => (taken[at] ? [{ one, at }] : []));
  const rest = parts.map(({ one, at }) => everyCell(one, at));
  return {
    form: main.form.form,
    title: main.form.title,
    headerRows: main.form.headerRows,
    sheets: sheets.map(({ name, hidden, form }, at) => ({
      name,
      hidden,
      form: form.form,
      rows: form.rows.length,
      taken: taken[at] ?? false,
    })),
    columns: main.form.columns,
    rows: parts.flatMap(({ one, at }) =>
      one.form.rows.map((row, index) => ({
        sheet: at,
        values: main.form.columns.map(({ path }) => row[path] ?? null),
        cells: main.form.columns.map((_, column) => cellOf(one.cells, index, column)),
      })),
    ),
    notUnderstood: rest.flatMap((one) => one.notUnderstood),
    lines: rest.flatMap((one) => one.lines),
  };
};
