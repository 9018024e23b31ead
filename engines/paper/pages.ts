import { fitText, type WidthOf } from './fit-text.ts';
import { type CellAlign, type PaperForm, type PaperPlace, PaperRefusal } from './form.ts';
import { CELL_INSET, type Geometry, MM_PER_PT } from './geometry.ts';
import { printable, widthInEm } from './text-width.ts';

/** Text in the size of its place on one line is a bare string; else it comes with the size and lines it was given. */
export type Piece = string | { readonly lines: readonly string[]; readonly size: number };

/** How the texts of a form are fitted: how wide characters are, and where is noted what was cut. */
export interface Fitting {
  readonly widthOf: WidthOf;
  readonly clipped: (place: PaperPlace) => void;
}

export interface PageData {
  readonly label: string;
  readonly rows: readonly (readonly Piece[])[];
  readonly blank: number;
  readonly totals: readonly Piece[] | null;
}

/** What the template reads (as JSON, never as source). */
export interface DocumentData {
  readonly title: Piece;
  readonly name: string;
  readonly lang: 'zh' | 'en';
  readonly fonts: readonly string[];
  readonly geometry: Omit<Geometry, 'grid'>;
  readonly inset: number;
  readonly aligns: readonly CellAlign[];
  readonly header: readonly { label: Piece; x: number; y: number; colspan: number; rowspan: number }[];
  readonly left: Piece;
  readonly right: Piece;
  readonly footer: readonly Piece[];
  readonly watermark: { readonly text: string; readonly size: number; readonly angle: number } | null;
  readonly pages: readonly PageData[];
}

/** More characters than this can never be seen in a cell of this size, so they are not worth typesetting. */
const visible = (text: string, width: number, height: number): string => {
  const most = Math.ceil((width / 0.5) * (height / 1.5)) + 20;
  return text.length <= most ? text : Array.from(text).slice(0, most).join('');
};

interface Place {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  readonly tracking?: number;
  readonly at: PaperPlace;
}

const piece = (raw: string, { at, ...box }: Place, { widthOf, clipped }: Fitting): Piece => {
  const text = printable(raw);
  if (text === '') return '';
  const fitted = fitText(visible(text, box.width, box.height), box, widthOf);
  if (fitted.clipped) clipped(at);
  const { lines, size } = fitted;
  return size === box.sizes[0] && lines.length === 1 ? text : { lines, size };
};

/** How many pages the rows take; a form without rows is one page of blank lines to fill in by hand. */
export const pageCount = (form: PaperForm): number =>
  Math.max(1, Math.ceil(form.rows.length / form.rowsPerPage));

const labelOf = (form: PaperForm, page: number, pages: number): string =>
  (form.pageLabel ?? (form.lang === 'zh' ? '第 {page} 页　共 {pages} 页' : 'Page {page} of {pages}'))
    .replaceAll('{page}', String(page))
    .replaceAll('{pages}', String(pages));

const rowPieces = (
  cells: readonly string[],
  at: PaperPlace,
  geometry: Geometry,
  fitting: Fitting,
): Piece[] => {
  const widths = geometry.columnWidths;
  if (cells.length > widths.length)
    throw new PaperRefusal(
      'too-many-cells',
      `row ${(at.row ?? 0) + 1} has more cells than the form has columns`,
    );
  return widths.map((width, column) =>
    cells[column]
      ? piece(
          cells[column],
          {
            width: width - 2 * CELL_INSET,
            height: geometry.rowHeight - 1,
            sizes: geometry.sizes,
            at: { ...at, column },
          },
          fitting,
        )
      : '',
  );
};

const pageData = (
  form: PaperForm,
  geometry: Geometry,
  index: number,
  pages: number,
  fitting: Fitting,
): PageData => {
  const first = index * form.rowsPerPage;
  const rows = form.rows.slice(first, first + form.rowsPerPage);
  const last = index === pages - 1;
  return {
    label: labelOf(form, index + 1, pages),
    rows: rows.map((cells, offset) =>
      rowPieces(cells, { where: 'row', row: first + offset }, geometry, fitting),
    ),
    blank: form.rowsPerPage - rows.length,
    totals: last && form.totals ? rowPieces(form.totals, { where: 'totals' }, geometry, fitting) : null,
  };
};

const headerPieces = (geometry: Geometry, fitting: Fitting): DocumentData['header'] =>
  geometry.grid.cells.map((cell) => {
    const sum = (sizes: readonly number[], at: number, n: number) =>
      sizes.slice(at, at + n).reduce((total, size) => total + size, 0);
    const place = {
      width: sum(geometry.columnWidths, cell.x, cell.colspan) - 2 * CELL_INSET,
      height: sum(geometry.headerHeights, cell.y, cell.rowspan) - 0.8,
      sizes: LINE_SIZES,
      at: { where: 'header', row: cell.y, column: cell.x },
    } as const;
    return { ...cell, label: piece(cell.label, place, fitting) };
  });

const watermark = (form: PaperForm, { page }: Geometry): DocumentData['watermark'] => {
  const text = printable(form.watermark ?? '')
    .replaceAll('\n', ' ')
    .slice(0, 80);
  if (text === '') return null;
  const diagonal = Math.hypot(page.width, page.height);
  const size = Math.min(54, (diagonal * 0.72) / MM_PER_PT / widthInEm(text));
  return { text, size, angle: -(Math.atan2(page.height, page.width) * 180) / Math.PI };
};

/** Sizes of the lines around the table and of the header, and of the title. */
const LINE_SIZES = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
const TITLE_SIZES = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8];
/** Space between the characters of a title, em; the template sets the same. */
const TITLE_TRACKING = 0.14;

const joined = (items: readonly string[]): string => items.map(printable).join('　　');

/**
 * The data for pages `from` to before `to` (from 0). Page numbers count over the whole form, so parts
 * typeset apart still read "第 61 页 共 800 页".
 */
export const documentData = (
  form: PaperForm,
  geometry: Geometry,
  fonts: readonly string[],
  from: number,
  to: number,
  fitting: Fitting,
): DocumentData => {
  const pages = pageCount(form);
  const { grid, ...measures } = geometry;
  const { contentWidth } = geometry;
  const line = (text: string, width: number, height: number, at: PaperPlace): Piece =>
    piece(text, { width, height, sizes: LINE_SIZES, at }, fitting);
  const footerWidth = contentWidth / Math.max(1, form.footer.length) - 2;
  const title = {
    width: contentWidth * 0.9,
    height: geometry.titleHeight,
    sizes: TITLE_SIZES,
    tracking: TITLE_TRACKING,
    at: { where: 'title' },
  } as const;
  return {
    title: piece(form.title, title, fitting),
    name: printable(form.title),
    lang: form.lang,
    fonts,
    geometry: measures,
    inset: CELL_INSET,
    aligns: grid.leaves.map((leaf) => leaf.align ?? 'center'),
    header: headerPieces(geometry, fitting),
    left: line(joined(form.meta.left), contentWidth * 0.6, 5, { where: 'meta', column: 0 }),
    right: line(joined(form.meta.right), contentWidth * 0.4, 5, { where: 'meta', column: 1 }),
    footer: form.footer.map((text, column) => line(text, footerWidth, 6, { where: 'footer', column })),
    watermark: watermark(form, geometry),
    pages: Array.from({ length: to - from }, (_, offset) =>
      pageData(form, geometry, from + offset, pages, fitting),
    ),
  };
};
