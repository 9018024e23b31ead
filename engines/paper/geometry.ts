import { type ColumnWidth, type FormLayout, type HeaderNode, type PaperForm, PaperRefusal } from './form.ts';
import { type HeaderGrid, headerGrid } from './header-grid.ts';
import { widthInEm } from './text-width.ts';

/** Everything's place on the page. Measures in millimetres from the top left corner, type sizes in points. */
export interface Geometry {
  readonly grid: HeaderGrid;
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number };
  readonly contentWidth: number;
  readonly titleHeight: number;
  readonly metaTop: number;
  readonly tableTop: number;
  readonly headerHeights: readonly number[];
  readonly rowHeight: number;
  readonly footerTop: number;
  readonly columnWidths: readonly number[];
  /** From the size all text tries first down to the smallest that is still legible. */
  readonly sizes: readonly number[];
}

export const MM_PER_PT = 25.4 / 72;
/** Inner space left and right of a cell's text, mm. */
export const CELL_INSET = 1.1;

const SIZES = { A4: [210, 297], A3: [297, 420] } as const;
const MARGIN = { x: 17, top: 15, bottom: 13 };
const LINE = 6;
const LARGEST_ROW = 12;
const SMALLEST_ROW = 4;
const LARGEST_TYPE = 10.5;
const SMALLEST_TYPE = 6;

const pageSize = ({ size, orientation }: PaperForm['paper']): { width: number; height: number } => {
  const [short, long] = SIZES[size];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};

const widthOf = (leaf: HeaderNode): ColumnWidth => leaf.width ?? { share: 1 };

/** Fixed columns keep their measure and the rest is shared; a table always fills the width exactly. */
export const columnWidths = (leaves: readonly HeaderNode[], total: number): number[] => {
  const widths = leaves.map(widthOf);
  const fixed = widths.reduce((sum, width) => sum + ('mm' in width ? width.mm : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('share' in width ? width.share : 0), 0);
  const crowded = shares === 0 || fixed > total * 0.9;
  const unit = shares === 0 ? 0 : (crowded ? fixed * 0.3 : total - fixed) / shares;
  const wanted = widths.map((width) => ('mm' in width ? width.mm : width.share * unit));
  const scale = total / wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => width * scale);
};

const spanOf = (sizes: readonly number[], start: number, count: number): number =>
  sizes.slice(start, start + count).reduce((sum, size) => sum + size, 0);

/** A level is as high as its longest label wrapped in its own width, within reason. */
const headerHeights = (grid: HeaderGrid, widths: readonly number[], size: number): number[] => {
  const heights = Array.from({ length: grid.levels }, () => 7.5);
  for (const cell of grid.cells) {
    const perLine = Math.max(1, (spanOf(widths, cell.x, cell.colspan) - 2 * CELL_INSET) / (size * MM_PER_PT));
    const lines = cell.label.split('\n').reduce((n, line) => n + Math.ceil(widthInEm(line) / perLine), 0);
    const need = Math.min(30, lines * size * 1.3 * MM_PER_PT + 2.4);
    const last = cell.y + cell.rowspan - 1;
    const lacking = need - spanOf(heights, cell.y, cell.rowspan);
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
};

const rowHeight = (form: FormLayout, available: number): number => {
  const count = form.rowsPerPage + (form.totals ? 1 : 0);
  const height = form.rowHeight ?? Math.min(LARGEST_ROW, available / count);
  if (height < SMALLEST_ROW || height * count > available + 0.01)
    throw new PaperRefusal('rows-do-not-fit', `${count} rows do not fit in ${available.toFixed(1)} mm`);
  return height;
};

const typeSizes = (height: number): number[] => {
  const largest = Math.min(LARGEST_TYPE, Math.floor((height / MM_PER_PT) * 0.56 * 2) / 2);
  const steps = Math.max(0, Math.round((largest - SMALLEST_TYPE) * 2));
  return Array.from({ length: steps + 1 }, (_, step) => largest - step / 2);
};

/**
 * Measures a form out. The page never depends on the rows, only on the form: every page of every
 * committee's ledger has its lines in the same places.
 *
 * @throws PaperRefusal no-columns, rows-per-page-invalid, rows-do-not-fit
 */
export const measureForm = (form: FormLayout): Geometry => {
  const grid = headerGrid(form.header);
  if (grid.leaves.length === 0) throw new PaperRefusal('no-columns', 'the form has no columns');
  if (!Number.isInteger(form.rowsPerPage) || form.rowsPerPage < 1 || form.rowsPerPage > 200)
    throw new PaperRefusal('rows-per-page-invalid', 'rows a page must be a whole number from 1 to 200');
  const page = pageSize(form.paper);
  const contentWidth = page.width - 2 * MARGIN.x;
  const widths = columnWidths(grid.leaves, contentWidth);
  const metaTop = MARGIN.top + 14;
  const hasMeta = form.meta.left.length + form.meta.right.length > 0;
  const tableTop = metaTop + (hasMeta ? LINE : 0);
  const headers = headerHeights(grid, widths, 10);
  const headerHeight = headers.reduce((sum, height) => sum + height, 0);
  const below = (form.footer.length > 0 ? LINE + 4 : 2) + LINE;
  const height = rowHeight(form, page.height - MARGIN.bottom - below - tableTop - headerHeight);
  const tableRows = form.rowsPerPage + (form.totals ? 1 : 0);
  return {
    grid,
    page,
    margin: MARGIN,
    contentWidth,
    titleHeight: 11,
    metaTop,
    tableTop,
    headerHeights: headers,
    rowHeight: height,
    footerTop: tableTop + headerHeight + tableRows * height + 3,
    columnWidths: widths,
    sizes: typeSizes(height),
  };
};
