import { type Geometry, type HeaderNode, measureForm, type PaperForm } from '#engines/paper';
import { cellAddress, columnLetters } from './cells.ts';
import { type ColumnLooks, rowXml, SharedTexts, type WorkbookValue } from './write/cells-xml.ts';
import { Looks } from './write/styles.ts';
import { packageParts, sheetHead, sheetTail } from './write/workbook-xml.ts';
import { containerOf, PartWriter, packedPart } from './zip-container.ts';

/** How the numbers and dates of a column are shown, as Excel's own format codes. */
export interface ColumnFormat {
  readonly number?: string | undefined;
  readonly date?: string | undefined;
}

/** A paper form whose cells may also be numbers and dates. */
export type WorkbookHead = Omit<PaperForm, 'rows' | 'totals'> & {
  /** By column. */
  readonly formats?: readonly ColumnFormat[];
};
export type WorkbookForm = WorkbookHead & {
  readonly rows: Iterable<readonly WorkbookValue[]>;
  readonly totals?: readonly WorkbookValue[];
};

const TITLE = { height: 34, size: 18 };
const META_HEIGHT = 20;
const FOOTER_HEIGHT = 24;
const PLAIN_DATE = 'yyyy\\-mm\\-dd';
/** A little less than the paper has, so that a printer's own measures never push a row over the edge. */
const points = (mm: number): number => Math.round(((mm * 0.97 * 72) / 25.4) * 100) / 100;

const columnLooks = (leaf: HeaderNode, format: ColumnFormat = {}, looks: Looks): ColumnLooks => {
  const look = { align: leaf.align ?? 'center', ruled: true, wraps: true } as const;
  return {
    text: looks.of({ ...look, format: '@' }),
    number: looks.of(format.number === undefined ? look : { ...look, format: format.number }),
    date: looks.of({ ...look, format: format.date ?? PLAIN_DATE }),
  };
};

const only = (look: number): ColumnLooks => ({ text: look, number: look, date: look });

/** Sign-off items spread over the columns; those that meet in one column share its cell. */
const footerCells = (footer: readonly string[], columns: number): (string | null)[] => {
  const cells: (string | null)[] = Array.from({ length: columns }, () => null);
  for (const [index, text] of footer.entries()) {
    const at = Math.floor((index * columns) / footer.length);
    cells[at] = cells[at] ? `${cells[at]}　　${text}` : text;
  }
  return cells;
};

/**
 * The form as .xlsx, written as its rows come: merged title and header of any depth, borders, widths, and print
 * set-up (paper, titles repeated, a page break every `rowsPerPage` rows, 第 x 页 共 y 页). Rows are packed and
 * not kept, so a long ledger costs its file and little more.
 */
export class FormWorkbook {
  readonly #form: WorkbookHead;
  readonly #geometry: Geometry;
  readonly #looks = new Looks();
  readonly #texts = new SharedTexts();
  readonly #sheet = new PartWriter('xl/worksheets/sheet1.xml');
  readonly #columns: readonly ColumnLooks[];
  readonly #height: number;
  readonly #breaks: number[] = [];
  readonly #merges: string[] = [];
  #row = 0;
  #written = 0;

  /** @throws PaperRefusal when the form itself cannot be printed */
  constructor(form: WorkbookHead) {
    this.#form = form;
    this.#geometry = measureForm(form);
    const { leaves } = this.#geometry.grid;
    this.#columns = leaves.map((leaf, index) => columnLooks(leaf, form.formats?.[index], this.#looks));
    this.#height = points(this.#geometry.rowHeight);
    this.#sheet.write(sheetHead(this.#geometry));
    this.#addTopLines();
    this.#addHeader();
  }

