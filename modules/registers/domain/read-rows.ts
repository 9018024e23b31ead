import type { CellRemark } from '../contract.ts';
import type { ResidentDraft } from './draft.ts';
import { registerField } from './fields.ts';
import { type FieldShape, type Reading, readField } from './read-field.ts';
import { readPerson } from './read-person.ts';

/** A cell as the sheet reader gives it. */
export interface SheetCell {
  readonly address: string;
  readonly text: string;
  readonly problem?: 'digits-lost' | 'formula-error';
}

/** A row that is not empty, by the codes of its columns. */
export interface NamedRow {
  /** Undefined where the column is not there. */
  readonly cell: (code: string) => SheetCell | undefined;
  /** The cell of a field, else that of the row's name: where a remark about the row is shown. */
  readonly cellOf: (code: string) => string;
}

/** One row that was read whole, and how to name its cells. */
export interface DraftRow {
  readonly draft: ResidentDraft;
  readonly cellOf: (code: string) => string;
}

const damaged: Readonly<Record<NonNullable<SheetCell['problem']>, string>> = {
  'digits-lost': '这一格被存成了数字，末几位已经丢失；请把整列设为“文本”后重新填写',
  'formula-error': '这一格是出错的公式',
};

/** What a cell says in the column of a field. */
export const readingOf = (field: FieldShape, cell: SheetCell, today: string): Reading =>
  cell.problem ? { problem: damaged[cell.problem] } : readField(field, cell.text.trim(), today);

/**
 * The rows below a header that say anything.
 *
 * @param columns column index by field code
 * @param title the column a row is known by
 */
export const namedRows = (
  rows: readonly (readonly SheetCell[])[],
  columns: ReadonlyMap<string, number>,
  title: string,
): NamedRow[] =>
  rows
    .filter((cells) => cells.some((cell) => cell.text.trim() !== ''))
    .map((cells) => {
      const cell = (code: string) => cells[columns.get(code) ?? -1];
      const first = cells.find(({ text }) => text.trim() !== '')?.address ?? '';
      return { cell, cellOf: (code) => (cell(code) ?? cell(title))?.address ?? first };
    });

/**
 * Reads the rows below a header. A row with any wrong cell is left out and each wrong cell is named; empty
 * rows are skipped.
 */
export const readRows = (
  rows: readonly (readonly SheetCell[])[],
  columns: ReadonlyMap<string, number>,
  today: string,
): { rows: DraftRow[]; remarks: CellRemark[]; read: number } => {
  const remarks: CellRemark[] = [];
  const drafts: DraftRow[] = [];
  const named = namedRows(rows, columns, 'person.name');
  for (const { cell, cellOf } of named) {
    const person = readPerson((code) => {
      const [field, there] = [registerField(code), cell(code)];
      return field && there && readingOf(field, there, today);
    }, today);
    remarks.push(...person.remarks.map(({ code, ...remark }) => ({ cell: cellOf(code), ...remark })));
    if (person.draft) drafts.push({ draft: person.draft, cellOf });
  }
  return { rows: drafts, remarks, read: named.length };
};
