import type { ColumnType } from './column-type.ts';
import type { LineKind } from './lines.ts';
import type { FormValue } from './read-value.ts';

/** `list`: a row a person or event; `summary`: figures by committee, kind or month; `card`: one person or household a sheet. */
export type FormKind = 'list' | 'card' | 'summary';

export interface ReadColumn {
  /** Names above the column from the top, joined by `/`, white space removed: 随访情况/血压(mmHg)/收缩压. */
  readonly path: string;
  /** Its name nearest to the values. */
  readonly cell: string;
  readonly type: ColumnType;
  readonly unit: string | null;
}

export interface NotUnderstood {
  readonly cell: string;
  readonly text: string;
}

/** A line around the rows whose kind is known and whose text is no value of a row. */
export interface FormLine extends NotUnderstood {
  readonly kind: LineKind;
}

/** A department's form as read. Rows count from 1, as the office sees them. */
export interface ReadForm {
  readonly form: FormKind;
  readonly title: string | null;
  readonly headerRows: readonly [first: number, last: number] | null;
  readonly firstDataRow: number | null;
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly Readonly<Record<string, FormValue>>[];
  readonly totalsRow: number | null;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly lines: readonly FormLine[];
}

/** Where the values of a form's rows were read; rows and columns from 0. */
export interface FormCells {
  /** A list: the columns of each part (lists printed side by side have several), in the order of `columns`. */
  readonly parts: readonly (readonly number[])[];
  /** A list: of each row, its row in the sheet and its part. */
  readonly rows: readonly (readonly [row: number, part: number])[];
  /** A card: where each answer is, in the order of `columns`. */
  readonly card: readonly (readonly [row: number, column: number])[] | null;
}

/** Where a form takes values, rows and columns from 0. */
export interface FormPlaces {
  /** A list's columns and the rows from `first` up to `end`, which is something else; null when nothing stands below. */
  readonly list?: {
    readonly columns: readonly { readonly path: string; readonly column: number }[];
    readonly first: number;
    readonly end: number | null;
  };
  /** A card's answers. */
  readonly card?: readonly { readonly path: string; readonly row: number; readonly column: number }[];
}