  #addRow(height: number, values: readonly WorkbookValue[], looks: readonly (ColumnLooks | null)[]): void {
    this.#row += 1;
    this.#sheet.write(rowXml(this.#row, height, values, looks, this.#texts));
  }

  #addTopLines(): void {
    const { title, meta } = this.#form;
    const count = this.#columns.length;
    const line = (align: 'left' | 'right' | 'center', size?: number) =>
      only(this.#looks.of({ align, ...(size ? { size } : {}) }));
    this.#addRow(TITLE.height, [title], [line('center', TITLE.size)]);
    if (count > 1) this.#merges.push(`A1:${columnLetters(count - 1)}1`);
    const texts: string[] = Array.from({ length: count }, () => '');
    texts[count - 1] = meta.right.join('　　');
    if (count > 1 || meta.left.length > 0) texts[0] = meta.left.join('　　');
    const looks = texts.map((_, at) => (at === 0 ? line('left') : at === count - 1 ? line('right') : null));
    this.#addRow(META_HEIGHT, texts, looks);
  }

  #addHeader(): void {
    const { grid, headerHeights } = this.#geometry;
    const look = only(this.#looks.of({ align: 'center', ruled: true, wraps: true }));
    const looks = this.#columns.map(() => look);
    const top = this.#row;
    for (let level = 0; level < grid.levels; level += 1) {
      const labels: string[] = looks.map(() => '');
      for (const { label, x, y } of grid.cells) if (y === level) labels[x] = label;
      this.#addRow(points(headerHeights[level] ?? 8), labels, looks);
    }
    for (const { x, y, colspan, rowspan } of grid.cells)
      if (colspan * rowspan > 1)
        this.#merges.push(
          `${cellAddress(top + y, x)}:${cellAddress(top + y + rowspan - 1, x + colspan - 1)}`,
        );
  }

  add(rows: Iterable<readonly WorkbookValue[]>): void {
    for (const values of rows) {
      // A break stands after a page's last row, and only when another page follows.
      if (this.#written > 0 && this.#written % this.#form.rowsPerPage === 0) this.#breaks.push(this.#row);
      this.#addRow(this.#height, values, this.#columns);
      this.#written += 1;
    }
  }

  #addBlankRows(): void {
    const { rowsPerPage } = this.#form;
    const over = this.#written % rowsPerPage;
    const blank = this.#written === 0 ? rowsPerPage : over === 0 ? 0 : rowsPerPage - over;
    for (let index = 0; index < blank; index += 1) this.#addRow(this.#height, [], this.#columns);
  }

  #addFooter(): void {
    const { footer } = this.#form;
    if (footer.length === 0) return;
    const cells = footerCells(footer, this.#columns.length);
    const look = only(this.#looks.of({ align: 'left' }));
    this.#addRow(
      FOOTER_HEIGHT,
      cells,
      cells.map((cell) => (cell === null ? null : look)),
    );
  }

  /** The rest of the last page, the totals, the sign-off line; then the file. */
  finish(totals?: readonly WorkbookValue[]): Uint8Array<ArrayBuffer> {
    this.#addBlankRows();
    if (totals) this.#addRow(this.#height, totals, this.#columns);
    this.#addFooter();
    this.#sheet.write(sheetTail(this.#form, this.#geometry, this.#merges, this.#breaks));
    return containerOf([
      ...packageParts(sheetName(this.#form.title), this.#geometry).map(({ name, xml }) =>
        packedPart(name, xml),
      ),
      packedPart('xl/styles.xml', this.#looks.xml()),
      this.#sheet.end(),
      packedPart('xl/sharedStrings.xml', this.#texts.xml()),
    ]);
  }
}

/**
 * The whole form at once, for rows that are at hand.
 *
 * @throws PaperRefusal when the form itself cannot be printed
 */
export const writeFormWorkbook = ({ rows, totals, ...head }: WorkbookForm): Uint8Array<ArrayBuffer> => {
  const workbook = new FormWorkbook(head);
  workbook.add(rows);
  return workbook.finish(totals);
};

/** A name a workbook accepts: 31 characters, none of : \ / ? * [ ], no apostrophe at its ends. */
export const sheetName = (title: string): string =>
  Array.from(
    title
      .replace(/[:\\/?*[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim(),
  )
    .slice(0, 31)
    .join('') || 'Sheet1';
