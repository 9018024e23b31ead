import type { PaperForm, PaperRefusalCode } from './form.ts';
import type { PreviewedPage, PrintedForm } from './typeset.ts';

/** One piece of work for the typesetting thread; it does one at a time. */
export type PaperTask =
  | { readonly kind: 'print'; readonly form: PaperForm; readonly fontDirs: readonly string[] }
  | {
      readonly kind: 'preview';
      readonly form: PaperForm;
      readonly page: number;
      readonly fontDirs: readonly string[];
    };

export type PaperAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly pages: number }
  | { readonly kind: 'done'; readonly result: PrintedForm | PreviewedPage }
  | { readonly kind: 'refused'; readonly code: PaperRefusalCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
