import { type CellAlign, type PaperForm, type PaperPlace, PaperRefusal } from './form.ts';
import { CELL_INSET, type Geometry, MM_PER_PT } from './geometry.ts';
import { printable, widthInEm } from './text-width.ts';

/** Text that surely fits its place in one line is a bare string; anything else is measured while typesetting. */
export type Piece = string | { readonly text: string; readonly place: PaperPlace };

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

const piece = (raw: string, width: number, height: number, size: number, place: PaperPlace): Piece => {
  const text = printable(raw);
  const fits = widthInEm(text) * size * MM_PER_PT <= width - 2 * CELL_INSET;
  return fits ? text : { text: visible(text, width, height), place };
};

/** How many pages the rows take; a form without rows is one page of blank lines to fill in by hand. */
export const pageCount = (form: PaperForm): number =>
  Math.max(1, Math.ceil(form.rows.length / form.rowsPerPage));

const labelOf = (form: PaperForm, page: number, pages: number): string =>
  (form.pageLabel ?? (form.lang === 'zh' ? '第 {page} 页　共 {pages} 页' : 'Page {page} of {pages}'))
    .replaceAll('{page}', String(page))
    .replaceAll('{pages}', String(pages));

const rowPieces = (cells: readonly string[], at: PaperPlace, geometry: Geometry): Piece[] => {
  const widths = geometry.columnWidths;
  if (cells.length > widths.length)
    throw new PaperRefusal(
      'too-many-cells',
      `row ${(at.row ?? 0) + 1} has more cells than the form has columns`,
    );
  return widths.map((width, column) =>
    piece(cells[column] ?? '', width, geometry.rowHeight, geometry.sizes[0] ?? 9, { ...at, column }),
  );
};

const pageData = (form: PaperForm, geometry: Geometry, index: number, pages: number): PageData => {
  const first = index * form.rowsPerPage;
  const rows = form.rows.slice(first, first + form.rowsPerPage);
  const last = index === pages - 1;
  return {
    label: labelOf(form, index + 1, pages),
    rows: rows.map((cells, offset) => rowPieces(cells, { where: 'row', row: first + offset }, geometry)),
    blank: form.rowsPerPage - rows.length,
    totals: last && form.totals ? rowPieces(form.totals, { where: 'totals' }, geometry) : null,
  };
};

const headerPieces = (geometry: Geometry): DocumentData['header'] =>
  geometry.grid.cells.map((cell) => {
    const sum = (sizes: readonly number[], at: number, n: number) =>
      sizes.slice(at, at + n).reduce((total, size) => total + size, 0);
    const width = sum(geometry.columnWidths, cell.x, cell.colspan);
    const height = sum(geometry.headerHeights, cell.y, cell.rowspan);
    const place = { where: 'header', row: cell.y, column: cell.x } as const;
    return { ...cell, label: piece(cell.label, width, height, 10, place) };
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
): DocumentData => {
  const pages = pageCount(form);
  const { grid, ...measures } = geometry;
  const line = (text: string, share: number, size: number, place: PaperPlace): Piece =>
    piece(text, geometry.contentWidth * share, 6, size, place);
  const footerShare = 1 / Math.max(1, form.footer.length);
  return {
    title: line(form.title, 0.85, 20, { where: 'title' }),
    name: printable(form.title),
    lang: form.lang,
    fonts,
    geometry: measures,
    inset: CELL_INSET,
    aligns: grid.leaves.map((leaf) => leaf.align ?? 'center'),
    header: headerPieces(geometry),
    left: line(joined(form.meta.left), 0.6, 10, { where: 'meta', column: 0 }),
    right: line(joined(form.meta.right), 0.4, 10, { where: 'meta', column: 1 }),
    footer: form.footer.map((text, column) => line(text, footerShare, 10, { where: 'footer', column })),
    watermark: watermark(form, geometry),
    pages: Array.from({ length: to - from }, (_, offset) => pageData(form, geometry, from + offset, pages)),
  };
};
