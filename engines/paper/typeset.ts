import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf, type FontSet, fontSet } from './fonts.ts';
import { type PaperForm, type PaperNote, type PaperPlace, PaperRefusal } from './form.ts';
import { type Geometry, measureForm } from './geometry.ts';
import { mergePdf } from './merge.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { documentData, pageCount } from './pages.ts';

/** Pages typeset at once: Typst keeps a whole document in memory, 20,000 rows in one piece take gigabytes. */
export const PAGES_PER_PART = 60;

const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
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

/** A compiler with its fonts read; typesetting blocks its thread, so it lives in a worker. */
export class Typesetter {
  readonly #fonts: FontSet;
  readonly #compiler: NodeCompiler;
  readonly #covered: ReadonlySet<number>;

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
      const compiled = this.#compile(form, geometry, from, to);
      parts.push(this.#compiler.pdf(compiled, { pdfTags: false }));
      notes.push(...this.#clipped(compiled));
      this.#compiler.evictCache(0);
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
    const compiled = this.#compile(form, geometry, page - 1, page);
    const notes = unique(this.#clipped(compiled));
    const svg = this.#compiler.plainSvg(compiled);
    this.#compiler.evictCache(5);
    return { svg, pages, notes };
  }

  #compile(form: PaperForm, geometry: Geometry, from: number, to: number): NodeTypstDocument {
    const data = documentData(form, geometry, this.#fonts.families, from, to);
    const compiled = this.#compiler.compile({
      mainFileContent: template,
      inputs: { form: JSON.stringify(data) },
    });
    if (compiled.result) return compiled.result;
    const [first] = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new PaperRefusal('typesetting-failed', `Typst: ${first?.message ?? 'no document'}`);
  }

  #clipped(compiled: NodeTypstDocument): PaperNote[] {
    const places: PaperPlace[] = this.#compiler.query(compiled, { selector: '<clipped>', field: 'value' });
    return places.map((place) => ({ kind: 'clipped', ...place }));
  }
}

/** A clipped title or header stands on every page and is said once. */
const unique = (notes: readonly PaperNote[]): PaperNote[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];
