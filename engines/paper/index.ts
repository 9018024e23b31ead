import type { PaperForm } from './form.ts';
import { PaperPool, type TaskOptions } from './pool.ts';
import type { PreviewedPage, PrintedForm } from './typeset.ts';

export { fitText, type WidthOf } from './fit-text.ts';
export type {
  CellAlign,
  ColumnWidth,
  FormLayout,
  HeaderNode,
  PaperForm,
  PaperNote,
  PaperPlace,
  PaperRefusalCode,
  PaperSize,
} from './form.ts';
export { PaperRefusal } from './form.ts';
export { type Geometry, measureForm } from './geometry.ts';
export type { HeaderCell, HeaderGrid } from './header-grid.ts';
export type { PreviewedPage, PrintedForm } from './typeset.ts';

export interface PaperOptions extends TaskOptions {
  /** The office's own font folders, preferred to ours; one that is not there is passed over. */
  readonly fontDirs?: readonly string[] | undefined;
}

const pool = new PaperPool();

/**
 * Prints a form as PDF, exactly `rowsPerPage` ruled rows on each page. Runs in a thread of its own and
 * may be called concurrently; aborting rejects with the signal's reason.
 *
 * @throws PaperRefusal when the form itself cannot be printed
 */
export const renderForm = (
  form: PaperForm,
  { fontDirs = [], ...options }: PaperOptions = {},
): Promise<PrintedForm> => pool.run({ kind: 'print', form, fontDirs }, options);

/**
 * One page, counted from 1, as SVG without script, links or outside references: safe as an image source.
 *
 * @throws PaperRefusal as `renderForm`, and no-such-page
 */
export const previewForm = (
  form: PaperForm,
  page: number,
  { fontDirs = [], ...options }: PaperOptions = {},
): Promise<PreviewedPage> => pool.run({ kind: 'preview', form, page, fontDirs }, options);

/** Ends the typesetting threads; the next call starts them again. */
export const closePaper = (): Promise<void> => pool.close();
