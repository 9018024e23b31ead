/** Width of a leaf column: a fixed measure in millimetres or a share of what the fixed ones leave. */
export type ColumnWidth = { readonly mm: number } | { readonly share: number };

export type CellAlign = 'left' | 'center' | 'right';

/** One node of the merged header. A node without children is a column; its width and alignment hold below it. */
export interface HeaderNode {
  readonly label: string;
  readonly children?: readonly HeaderNode[];
  /** Leaves only; without it the column takes one share. */
  readonly width?: ColumnWidth;
  /** Leaves only; how the rows stand, centred unless told. */
  readonly align?: CellAlign;
}

export interface PaperSize {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
}

/** A fixed office form with its rows. All text is data: nothing in it is ever read as markup. */
export interface PaperForm {
  readonly title: string;
  readonly paper: PaperSize;
  /** Line above the table, e.g. left 居委会：和安一居, right 2026年11月, 单位：人. */
  readonly meta: { readonly left: readonly string[]; readonly right: readonly string[] };
  readonly header: readonly HeaderNode[];
  /** Ruled rows on every page; the last page is filled up with blank ones. */
  readonly rowsPerPage: number;
  /** Height of a ruled row in millimetres; without it the rows fill the page, at most 12 mm each. */
  readonly rowHeight?: number;
  readonly rows: readonly (readonly string[])[];
  /** One more row under the last page's ruled rows (合计). */
  readonly totals?: readonly string[];
  /** Sign-off items, spread over the line under the table: 填表人：…, 审核人：…, a date. */
  readonly footer: readonly string[];
  /** With {page} and {pages}; 第 {page} 页　共 {pages} 页 unless told. */
  readonly pageLabel?: string;
  /** Who printed it and when, pale across every page. */
  readonly watermark?: string;
  readonly lang: 'zh' | 'en';
}

/** What fixes a form's measures: everything but what stands in its rows. */
export type FormLayout = Omit<PaperForm, 'rows' | 'totals'> & { readonly totals?: unknown };

/** Where on the form something stands; row and column count from 0, a row over all pages. */
export interface PaperPlace {
  readonly where: 'title' | 'meta' | 'header' | 'row' | 'totals' | 'footer';
  readonly row?: number;
  readonly column?: number;
}

/** What the paper could not show in full, for the caller to say so by cell. */
export type PaperNote = PaperPlace &
  ({ readonly kind: 'clipped' } | { readonly kind: 'missing-glyph'; readonly characters: string });

export type PaperRefusalCode =
  | 'no-columns'
  | 'too-many-cells'
  | 'rows-per-page-invalid'
  | 'rows-do-not-fit'
  | 'no-such-page'
  | 'typesetting-failed';

/** A form that cannot be printed, with the code the caller translates; the message never holds cell text. */
export class PaperRefusal extends Error {
  override name = 'PaperRefusal';
  readonly code: PaperRefusalCode;
  constructor(code: PaperRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
