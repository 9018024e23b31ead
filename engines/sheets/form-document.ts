import { fitText, type Geometry, type HeaderCell, measureForm } from '#engines/paper';
import type { WorkbookHead } from './form-workbook.ts';
import type { WorkbookValue } from './write/cells-xml.ts';
import { documentParts, paragraph, sectionXml, twips } from './write/document-xml.ts';
import { containerOf, PartWriter, packedPart } from './zip-container.ts';

/** A Chinese character is a square, a Latin one half of it in 宋体 and a little more in what stands in for it. */
const widthOf = (char: string): number => (char <= '~' ? 0.6 : 1);
/** Inner space left and right, mm, as `documentParts` sets it. */
const INSET = 1.1;

const merged = (cell: HeaderCell, level: number): string =>
  `${cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : ''}${
    cell.rowspan > 1 ? `<w:vMerge${cell.y === level ? ' w:val="restart"' : ''}/>` : ''
  }`;

const textOf = (value: WorkbookValue | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.date : String(value);
};

/**
 * The form as .docx, written as its rows come: title, unit line, sign-off line and page numbers stand on every page,
 * each page has its table with the merged header and exactly `rowsPerPage` rows. Text shrinks to stay in its cell.
 */
export class FormDocument {
  readonly #form: WorkbookHead;
  readonly #geometry: Geometry;
  readonly #body = new PartWriter('word/document.xml');
  readonly #head: string;
  #written = 0;

  /** @throws PaperRefusal when the form itself cannot be printed */
  constructor(form: WorkbookHead) {
    this.#form = form;
    this.#geometry = measureForm(form);
    this.#head = this.#tableHead();
    this.#body.write(sectionXml.start);
  }

  #tableHead(): string {
    const { grid, columnWidths, headerHeights } = this.#geometry;
    const columns = columnWidths.map((mm) => `<w:gridCol w:w="${twips(mm)}"/>`).join('');
    const rows = headerHeights.map((height, level) => {
      const cells = grid.cells
        .filter(({ y, rowspan }) => y <= level && level < y + rowspan)
        .sort((a, b) => a.x - b.x)
        .map((cell) => {
          const width = columnWidths.slice(cell.x, cell.x + cell.colspan).reduce((sum, mm) => sum + mm, 0);
          const label = cell.y === level ? cell.label : '';
          return this.#cell(label, width, height * cell.rowspan, 'center', merged(cell, level));
        });
      return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="exact"/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="${twips(this.#geometry.contentWidth)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}`;
  }

  #cell(text: string, width: number, height: number, align: string, more = ''): string {
    const [largest = 10.5] = this.#geometry.sizes;
    const box = { width: width - 2 * INSET, height: height - 0.8, sizes: this.#geometry.sizes };
    const { size, lines } = text === '' ? { size: largest, lines: [''] } : fitText(text, box, widthOf);
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${more}<w:vAlign w:val="center"/></w:tcPr>${paragraph(lines, { align, size, style: 'Cell' })}</w:tc>`;
  }

  #row(values: readonly WorkbookValue[]): string {
    const { columnWidths, rowHeight, grid } = this.#geometry;
    const cells = columnWidths.map((width, index) =>
      this.#cell(textOf(values[index]), width, rowHeight, grid.leaves[index]?.align ?? 'center'),
    );
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(rowHeight)}" w:hRule="exact"/></w:trPr>${cells.join('')}</w:tr>`;
  }

  #startPage(): void {
    if (this.#written > 0) this.#body.write(`</w:tbl>${sectionXml.pageBreak}`);
    this.#body.write(this.#head);
  }

  add(rows: Iterable<readonly WorkbookValue[]>): void {
    for (const values of rows) {
      if (this.#written % this.#form.rowsPerPage === 0) this.#startPage();
      this.#body.write(this.#row(values));
      this.#written += 1;
    }
  }

  /** The rest of the last page and the totals; then the file. */
  finish(totals?: readonly WorkbookValue[]): Uint8Array<ArrayBuffer> {
    const { rowsPerPage } = this.#form;
    if (this.#written === 0) this.#startPage();
    const blank =
      this.#written === 0 ? rowsPerPage : (rowsPerPage - (this.#written % rowsPerPage)) % rowsPerPage;
    const empty = this.#row([]);
    for (let index = 0; index < blank; index += 1) this.#body.write(empty);
    if (totals) this.#body.write(this.#row(totals));
    this.#body.write(`</w:tbl>${sectionXml.end(this.#geometry, this.#form.paper.orientation)}`);
    const others = documentParts(this.#form, this.#geometry);
    return containerOf([...others.map(({ name, xml }) => packedPart(name, xml)), this.#body.end()]);
  }
}
