import type { PaperForm, PaperNote, PaperPlace } from './form.ts';
import { headerGrid } from './header-grid.ts';
import { printable } from './text-width.ts';

/** Line breaks, spaces, joiners and variation selectors need no glyph of their own. */
const invisible = (code: number): boolean =>
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x200b && code <= 0x200d) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code >= 0xe0100;

function* places(form: PaperForm): Generator<[string, PaperPlace]> {
  yield [form.title, { where: 'title' }];
  for (const text of [...form.meta.left, ...form.meta.right]) yield [text, { where: 'meta' }];
  for (const cell of headerGrid(form.header).cells)
    yield [cell.label, { where: 'header', row: cell.y, column: cell.x }];
  for (const [row, cells] of form.rows.entries())
    for (const [column, text] of cells.entries()) yield [text, { where: 'row', row, column }];
  for (const [column, text] of (form.totals ?? []).entries()) yield [text, { where: 'totals', column }];
  for (const [column, text] of form.footer.entries()) yield [text, { where: 'footer', column }];
}

/** The places whose characters no font at hand can print; a name must never lose a character unsaid. */
export const missingGlyphs = (form: PaperForm, covered: ReadonlySet<number>): PaperNote[] => {
  const notes: PaperNote[] = [];
  for (const [text, place] of places(form)) {
    let characters = '';
    for (const char of printable(text)) {
      const code = char.codePointAt(0) ?? 0;
      if (!covered.has(code) && !invisible(code)) characters += char;
    }
    if (characters !== '') notes.push({ kind: 'missing-glyph', characters, ...place });
  }
  return notes;
};
