import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { CharWidths, charactersOf } from './char-widths.ts';
import { coverageOf, type FontSet, fontSet } from './fonts.ts';
import { type PaperForm, type PaperNote, PaperRefusal } from './form.ts';
import { type Geometry, measureForm } from './geometry.ts';
import { mergePdf } from './merge.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { documentData, pageCount } from './pages.ts';

/** Pages typeset at once: Typst keeps a whole document in memory, 20,000 rows in one piece take gigabytes. */
export const PAGES_PER_PART = 60;

const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
const measuring = readFileSync(new URL('./measure.typ', import.meta.url), 'utf8');
const workspace = fileURLToPath(new URL('./fonts', import.meta.url));

export interface PrintedForm {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly notes: readonly PaperNote[];
}

export interface PreviewedPage {
  readonly svg: string;
  readonly pages: number;
  readonly notes: readonly PaperNote[];
}

interface Source extends CompileDocArgs {
  readonly clipped: readonly PaperNote[];
}

/** A compiler with its fonts read; typesetting blocks its thread, so it lives in a worker. */
export class Typesetter {
  readonly #fonts: FontSet;
  readonly #compiler: NodeCompiler;
  readonly #covered: ReadonlySet<number>;
  readonly #widths = { zh: new CharWidths(), en: new CharWidths() };

  constructor(officeFolders: readonly string[]) {
    this.#fonts = fontSet(officeFolders);
    const fontPaths = [...this.#fonts.folders];
    this.#compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
    this.#covered = coverageOf(fontPaths);
  }

  /** The whole form as PDF, typeset in parts; `progress` hears how many pages are done. */
  async print(form: PaperForm, progress: (done: number, pages: number) => void): Promise<PrintedForm> {
    const geometry = measureForm(form);
    const pages = pageCount(form);
    const parts: Uint8Array[] = [];
    const notes: PaperNote[] = [];
    for (let from = 0; from < pages; from += PAGES_PER_PART) {
      const to = Math.min(pages, from + PAGES_PER_PART);
      const source = this.#source(form, geometry, from, to);
      parts.push(this.#typeset(() => this.#compiler.pdf(source, { pdfTags: false })));
      notes.push(...source.clipped);
      this.#forget(0);
      progress(to, pages);
    }
    const pdf = await mergePdf(parts, form.title);
    return { pdf, pages, notes: [...unique(notes), ...missingGlyphs(form, this.#covered)] };
  }

  /** One page, counted from 1, from the same source as the PDF: what is seen is what prints. */
  preview(form: PaperForm, page: number): PreviewedPage {
    const geometry = measureForm(form);
    const pages = pageCount(form);
    if (!Number.isInteger(page) || page < 1 || page > pages)
      throw new PaperRefusal('no-such-page', `the form has ${pages} pages`);
    const source = this.#source(form, geometry, page - 1, page);
    const svg = this.#typeset(() => this.#compiler.plainSvg(source));
    this.#forget(5);
    return { svg, pages, notes: unique(source.clipped) };
  }

  /**
   * What to compile, not a compiled document: a document object holds its pages until the garbage collector
   * finds it (1 MB a page).
   */
  #source(form: PaperForm, geometry: Geometry, from: number, to: number): Source {
    const { rowsPerPage, lang } = form;
    const { families } = this.#fonts;
    const widths = this.#widths[lang];
    const characters = charactersOf(form, from * rowsPerPage, to * rowsPerPage);
    widths.learn(characters, (wanted) => this.#measure({ lang, fonts: families, characters: wanted }));
    const clipped: PaperNote[] = [];
    const data = documentData(form, geometry, families, from, to, {
      widthOf: widths.widthOf,
      clipped: (place) => clipped.push({ kind: 'clipped', ...place }),
    });
    return { mainFileContent: template, inputs: { form: JSON.stringify(data) }, clipped };
  }

  /** Asked of the typesetter itself, so that it holds for an office's own fonts too. */
  #measure(data: {
    lang: string;
    fonts: readonly string[];
    characters: readonly string[];
  }): readonly number[] {
    const source = { mainFileContent: measuring, inputs: { form: JSON.stringify(data) } };
    const [widths = []]: number[][] = this.#typeset(() =>
      this.#compiler.query(source, { selector: '<widths>', field: 'value' }),
    );
    return widths;
  }

  /** Typst's own message may quote the form's text, so it is not passed on. */
  #typeset<T>(work: () => T): T {
    try {
      return work();
    } catch {
      throw new PaperRefusal('typesetting-failed', 'Typst could not set this form');
    }
  }

  /** Two rounds: the first only lets go of what the last compilation still holds. */
  #forget(age: number): void {
    this.#compiler.evictCache(age);
    this.#compiler.evictCache(age);
  }
}

/** A clipped title or header stands on every page and is said once. */
const unique = (notes: readonly PaperNote[]): PaperNote[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];
